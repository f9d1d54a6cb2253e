import { deepEqual, equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aForum } from '../../../test/table-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import { wipeSeating } from './wipe-seating.ts'

let world: World
before(async () => {
  world = await freshWorld()
})
after(() => world.close())

test('what people needed at the tables is forgotten two weeks after the forum; who was a host is not', async () => {
  const { db, eventId, signUps, tableIds } = await aForum(world.database, firstNoon)
  const row = { event_id: eventId, speaks: 'sv,es', rounds: null, step_free: 1, hearing_loop: 1 }
  const [host = '', guest = ''] = signUps
  const table = tableIds[0] ?? ''
  await db
    .insertInto('seated_person')
    .values([
      { ...row, sign_up_id: host, part: 'host', fixed_table: table },
      { ...row, sign_up_id: guest, part: 'guest', fixed_table: null },
    ])
    .execute()
  equal(await wipeSeating(db, plus(firstNoon, { days: 27 })), 0)
  equal(await wipeSeating(db, plus(firstNoon, { days: 29 })), 1)
  equal(await wipeSeating(db, plus(firstNoon, { days: 30 })), 0)
  const left = await db
    .selectFrom('seated_person')
    .select(['sign_up_id', 'part', 'step_free', 'hearing_loop', 'fixed_table'])
    .where('event_id', '=', eventId)
    .execute()
  deepEqual(left, [{ sign_up_id: host, part: 'host', step_free: 0, hearing_loop: 0, fixed_table: table }])
})
