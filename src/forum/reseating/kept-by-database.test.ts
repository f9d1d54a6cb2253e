import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ForumTables } from '#forum/index.ts'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { aSeatedForum, type SeatedForum } from '../../../test/seated-forum.ts'
import { freshWorld, type World } from '../../../test/world.ts'

let world: World
let forum: SeatedForum
const at = '2026-11-24T12:00:00.000Z'

before(async () => {
  world = await freshWorld()
  forum = await aSeatedForum(world.database, { startsAt: at })
})
after(() => world.close())

const tables = () => world.database.as<ForumTables>()
const rowOf = (version: number) => ({
  ...{ id: newId(), event_id: forum.eventId, version, after_round: 0, made_by: forum.by, made_at: at },
  ...{ taken_by: null, taken_at: null, proposal: json({}) },
})
const take = (id: string) =>
  tables().updateTable('reseating').set({ taken_by: forum.by, taken_at: at }).where('id', '=', id).execute()

test('the database keeps proposals from being made taken, changed, or taken from other seats', async () => {
  const [good, old] = [rowOf(1), rowOf(99)]
  const taken = { ...rowOf(1), taken_by: forum.by, taken_at: at }
  await rejects(tables().insertInto('reseating').values(taken).execute(), /shown before it is taken/)
  await tables().insertInto('reseating').values([good, old]).execute()
  await rejects(take(old.id), /seats have changed since/)
  const change = tables().updateTable('reseating').set({ after_round: 1 }).where('id', '=', good.id)
  await rejects(change.execute(), /what was proposed stands/)
  await take(good.id)
  await rejects(take(good.id), /what was proposed stands/)
})

test('whoever moves a seat that is shown leaves what was told, and the first table told stays', async () => {
  const person = forum.people[0] ?? ''
  const move = (table_id: string) =>
    tables().updateTable('table_seat').set({ table_id }).where('sign_up_id', '=', person).execute()
  await move(forum.tables[1] ?? '')
  await move(forum.tables[2] ?? '')
  const told = await tables().selectFrom('seat_told').selectAll().where('round', '=', 1).execute()
  equal(told.length, 1)
  equal(told[0]?.table_number, 1)
})
