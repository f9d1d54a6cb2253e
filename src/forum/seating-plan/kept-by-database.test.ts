import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { decide } from '#platform/db.ts'
import { plus } from '#platform/time.ts'
import { anEvent, aSignUp } from '../../../test/cast.ts'
import { aForum } from '../../../test/table-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import { seat } from '../seating/seat.ts'
import { keepSeats } from './keep-seats.ts'
import { type Forum, loadForum } from './load-forum.ts'
import { stepsAfter } from './seating.sql.ts'

let world: World
before(async () => {
  world = await freshWorld()
})
after(() => world.close())

const found = (forum: Forum | null): Forum => forum ?? (null as never)

/** A forum in which everybody has a seat, by one proposal. */
async function aSeatedForum() {
  const forum = await aForum(world.database, firstNoon)
  const loaded = found(await loadForum(forum.db, forum.eventId))
  const { rounds } = seat(loaded.problem, { seconds: 0.05 })
  await decide(forum.db, 'event', forum.eventId, (tx) =>
    keepSeats(tx, loaded, rounds, { kind: 'proposed', by: forum.made_by, now: firstNoon }),
  )
  return { ...forum, rounds }
}

test('what was proposed is written down and read again as it was, and nothing is written twice', async () => {
  const { db, eventId, rounds, made_by } = await aSeatedForum()
  const forum = found(await loadForum(db, eventId))
  deepEqual(
    forum.schedule,
    rounds.map((tables) => tables.map((ids) => ids.toSorted())),
  )
  equal(forum.seating.version, 1)
  const keeping = { kind: 'proposed', by: made_by, now: firstNoon } as const
  deepEqual(await decide(db, 'event', eventId, (tx) => keepSeats(tx, forum, rounds, keeping)), [])
  equal(found(await loadForum(db, eventId)).seating.version, 1)
})

test('nobody sits twice in a round, no table is overfull, and all belong to the same event', async () => {
  const { db, eventId, tableIds, signUps } = await aForum(world.database, firstNoon, { seats: 2 })
  const other = await aForum(world.database, firstNoon)
  const [a = '', b = '', c = ''] = signUps
  const [one = '', two = ''] = tableIds
  const waiting = await aSignUp(world.database, eventId, { state: 'waiting' })
  const sit = (sign_up_id: string, table_id: string, round = 1) =>
    db.insertInto('table_seat').values({ event_id: eventId, round, sign_up_id, table_id }).execute()
  await sit(a, one)
  await rejects(sit(a, two), /unique|duplicate/i, 'two seats at once')
  await sit(b, one)
  await rejects(sit(c, one), /no more than it has seats/)
  await rejects(sit(waiting, two), /somebody with a seat/)
  await rejects(sit(other.signUps[0] ?? '', two), /somebody with a seat/)
  await rejects(sit(c, other.tableIds[0] ?? ''), /of that event/)
  await rejects(sit(c, two, 9), /foreign key/i)
  await sit(c, two)
  const move = (given: { table_id?: string; round?: number; sign_up_id?: string }) =>
    db
      .updateTable('table_seat')
      .set(given)
      .where('sign_up_id', '=', c)
      .where('event_id', '=', eventId)
      .execute()
  await rejects(move({ table_id: one }), /no more than it has seats/)
  await rejects(move({ table_id: other.tableIds[0] ?? '' }), /of that event/)
  await rejects(move({ sign_up_id: waiting }), /somebody with a seat/)
  const shrink = (seats: number) =>
    db.updateTable('forum_table').set({ seats }).where('id', '=', one).execute()
  await rejects(shrink(1), /a seat for everybody/)
  await shrink(3)
  await move({ table_id: one })
  await rejects(
    db.updateTable('forum_table').set({ event_id: other.eventId }).where('id', '=', two).execute(),
    /a seat for everybody/,
  )
})

test('whoever is seated signed up for the event, and stays at a table of the event', async () => {
  const { db, eventId, tableIds, signUps } = await aForum(world.database, firstNoon)
  const other = await aForum(world.database, firstNoon)
  const row = { event_id: eventId, part: 'host', speaks: 'sv', rounds: null } as const
  const add = (sign_up_id: string, fixed_table: string | null) =>
    db
      .insertInto('seated_person')
      .values({ ...row, sign_up_id, fixed_table })
      .execute()
  const [a = '', b = ''] = signUps
  await rejects(add(a, other.tableIds[0] ?? ''), /of that event/)
  await rejects(add(other.signUps[0] ?? '', null), /signed up for that event/)
  await add(a, tableIds[0] ?? '')
  await rejects(
    db
      .updateTable('seated_person')
      .set({ fixed_table: other.tableIds[0] ?? '' })
      .where('sign_up_id', '=', a)
      .execute(),
    /of that event/,
  )
  await add(b, null)
  const elsewhere = await anEvent(world.database, plus(firstNoon, { days: 3 }))
  await rejects(
    db.updateTable('seated_person').set({ event_id: elsewhere }).where('sign_up_id', '=', b).execute(),
    /signed up for that event/,
  )
})

test('whoever gives their seat back leaves their tables, and that is written down', async () => {
  const { db, eventId, signUps } = await aSeatedForum()
  const [gone = ''] = signUps
  const end = { state: 'cancelled', cancelled_at: firstNoon, ended_because: 'given-back' } as const
  await db.updateTable('sign_up').set(end).where('id', '=', gone).execute()
  const forum = found(await loadForum(db, eventId))
  ok(!forum.schedule.flat(2).includes(gone))
  equal(forum.seating.version, 2)
  const [step] = await stepsAfter(db, eventId, 1)
  deepEqual([step?.kind, step?.by_name, step?.at], ['left', null, firstNoon])
  deepEqual(
    step?.seats.map(([round, id, , to]) => [round, id, to]),
    [
      [1, gone, null],
      [2, gone, null],
    ],
  )
  await rejects(
    db.updateTable('seating_step').set({ kind: 'moved' }).where('event_id', '=', eventId).execute(),
    /stays as it was/,
  )
})
