import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import type { AllTables } from '../../tables.ts'
import { worksOf } from '../../schedule.ts'
import { aCourse, anApplication, aSession } from '../../../test/course-cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { baseUrl, firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { seatsToChange } from './group-seats.rules.ts'
import { seatTheGroup } from './seat-the-group.ts'

let world: World
let bo: Visitor
let nobody: Visitor
before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  nobody = await world.visitor()
})
after(() => world.close())

test('whoever has a place and no row yet is seated; whoever left is not; a seat given back stays so', () => {
  const member = (email: string, state: 'accepted' | 'withdrawn' | 'offered') => ({ email, state })
  const seat = (email: string, state: 'seat' | 'cancelled') => ({ email, state })
  const members = [member('a', 'accepted'), member('b', 'accepted'), member('c', 'withdrawn')]
  const offered = member('d', 'offered')
  const seats = [seat('b', 'cancelled'), seat('c', 'seat')]
  deepEqual(seatsToChange([...members, offered], seats), { toSeat: [members[0]], toEnd: [seats[1]] })
})

const seatsAt = async (eventId: string) =>
  world.database
    .as<AllTables>()
    .selectFrom('sign_up')
    .select(['id', 'name', 'state'])
    .where('event_id', '=', eventId)
    .orderBy('name')
    .execute()

const standing = async (eventId: string) => (await seatsAt(eventId)).map(({ name, state }) => [name, state])

test('the group has seats at the sessions, is reminded, may miss one, and loses them by leaving', async () => {
  const course = await aCourse(world.database, firstNoon, { sessions_min: 2 })
  const address = (name: string): string => `${name.toLowerCase()}${course.slug}@example.org`
  for (const name of ['Ada', 'Bea', 'Cia'])
    await anApplication(world.database, course, { name, email: address(name) })
  const first = await aSession(world.database, course, plus(firstNoon, { days: 30 }))
  const second = await aSession(world.database, course, plus(firstNoon, { days: 51 }))
  const db = world.database.as<AllTables>()
  await db.updateTable('event').set({ capacity: 1 }).where('id', '=', second).execute()
  world.clock.now = plus(course.closes_at, { hours: 12 })
  const selection = `/sv/office/series/co-creating-change/courses/${course.id}/selection`
  await bo.press(await bo.open(selection), 'Besluta och skicka svar')
  const pageOf = async (name: string) => nobody.open((await lastMailTo(world, address(name))).link)
  const own = await nobody.press(await pageOf('Ada'), 'Ja, jag tar platsen')
  await nobody.press(await pageOf('Bea'), 'Ja, jag tar platsen')
  const both = [
    ['Ada', 'seat'],
    ['Bea', 'seat'],
  ]
  deepEqual(await standing(first), both, 'an offer is no seat yet')
  deepEqual(await standing(second), both, 'a session never has too few seats for its own group')

  const file = await nobody.open(own.link('Lägg träffarna i din kalender'))
  equal(file.html.match(/BEGIN:VEVENT/g)?.length, 2)

  const [ada] = await seatsAt(first)
  const cancelled = {
    state: 'cancelled',
    ended_because: 'given-back',
    cancelled_at: world.clock.now,
  } as const
  await db
    .updateTable('sign_up')
    .set(cancelled)
    .where('id', '=', ada?.id ?? '')
    .execute()
  await Promise.all([1, 2].map(() => seatTheGroup(world.database.as(), course.id, world.clock.now)))
  deepEqual(await standing(first), [['Ada', 'cancelled'], both[1]], 'not signed up again, and nobody twice')

  const letter = await pageOf('Bea')
  await nobody.press(letter, 'Dra tillbaka')
  deepEqual(await standing(second), [both[0], ['Bea', 'cancelled']])

  const third = await aSession(world.database, course, plus(firstNoon, { days: 72 }))
  const works = worksOf(world.database, { baseUrl, mailFrom: 'M <m@example.org>' })
  await works['seat-groups']?.({}, world.clock.now)
  deepEqual(await standing(third), [both[0]], 'a session that came later is found by the clock')

  world.clock.now = plus(firstNoon, { days: 50 })
  await works['send-due-letters']?.({}, world.clock.now)
  const mail = await lastMailTo(world, address('Ada'))
  match(mail.subject, /[Ii] morgon|imorgon/)
  ok(mail.link.includes('/sign-ups/'), 'with the link to give the seat back')
})
