import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { ProgrammeTables } from '../tables.ts'
import { moveOn, whyPassedBy } from './waiting-list.rules.ts'

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

const namesMarked = (page: { root: { querySelectorAll(selector: string): { textContent: string }[] } }) =>
  page.root
    .querySelectorAll('table tbody td:first-of-type')
    .flatMap(({ textContent }) =>
      textContent.endsWith('Flyttad') ? [textContent.replace(/ +Flyttad$/, '')] : [],
    )

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
  deepEqual(placesOn(moved), ['Elias Flyttad', 'Amina', 'Dora'])
  match(moved.text, /Bo flyttade Elias från nummer 3 till nummer 1\. Skäl: Ska inleda mötet/)
  deepEqual(namesMarked(moved), ['Elias'])
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

test('while seats are kept each list is counted for itself, and somebody who is passed by is told why', async () => {
  const [kept_until, capacity] = [plus(firstNoon, { days: 7 }), 3]
  const id = await anEvent(world.database, plus(firstNoon, { days: 14 }), {
    capacity,
    kept_until,
    organisation_max: 1,
  })
  const keep = { event_id: id, capacity: 'elected', kept: 1 } as const
  await world.database.as<ProgrammeTables>().insertInto('event_sector').values(keep).execute()
  await aSignUp(world.database, id, {
    name: 'Har Plats',
    capacity: 'civil-society',
    organisation_name: 'Grannarna',
  })
  await aSignUp(world.database, id, { name: 'Har Också', capacity: 'resident' })
  const wait = (name: string, minutes: number, given: object) => {
    const queued_at = plus(firstNoon, { minutes })
    return aSignUp(world.database, id, {
      name,
      state: 'waiting',
      queued_at,
      confirmed_at: queued_at,
      ...given,
    })
  }
  await wait('Amina', 1, { capacity: 'resident' })
  await wait('Dora', 2, { capacity: 'civil-society', organisation_name: ' grannarna' })
  await wait('Elias', 3, { capacity: 'resident' })
  await wait('Farid', 4, { capacity: 'resident' })

  const page = await bo.open(`/sv/office/events/${id}/waiting`)
  ok(!page.text.includes('Deltar som'), 'a list of one sector does not repeat it')
  const options = page.root.querySelectorAll('select[name=signUp] option').map((one) => one.textContent)
  deepEqual(options.slice(1).toSorted(), [
    '1. Amina (Malmöbo)',
    '1. Dora (Civilsamhället)',
    '2. Elias (Malmöbo)',
    '3. Farid (Malmöbo)',
  ])
  match(page.text, /Amina[^]*platserna som är kvar är reserverade för andra/)
  match(page.text, /så många platser som den får/)
  const move = { signUp: await idOf(id, 'Farid'), reason: 'Ska tolka' }
  const refused = await bo.press(page, 'Flytta', { ...move, before: await idOf(id, 'Dora') })
  equal(refused.status, 409)
  match(refused.text, /olika listor/)
  const moved = await bo.press(page, 'Flytta', { ...move, before: await idOf(id, 'Elias') })
  match(moved.text, /flyttade Farid från nummer 3 till nummer 2\./)
})

test('only those move who wait, to another place, and within their list', () => {
  const line = [
    { id: 'a', capacity: 'resident' },
    { id: 'b', capacity: 'elected' },
    { id: 'c', capacity: 'resident' },
    { id: 'd', capacity: 'resident' },
  ] as const
  const whole = (signUp: string, before: string | null) => moveOn(line, { signUp, before, isBySector: false })
  const own = (signUp: string, before: string | null) => moveOn(line, { signUp, before, isBySector: true })
  deepEqual(whole('d', 'a'), { from: 4, to: 1 })
  deepEqual(whole('a', 'd'), { from: 1, to: 3 })
  deepEqual(whole('a', null), { from: 1, to: 4 })
  equal(whole('a', 'b'), 'same-place')
  equal(whole('a', 'a'), 'same-place')
  equal(whole('d', null), 'same-place')
  equal(whole('x', 'a'), 'not-waiting')
  equal(whole('a', 'x'), 'not-waiting')
  deepEqual(own('d', 'a'), { from: 3, to: 1 })
  deepEqual(own('a', null), { from: 1, to: 3 })
  equal(own('a', 'c'), 'same-place')
  equal(own('b', null), 'same-place')
  equal(own('a', 'b'), 'another-list')
})

test('somebody is passed by for seats that are kept, and for an organisation that has its share, also when all is full', () => {
  const seats = {
    free: 1,
    kept: new Map([['elected', { kept: 1, taken: 0 }]] as const),
    organisationMax: 1,
    ofOrganisation: new Map([['grannarna', 1]]),
  }
  const one = { capacity: 'resident', organisation_id: null, organisation_name: null } as const
  const neighbour = { ...one, organisation_name: 'Grannarna' }
  equal(whyPassedBy(seats, one), 'kept-for-others')
  equal(whyPassedBy(seats, { ...one, capacity: 'elected' }), null)
  equal(whyPassedBy(seats, neighbour), 'organisation-has-its-share')
  equal(whyPassedBy({ ...seats, free: 2 }, neighbour), 'organisation-has-its-share')
  equal(whyPassedBy({ ...seats, free: 0 }, neighbour), 'organisation-has-its-share')
  equal(whyPassedBy({ ...seats, free: 0 }, one), null)
  equal(whyPassedBy({ ...seats, free: 2 }, one), null)
})
