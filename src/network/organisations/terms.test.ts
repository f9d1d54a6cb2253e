import { deepEqual, equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember, anOrganisation } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { endsSoon } from './posts.rules.ts'
import { languageOf } from './profile.rules.ts'
import { tellOfTerms } from './tell-of-terms.ts'

let world: World
let db: Db
let office: Visitor
let bo: string
let organisation: string

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = (await aMember(world.database, 'Bo', 'city')).id
  office = await world.visitor(bo)
  organisation = await anOrganisation(world.database, 'Sångkören Viken')
  await aPost('Cora', 'chair', '2027-03-31')
  await aPost('Disa', 'treasurer', '2027-06-30')
  await aPost('Elis', 'staff', null)
})
after(() => world.close())

async function aPost(name: string, kind: 'chair' | 'treasurer' | 'staff', until_day: string | null) {
  const { id: person_id } = await aMember(world.database, name)
  await db
    .insertInto('organisation_post')
    .values({
      ...{ id: newId(), organisation_id: organisation, person_id, kind, title: null, from_day: '2026-03-31' },
      ...{ until_day, given_by: null, given_at: world.clock.now, ended_at: null, ended_by: null },
      told_at: null,
    })
    .execute()
}

const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`

async function toldAt(now: string): Promise<string[]> {
  const mails = db.selectFrom('mail').select(['to_address', 'subject']).where('subject', 'like', '%Viken%')
  const before = (await mails.execute()).length
  world.clock.now = now
  await tellOfTerms(db, { now, url })
  await tellOfTerms(db, { now, url })
  return (await mails.execute()).slice(before).map(({ to_address }) => to_address)
}

test('a post ends soon from thirty days before its last day, and no longer when it has ended', () => {
  const term = { from_day: '2026-03-31', until_day: '2027-03-31', ended_at: null }
  equal(endsSoon(term, '2027-02-28'), false)
  equal(endsSoon(term, '2027-03-01'), true)
  equal(endsSoon(term, '2027-03-31'), true)
  equal(endsSoon(term, '2027-04-01'), false)
  equal(endsSoon({ ...term, ended_at: '2027-03-02T09:00:00.000Z' }, '2027-03-03'), false)
  equal(endsSoon({ ...term, until_day: null }, '2027-03-03'), false)
})

test('a month before a post ends, its organisation and the office are told once, by name and day', async () => {
  deepEqual(await toldAt('2027-02-20T09:00:00.000Z'), [])
  const told = await toldAt('2027-03-02T09:00:00.000Z')
  equal(told.length, 4, 'the office, and the three who act for it')
  equal(new Set(told).size, 4)
  const { text_body } = await lastMailTo(world, told[0] ?? '')
  match(text_body, /Cora/)
  match(text_body, /31 mars 2027/)
  deepEqual(await toldAt(plus('2027-03-02T09:00:00.000Z', { days: 5 })), [])
})

test('an ended post stands there as ended, and one that ends soon as that', async () => {
  world.clock.now = '2027-03-02T10:00:00.000Z'
  const people = `/sv/network/organisations/${organisation}/people`
  match((await office.open(people)).text, /Tar slut snart/)
  world.clock.now = '2027-04-01T10:00:00.000Z'
  const page = await (await world.visitor(bo)).open(people)
  match(
    page.root.querySelectorAll('tr').find((row) => row.textContent.includes('Cora'))?.textContent ?? '',
    /Avslutat|Slut/,
  )
})

test('an organisation is written to in what it says of itself in, and else in its name’s language', () => {
  equal(languageOf({ about: {}, name: { sv: 'Kören' } }), 'sv')
  equal(languageOf({ about: { es: 'Coro' }, name: { sv: 'Kören' } }), 'es')
  equal(languageOf({ about: { en: 'Choir', sv: 'Kör' }, name: { en: 'Choir' } }), 'sv')
  equal(languageOf({ about: {}, name: { en: 'Choir' } }), 'en')
})
