import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { anEvent } from '../../../test/cast.ts'
import { signUpAndConfirm } from '../../../test/signing-up.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { ProgrammeTables } from '../tables.ts'
import { refusalAtTheDoor, refusalToLetIn } from './door.rules.ts'

let world: World
let bo: Visitor
before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
})
after(() => world.close())

const soon = plus(firstNoon, { hours: 1 })
const someone = (name: string) => ({
  name,
  email: `${encodeURIComponent(name)}@example.org`,
  capacity: 'civil-society',
})

async function eventWith(names: readonly string[], capacity: number): Promise<string> {
  const id = await anEvent(world.database, soon, { capacity })
  const visitor = await world.visitor()
  for (const name of names) {
    world.clock.now = plus(world.clock.now, { seconds: 1 })
    await signUpAndConfirm(world, visitor, id, someone(name))
  }
  return id
}

const standing = (id: string) =>
  world.database
    .as<ProgrammeTables>()
    .selectFrom('sign_up')
    .select(['name', 'state', 'checked_in_at', 'walk_in'])
    .where('event_id', '=', id)
    .orderBy('queued_at')
    .orderBy('id')
    .execute()

test('nobody is listed before something is typed', async () => {
  const id = await eventWith(['Åsa Öberg', 'Bo Ek'], 5)
  const door = await bo.open(`/sv/office/events/${id}/door`)
  ok(!/Öberg|Ek\b/.test(door.html))
  const none = await bo.open(`/sv/office/events/${id}/door?q=+`)
  ok(!/Öberg|Ek\b/.test(none.html))
})

test('people are found however their name is written, checked in, and taken back', async () => {
  const id = await eventWith(['Åsa Öberg', 'Bo Ek'], 5)
  const found = await bo.open(`/sv/office/events/${id}/door?q=asa`)
  ok(found.text.includes('Åsa Öberg') && !found.text.includes('Bo Ek'))
  const checkedIn = await bo.press(found, 'Checka in')
  match(checkedIn.text, /1 av 2 har kommit/)
  ok((await standing(id))[0]?.checked_in_at)
  const undone = await bo.press(checkedIn, 'Ångra')
  match(undone.text, /0 av 2 har kommit/)
  equal((await standing(id))[0]?.checked_in_at, null)
})

test('checking in twice from two phones is one check-in', async () => {
  const id = await eventWith(['Carmen'], 5)
  const page = await bo.open(`/sv/office/events/${id}/door?q=carmen`)
  await Promise.all([bo.press(page, 'Checka in'), bo.press(page, 'Checka in')])
  match((await bo.open(`/sv/office/events/${id}/door`)).text, /1 av 1 har kommit/)
})

test('somebody who waits gets in when the organiser says so, and the record says who did', async () => {
  const id = await eventWith(['Dora', 'Elias'], 1)
  const page = await bo.open(`/sv/office/events/${id}/door?q=elias`)
  const row = await standing(id)
  deepEqual(
    row.map(({ state }) => state),
    ['seat', 'waiting'],
  )
  const button = await bo.press(page, 'Släpp in ändå')
  match(button.text, /Ingen väntar/)
  const records = await world.database
    .as<ProgrammeTables & { record: { what: string; about: string } }>()
    .selectFrom('record')
    .select('what')
    .where('about', '=', id)
    .execute()
  ok(records.some(({ what }) => what === 'let-in-anyway'))
})

test('who came without signing up is written in; a full room asks for a decision', async () => {
  const id = await eventWith(['Fatima'], 1)
  const page = await bo.open(`/sv/office/events/${id}/door`)
  const refused = await bo.press(page, 'Skriv in och checka in', { name: 'Gun', capacity: 'resident' })
  equal(refused.status, 409)
  match(refused.text, /Det är fullt/)
  equal(refused.root.querySelector('input[name=name]')?.getAttribute('value'), 'Gun')
  const twice = () => bo.press(refused, 'Skriv in och checka in', { anyway: 'yes' })
  await Promise.all([twice(), twice()])
  deepEqual(
    (await standing(id)).map(({ name, state, walk_in }) => [name, state, walk_in]),
    [
      ['Fatima', 'seat', 0],
      ['Gun', 'seat', 1],
    ],
  )
  const mistaken = await bo.press(page, 'Skriv in och checka in', { name: '', capacity: '' })
  equal(mistaken.status, 422)
})

test('the list as a file holds names as text, and never what somebody needs', async () => {
  const id = await eventWith(['=cmd|calc', '<b>Hugo</b>'], 5)
  await signUpAndConfirm(world, await world.visitor(), id, { ...someone('Ines'), diet: 'jordnötter' })
  const list = await bo.open(`/sv/office/events/${id}/sign-ups`)
  ok(list.html.includes('&lt;b&gt;Hugo&lt;/b&gt;') && !list.text.includes('jordnötter'))
  const file = await bo.open(`/sv/office/events/${id}/sign-ups.csv`)
  ok(file.html.includes("'=cmd|calc") && !file.html.includes('jordnötter'))
  match(file.headers.get('content-disposition') ?? '', /^attachment; filename="[\w.-]+"$/)
})

test('the door of another day is shut', () => {
  const event = { capacity: 1, seats_taken: 0, starts_at: soon, ends_at: plus(soon, { hours: 1 }) }
  equal(refusalAtTheDoor(event, plus(soon, { hours: -25 })), 'not-the-day')
  equal(refusalAtTheDoor(event, plus(soon, { hours: -24 })), null)
  equal(refusalAtTheDoor(event, plus(soon, { hours: 74 })), 'not-the-day')
})

test('a seat lets in, a free seat lets in who waits, and who gave the seat back comes as a walk-in', () => {
  const full = { isRoom: false, letInAnyway: false, mayOverrule: true }
  equal(refusalToLetIn({ state: 'seat', ...full }), null)
  equal(refusalToLetIn({ state: 'waiting', ...full, isRoom: true }), null)
  equal(refusalToLetIn({ state: 'waiting', ...full }), 'event-full')
  equal(refusalToLetIn({ state: 'waiting', ...full, letInAnyway: true }), null)
  equal(refusalToLetIn({ state: 'waiting', ...full, letInAnyway: true, mayOverrule: false }), 'not-allowed')
  equal(refusalToLetIn({ state: 'cancelled', ...full, letInAnyway: true }), 'gave-the-seat-back')
})
