import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aSeatedForum, type SeatedForum } from '../../../test/seated-forum.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { loadForum } from './load-forum.ts'

let world: World
let db: Db
let forum: SeatedForum
let organiser: Visitor
const startsAt = '2026-11-24T12:00:00.000Z'

before(async () => {
  world = await freshWorld({ now: plus(startsAt, { days: -2 }) })
  db = world.database.as()
  forum = await aSeatedForum(world.database, { startsAt, tables: 2, seats: 4, rounds: 3 })
  await world.database
    .as<{ event_organiser: { event_id: string; person_id: string } }>()
    .insertInto('event_organiser')
    .values({ event_id: forum.eventId, person_id: forum.by })
    .execute()
  organiser = await world.visitor(forum.by)
})
after(() => world.close())

const board = () => `/en/office/events/${forum.eventId}/seating`
const seatsOf = (id: string) =>
  db
    .selectFrom('table_seat')
    .select('table_id')
    .where('sign_up_id', '=', id)
    .orderBy('round')
    .execute()
    .then((rows) => rows.map(({ table_id }) => table_id))
const counts = async () =>
  (await loadForum(db, forum.eventId))?.schedule.map((tables) => tables.flat().length) ?? []

test('a host is set with one press, and sits at the table in all rounds to come', async () => {
  const [known = '', lost = ''] = forum.people
  const host = { event_id: forum.eventId, part: 'host', speaks: 'sv', rounds: null } as const
  // One table has its host, so that the board asks for one at the other.
  await db
    .insertInto('seated_person')
    .values({ ...host, sign_up_id: known, fixed_table: forum.tables[0] ?? '' })
    .execute()
  const before = await counts()
  const page = await organiser.open(board())
  match(page.text, /no host/)
  const done = await organiser.press(page, 'Make Person 002 the host: Table 2.')
  equal(done.status, 200)
  deepEqual(
    await seatsOf(lost),
    Array.from({ length: 3 }, () => forum.tables[1]),
  )
  deepEqual(await counts(), before, 'nobody lost a seat')
  const row = await db
    .selectFrom('seated_person')
    .selectAll()
    .where('sign_up_id', '=', lost)
    .executeTakeFirstOrThrow()
  deepEqual([row.part, row.fixed_table, row.speaks], ['host', forum.tables[1], 'sv'])
})

test('a table whose chairs all belong to others who stay gets no further host', async () => {
  const table = forum.tables[0] ?? ''
  await db.updateTable('forum_table').set({ seats: 6 }).where('id', '=', table).execute()
  for (const sign_up_id of forum.people.slice(2, 8)) {
    const row = { event_id: forum.eventId, sign_up_id, part: 'guest', speaks: 'sv', rounds: null } as const
    await db
      .insertInto('seated_person')
      .values({ ...row, fixed_table: table })
      .execute()
  }
  const answer = await organiser.send(`${board()}/people/${forum.people[1] ?? ''}/host`, { table: '1' })
  equal(answer.status, 409)
  ok((await seatsOf(forum.people[1] ?? '')).every((id) => id !== table))
})
