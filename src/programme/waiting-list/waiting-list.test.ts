import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { ProgrammeTables } from '../tables.ts'
import { refusalToMove } from './waiting-list.rules.ts'

let world: World
let bo: Visitor
before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
})
after(() => world.close())

/** A full event with three people who wait, in this order. */
async function anEventWithQueue(): Promise<string> {
  const id = await anEvent(world.database, plus(firstNoon, { days: 14 }), { capacity: 1 })
  await aSignUp(world.database, id, { name: 'Har Plats' })
  for (const [index, name] of ['Amina', 'Dora', 'Elias'].entries()) {
    const queued_at = plus(firstNoon, { minutes: index - 60 })
    const email = `${name.toLowerCase()}@example.org`
    await aSignUp(world.database, id, { name, email, state: 'waiting', queued_at, confirmed_at: queued_at })
  }
  return id
}

const placesOn = (page: { root: { querySelectorAll(selector: string): { textContent: string }[] } }) =>
  page.root.querySelectorAll('table tbody tr td:first-of-type').map((cell) => cell.textContent)

const idOf = async (eventId: string, name: string): Promise<string> =>
  (
    await world.database
      .as<ProgrammeTables>()
      .selectFrom('sign_up')
      .select('id')
      .where('event_id', '=', eventId)
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
  ).id

test('a coordinator moves somebody with a reason, which everybody who looks after the event can read', async () => {
  const id = await anEventWithQueue()
  const page = await bo.open(`/sv/office/events/${id}/waiting`)
  deepEqual(placesOn(page), ['Amina', 'Dora', 'Elias'])
  const [elias, amina] = [await idOf(id, 'Elias'), await idOf(id, 'Amina')]
  const silent = await bo.press(page, 'Flytta', { signUp: elias, before: amina, reason: ' ' })
  equal(silent.status, 422)
  match(silent.text, /Ingen flyttas utan ett skäl/)
  const moved = await bo.press(page, 'Flytta', { signUp: elias, before: amina, reason: 'Ska inleda mötet' })
  deepEqual(placesOn(moved), ['Elias', 'Amina', 'Dora'])
  match(moved.text, /Bo flyttade Elias\. Skäl: Ska inleda mötet/)
  equal(
    (await bo.press(moved, 'Flytta', { signUp: elias, before: amina, reason: 'En gång till' })).status,
    409,
  )
})

test('an organiser sees the list and writes to those who wait, but does not change the order', async () => {
  const id = await anEventWithQueue()
  const { id: lotta } = await aMember(world.database, 'Lotta')
  const row = { event_id: id, person_id: lotta }
  await world.database.as<ProgrammeTables>().insertInto('event_organiser').values(row).execute()
  const organiser = await world.visitor(lotta)
  const path = `/sv/office/events/${id}/waiting`
  const page = await organiser.open(path)
  ok(!page.text.includes('Flytta någon'))
  const [elias, amina] = [await idOf(id, 'Elias'), await idOf(id, 'Amina')]
  const move = { do: 'move', signUp: elias, before: amina, reason: 'Min vän' }
  equal((await organiser.send(path, move)).status, 404)

  const text = 'Vi letar efter en större sal.\n\nSe https://elsewhere.example'
  for (let press = 0; press < 2; press += 1)
    match((await organiser.press(page, 'Skicka till alla som väntar', { text })).text, /går till 3 personer/)
  const mail = await lastMailTo(world, 'dora@example.org')
  match(mail.text_body, /större sal[^]*Du är nummer 2 på väntelistan/)
  ok(!mail.text_body.includes('https://elsewhere.example'), 'what an organiser writes is no link')
  const all = (await world.mails()).filter(({ subject }) => subject.startsWith('Om väntelistan'))
  equal(all.length, 3, 'a form pressed twice is mailed once')
  const own = await (await world.visitor()).open(mail.link)
  match(own.text, /nummer 2 på väntelistan/)
})

test('only those move who wait, and to another place', () => {
  const line = ['a', 'b', 'c'].map((id) => ({ id }))
  equal(refusalToMove(line, 'c', 'a'), null)
  equal(refusalToMove(line, 'a', null), null)
  equal(refusalToMove(line, 'a', 'b'), 'same-place')
  equal(refusalToMove(line, 'a', 'a'), 'same-place')
  equal(refusalToMove(line, 'c', null), 'same-place')
  equal(refusalToMove(line, 'x', 'a'), 'not-waiting')
  equal(refusalToMove(line, 'a', 'x'), 'not-waiting')
})
