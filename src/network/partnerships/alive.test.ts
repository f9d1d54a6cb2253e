import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, anOrganisation } from '../../../test/cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { askWhetherAlive } from './ask-whether-alive.ts'

let world: World
let db: Db
let city: Visitor
let person: string
let stranger: Visitor
const url = (language: string, path: string): string => `https://example.org/${language}${path}`

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  person = (await aMember(world.database, 'Bo', 'city')).id
  city = await world.visitor(person)
  stranger = await world.visitor()
  await anEvent(world.database, plus(firstNoon, { days: -10 }), { slug: 'verkstaden' })
  const organisation = await anOrganisation(world.database, 'Cykelköket')
  await db
    .updateTable('organisation')
    .set({ contact_email: 'info@example.org' })
    .where('id', '=', organisation)
    .execute()
})
after(() => world.close())

const office = '/sv/office/network/partnerships'
const form = {
  ...{ kind: 'partnership', state: 'running', 'name.sv': 'Cykel för alla', 'lead.sv': 'Cyklar till skolor.' },
  ...{ began_on: '2025-11', organisations: 'Cykelköket', areas: 'east', part_kind: 'initiated' },
  ...{ form: 'iop', decision_body: 'Fritidsnämnden', decision_paragraph: '12', case_number: 'FRI-2025-7' },
}
const run = (days: number): Promise<void> => {
  world.clock.now = plus(firstNoon, { days })
  return askWhetherAlive(db, { now: world.clock.now, url })
}
const mails = () => db.selectFrom('mail').select(['to_address', 'subject', 'body']).orderBy('id').execute()
const kinds = async (slug: string): Promise<string[]> => {
  const { id } = await db
    .selectFrom('partnership')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('partnership_step')
    .select('kind')
    .where('partnership_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map(({ kind }) => kind)
}
const link = (text: string): string => /\/sv\/network\/alive\/\w+/.exec(text)?.[0] ?? ''

test('the office begins a partnership from a meeting, and both pages lead to each other', async () => {
  const meeting = await city.open('/sv/events/verkstaden')
  const page = await city.open(meeting.link('Börja ett partnerskap härifrån'))
  match(page.text, /Det börjar från mötet/)
  const withoutDecision = await city.press(page, 'Spara', { ...form, decision_body: '' })
  equal(withoutDecision.status, 422)
  match(withoutDecision.text, /vem som fattade beslutet/)
  const added = await city.press(withoutDecision, 'Spara', form)
  equal(added.path, '/sv/network/cykel-for-alla')
  for (const words of [/IOP/, /Fritidsnämnden, §\s12/, /FRI-2025-7/, /Öster/, /Tog initiativet/, /Ett möte/])
    match(added.text, words)
  match((await stranger.open('/sv/events/verkstaden')).text, /Cykel för alla/)
  ok(!(await stranger.open('/sv/events/verkstaden')).text.includes('Börja ett partnerskap'))
})

test('the list finds by word, state and part of the city, and says when there is none', async () => {
  const found = async (query: string): Promise<boolean> =>
    (await stranger.open(`/sv/network/partnerships?${query}`)).text.includes('Cykel för alla')
  for (const query of ['', 'q=cyklar+skolor', 'area=east', 'state=running&kind=partnership', 'page=99'])
    ok(await found(query), query)
  for (const query of ['q=finns+inte', 'area=west', 'state=ended', 'kind=network'])
    ok(!(await found(query)), query)
  match((await stranger.open('/sv/network/partnerships?q=finns+inte')).text, /Inget passar/)
  // What is unknown is not asked for.
  ok(await found('area=mars&kind=x&state=x&theme=x'))
})

test('a party answers by link that it lives; a year later that it has ended, and what it led to', async () => {
  await run(300)
  const before = (await mails()).length
  await run(366)
  const first = (await mails()).filter(({ to_address }) => to_address === 'info@example.org')
  equal(first.length, 1)
  await run(366)
  equal((await mails()).filter(({ to_address }) => to_address === 'info@example.org').length, 1)
  ok((await mails()).length > before)
  match(first[0]?.subject ?? '', /Lever Cykel för alla/)
  const page = await stranger.open(link(JSON.stringify(first[0]?.body)))
  equal((await stranger.press(page, 'Svara')).status, 422)
  const done = await stranger.press(page, 'Svara', { alive: 'lives' })
  match(done.text, /Det står nu att det lever/)
  equal((await stranger.press(page, 'Svara', { alive: 'ended', ended_on: '2026-01-01' })).status, 409)
  match((await stranger.open('/sv/network/cykel-for-alla')).text, /Cykelköket: det lever/)

  await run(366 + 366)
  const [second] = (await mails()).filter(({ to_address }) => to_address === 'info@example.org').slice(-1)
  const again = await stranger.open(link(JSON.stringify(second?.body)))
  const early = await stranger.press(again, 'Svara', { alive: 'ended', ended_on: '2024-01-01' })
  equal(early.status, 422)
  match(early.text, /innan det började/)
  equal((await stranger.press(again, 'Svara', { alive: 'ended', ended_on: '2199-01-01' })).status, 422)
  const ended = { alive: 'ended', ended_on: '2027-06-01', led_to: 'Två hundra cyklar.' }
  match((await stranger.press(early, 'Svara', ended)).text, /när det tog slut/)
  const entry = await stranger.open('/sv/network/cykel-for-alla')
  match(entry.text, /Avslutat/)
  match(entry.text, /Två hundra cyklar/)
  deepEqual(await kinds('cykel-for-alla'), ['added', 'asked', 'lives', 'asked', 'ended'])
})

test('asked twice in vain, an entry says since when it is not confirmed, until the office looks at it', async () => {
  const start = 366 + 366
  world.clock.now = plus(firstNoon, { days: start })
  city = await world.visitor(person)
  const page = await city.open(`${office}/new`)
  await city.press(page, 'Spara', { ...form, 'name.sv': 'Glömda gården', began_on: '2026' })
  for (const days of [366, 396, 426, 427]) await run(start + days)
  deepEqual(await kinds('glomda-garden'), ['added', 'asked', 'asked-again', 'unconfirmed'])
  match((await stranger.open('/sv/network/glomda-garden')).text, /Inte bekräftat sedan/)
  match((await stranger.open('/sv/network/partnerships?q=glomda')).text, /Inte bekräftat sedan/)
  city = await world.visitor(person)
  const edit = await city.open((await city.open('/sv/network/glomda-garden')).link('Ändra'))
  await city.press(edit, 'Spara', { 'lead.sv': 'Odling.' })
  const after = await stranger.open('/sv/network/glomda-garden')
  ok(!after.text.includes('Inte bekräftat'))
  match(after.text, /Ändrades: i en mening/)
})

test('a link that nobody was sent leads nowhere, and only coordinators begin and change entries', async () => {
  equal((await stranger.open('/sv/network/alive/nothing')).status, 404)
  equal((await stranger.send('/sv/network/alive/nothing', { alive: 'lives' })).status, 404)
  const guest = await world.visitor((await aMember(world.database, 'Cora')).id)
  equal((await guest.send(`${office}/new`, form)).status, 404)
})
