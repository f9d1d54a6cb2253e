import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PeopleTables } from '#people/index.ts'
import { aMember } from '../../../test/cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { aSeat } from '../../../test/steering-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { tellDuties } from './tell-duties.ts'

let world: World
let db: Db
let bo: Visitor
let mia: Visitor

const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`
const firstWorkingDay = '2026-12-01T07:00:00.000Z'

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  const person = await coordinatorOf(world.database, 'civil-society', 'Mia')
  const people = world.database.as<PeopleTables>()
  await people.updateTable('person').set({ language: 'es' }).where('id', '=', person).execute()
  mia = await world.visitor(person)
})
after(() => world.close())

const letters = async () =>
  (await world.mails()).filter(({ subject }) => /Att göra i|pendiente/.test(subject))

test('each sees what the other owes, and nobody else does', async () => {
  await aSeat(mia, 'Kultur')
  const page = await bo.open('/sv/office/duties')
  match(
    page.text,
    /Malmö stad: din part.*civilsamhället.*Platsen civilsamhället: Kultur är vakant.*Tillsammans/i,
  )
  const theirs = await mia.open('/sv/office/duties')
  match(theirs.text, /Civilsamhället: din part|civilsamhället: din part/)
  ok(page.text.indexOf('Kultur') > page.text.indexOf('din part'))
  const organiser = await world.visitor((await aMember(world.database, 'Olle')).id)
  equal((await organiser.open('/sv/office/duties')).status, 404)
})

test('the letter goes out on the first working day, once, in each coordinator’s language', async () => {
  await tellDuties(db, { now: '2026-11-30T07:00:00.000Z', url })
  equal((await letters()).length, 0)
  await tellDuties(db, { now: firstWorkingDay, url })
  await tellDuties(db, { now: '2026-12-02T07:00:00.000Z', url })
  const sent = await letters()
  deepEqual(sent.map(({ to_address, subject }) => [to_address, subject]).toSorted(), [
    ['bo@example.org', 'Att göra i december 2026'],
    ['mia@example.org', 'Lo pendiente en diciembre de 2026'],
  ])
  const spanish = sent.find((one) => one.to_address === 'mia@example.org')
  match(spanish?.text_body ?? '', /Kultur está vacante/)
  ok(!sent.find((one) => one.to_address === 'bo@example.org')?.text_body.includes('Kultur'))
})
