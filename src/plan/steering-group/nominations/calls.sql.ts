import type { Insertable, Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../../tables.ts'
import type { NominationRow, SteeringTables } from '../tables.ts'

const calls = (db: Reads) =>
  db
    .selectFrom('nomination_call')
    .innerJoin('party', 'party.id', 'nomination_call.party_id')
    .leftJoin('event', 'event.id', 'nomination_call.event_id')
    .selectAll('nomination_call')
    .select(['party.name as party_name', 'party.key as party_key', 'event.title as event_title'])
    .select(['event.slug as event_slug', 'event.published_at as event_published_at'])

export type Call = Awaited<ReturnType<typeof allCalls>>[number]

/** The latest first. */
export const allCalls = (db: Reads) =>
  calls(db).orderBy('nomination_call.closes_on', 'desc').orderBy('nomination_call.id').limit(30).execute()

export const callWithId = (db: Reads, id: string) =>
  calls(db).where('nomination_call.id', '=', id).executeTakeFirst()

/** The seats that a call is for. */
export const seatsOfCall = (db: Reads, callId: string) =>
  db
    .selectFrom('nomination_call_seat')
    .innerJoin('steering_seat', 'steering_seat.id', 'nomination_call_seat.seat_id')
    .select(['steering_seat.id', 'steering_seat.body', 'steering_seat.category', 'steering_seat.position'])
    .where('nomination_call_seat.call_id', '=', callId)
    .orderBy('steering_seat.body', 'desc')
    .orderBy('steering_seat.position')
    .execute()
export type CallSeat = Awaited<ReturnType<typeof seatsOfCall>>[number]

export const addCall = async (
  db: Writes,
  row: Insertable<SteeringTables['nomination_call']>,
): Promise<boolean> => {
  const insert = db.insertInto('nomination_call').values(row)
  const added = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeCall = (db: Writes, id: string, change: Updateable<SteeringTables['nomination_call']>) =>
  db.updateTable('nomination_call').set(change).where('id', '=', id).execute()

export async function setCallSeats(db: Writes, callId: string, seatIds: readonly string[]): Promise<void> {
  await db.deleteFrom('nomination_call_seat').where('call_id', '=', callId).execute()
  const rows = seatIds.map((seat_id) => ({ call_id: callId, seat_id }))
  if (rows.length > 0) await db.insertInto('nomination_call_seat').values(rows).execute()
}

/** Those whose nominator's address is confirmed; the others are nobody's yet. */
export const nominationsOf = (db: Reads, callId: string): Promise<NominationRow[]> =>
  db
    .selectFrom('nomination')
    .selectAll()
    .where('call_id', '=', callId)
    .where('confirmed_at', 'is not', null)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

export const addNomination = async (
  db: Writes,
  row: Insertable<SteeringTables['nomination']>,
): Promise<boolean> => {
  const insert = db.insertInto('nomination').values(row)
  const added = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeNomination = (db: Writes, id: string, change: Updateable<SteeringTables['nomination']>) =>
  db.updateTable('nomination').set(change).where('id', '=', id).execute()

/** The same person for the same seat of a call, while it is known who that is. */
export const sameNomination = (
  db: Reads,
  callId: string,
  { email, seatId, body }: { email: string; seatId: string | null; body: NominationRow['body'] },
) =>
  db
    .selectFrom('nomination')
    .selectAll()
    .where('call_id', '=', callId)
    .where('nominee_email', '=', email)
    .where('body', '=', body)
    .where('seat_id', seatId === null ? 'is' : '=', seatId)
    .executeTakeFirst()

export const nominationOfNominator = (db: Reads, tokenHash: string) =>
  db.selectFrom('nomination').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()

export const nominationOfNominee = (db: Reads, tokenHash: string) =>
  db.selectFrom('nomination').selectAll().where('nominee_token_hash', '=', tokenHash).executeTakeFirst()

export const electedIn = (db: Reads, callId: string) =>
  db
    .selectFrom('seat_term')
    .innerJoin('nomination', 'nomination.id', 'seat_term.nomination_id')
    .select(['seat_term.seat_id', 'seat_term.person_name', 'seat_term.consented_at'])
    .where('nomination.call_id', '=', callId)
    .execute()

export const wiped = {
  ...{ nominee_name: null, nominee_email: null, nominator_email: null, why: null, presentation: null },
  ...{ organisation: null, token_hash: null, nominee_token_hash: null, shows_name: 0 },
}

export const removeUnconfirmed = (db: Writes, askedBefore: Instant) =>
  db.deleteFrom('nomination').where('confirmed_at', 'is', null).where('asked_at', '<', askedBefore).execute()

/** Of calls that were decided, or closed without a decision, before these days. */
export const wipeNominations = async (
  db: Writes,
  now: Instant,
  { electedBefore, closedBefore }: { electedBefore: Instant; closedBefore: string },
): Promise<number> => {
  const result = await db
    .updateTable('nomination')
    .set({ ...wiped, wiped_at: now })
    .where('wiped_at', 'is', null)
    .where('call_id', 'in', (eb) =>
      eb
        .selectFrom('nomination_call')
        .select('id')
        .where((or) => or.or([or('elected_at', '<', electedBefore), or('closes_on', '<', closedBefore)])),
    )
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
