import type { DbOf } from '#platform/handle.ts'
import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Updateable } from 'kysely'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember, anEvent, anOrganisation, aSignUp } from '../../../test/cast.ts'
import type { NewEvent, ProgrammeTables } from '../tables.ts'
import { keepSeatsFor } from './seats.sql.ts'

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
let db: DbOf<ProgrammeTables>
let bo: string
before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  bo = (await aMember(bed.db, 'Bo', 'city')).id
})
after(() => bed.close())

const event = (given: Partial<NewEvent> = {}) => anEvent(bed.db, plus(now, { days: 7 }), given)
const change = (id: string, set: Updateable<ProgrammeTables['sign_up']>) =>
  db.updateTable('sign_up').set(set).where('id', '=', id).execute()

const tooMany = /constraint|never_one_seat_too_many/i

for (const state of ['held', 'seat', 'offered'] as const)
  test(`one seat too many that is ${state}`, async () => {
    const id = await event({ capacity: 1 })
    await aSignUp(bed.db, id)
    const held_until = state === 'seat' ? null : now
    await rejects(aSignUp(bed.db, id, { state, held_until }), tooMany)
    const waiting = await aSignUp(bed.db, id, { state: 'waiting' })
    await rejects(change(waiting, { state, held_until }), tooMany)
  })

test('a seat that is kept for others, until it is released', async () => {
  const id = await event({ capacity: 3, kept_until: now })
  await keepSeatsFor(bed.db.as(), id, new Map([['elected', 2]]))
  await aSignUp(bed.db, id)
  await rejects(aSignUp(bed.db, id), tooMany)
  const elected = await aSignUp(bed.db, id, { capacity: 'elected' })
  await rejects(change(elected, { capacity: 'resident' }), tooMany)
  const seat = db.updateTable('event').where('id', '=', id)
  await rejects(seat.set({ capacity: 2 }).execute(), tooMany)
  await rejects(keepSeatsFor(bed.db.as(), id, new Map([['elected', 3]])), tooMany)
  await seat.set({ released_at: now }).execute()
  await aSignUp(bed.db, id)
  // Once they are released nobody can keep them again from those who have them.
  await rejects(seat.set({ released_at: null, capacity: 2 }).execute(), tooMany)
})

test('an organisation over its share, however it comes to it', async () => {
  const [id, organisation_id] = [await event({ organisation_max: 1 }), await anOrganisation(bed.db, 'Stora')]
  await aSignUp(bed.db, id, { organisation_id })
  const share = /no more than its share/
  await rejects(aSignUp(bed.db, id, { organisation_id }), share)
  const waiting = await aSignUp(bed.db, id, { organisation_id, state: 'waiting' })
  await rejects(change(waiting, { state: 'seat' }), share)
  await rejects(change(await aSignUp(bed.db, id), { organisation_id }), share)
  const small = await event({ organisation_max: 1 })
  const two = [1, 2].map(() => ({
    ...{ id: newId(), event_id: small, email: `${newId()}@example.org`, name: 'N', search_text: 'n' },
    ...({ capacity: 'resident', language: 'sv', state: 'seat', queued_at: now, confirmed_at: now } as const),
    organisation_id,
  }))
  await rejects(db.insertInto('sign_up').values(two).execute(), share)
  await db.updateTable('event').set({ released_at: now }).where('id', '=', id).execute()
  await change(waiting, { state: 'seat' })
})

test('a changed place in the queue, and a sign-up that moves to another event', async () => {
  const id = await event()
  for (const state of ['seat', 'waiting'] as const) {
    const row = await aSignUp(bed.db, id, { state, queued_at: now })
    await rejects(change(row, { queued_at: plus(now, { hours: -1 }) }), /keeps its place/)
    await rejects(change(row, { queued_at: plus(now, { hours: 1 }) }), /keeps its place/)
    await rejects(change(row, { event_id: await event() }), /stays with its event/)
  }
  const over = { state: 'cancelled', cancelled_at: now, ended_because: 'not-confirmed' } as const
  const gone = await aSignUp(bed.db, id, { ...over, queued_at: now })
  await rejects(change(gone, { queued_at: plus(now, { hours: -1 }) }), /keeps its place/)
  await change(gone, { queued_at: plus(now, { hours: 1 }) })
})

test('a move in the queue without a reason, and one that is edited or taken back', async () => {
  const id = await event()
  const [sign_up_id, other] = [
    await aSignUp(bed.db, id, { state: 'waiting' }),
    await aSignUp(bed.db, id, { state: 'waiting' }),
  ]
  const move = {
    id: newId(),
    event_id: id,
    sign_up_id,
    before_id: other,
    by_person: bo,
    reason: 'Tolk',
    at: now,
  }
  const add = (row: Partial<typeof move> & { from_place?: number; to_place?: number }) =>
    db
      .insertInto('queue_move')
      .values({ ...move, id: newId(), ...row })
      .execute()
  for (const reason of ['', '   ']) await rejects(add({ reason }), /check|constraint/i)
  await rejects(add({ before_id: sign_up_id }), /check|constraint/i)
  await rejects(add({ from_place: 0 }), /check|constraint/i)
  await rejects(add({ to_place: -1 }), /check|constraint/i)
  await rejects(add({ by_person: 'nobody' }), /foreign key/i)
  await add({ id: move.id })
  const made = () => db.updateTable('queue_move').where('id', '=', move.id)
  await rejects(made().set({ reason: 'Annat' }).execute(), /stands/)
  await rejects(made().set({ before_id: null }).execute(), /stands/)
  await rejects(db.deleteFrom('queue_move').where('id', '=', move.id).execute(), /stands/)
})

test('a seat of somebody who is not known to mean it, or with an end, or an end without a seat', async () => {
  const id = await event()
  const check = /check|constraint/i
  await rejects(aSignUp(bed.db, id, { confirmed_at: null }), check)
  await rejects(aSignUp(bed.db, id, { state: 'offered', held_until: now, confirmed_at: null }), check)
  await rejects(aSignUp(bed.db, id, { state: 'held' }), check)
  await rejects(aSignUp(bed.db, id, { held_until: now }), check)
  await rejects(aSignUp(bed.db, id, { state: 'cancelled', cancelled_at: now }), check)
  const row = await aSignUp(bed.db, id)
  await rejects(change(row, { confirmed_at: null }), check)
})

test('a companion who brings himself, one who has no name and no bringer, and nobody without an address', async () => {
  const id = await event()
  const row = await aSignUp(bed.db, id)
  const check = /check|constraint/i
  await rejects(change(row, { brought_by: row }), check)
  await rejects(change(row, { named: 0 }), check)
  await rejects(change(row, { email: null }), check)
  await rejects(change(row, { email: 'Stor@example.org' }), check)
  await rejects(change(row, { brought_by: 'nobody' }), /foreign key/i)
  const other = await aSignUp(bed.db, id, { brought_by: row, email: null, named: 0 })
  equal((await db.selectFrom('sign_up').selectAll().where('id', '=', other).execute()).length, 1)
})
