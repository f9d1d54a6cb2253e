import type { Insertable, Updateable } from 'kysely'
import type { Texts } from '#platform/language.ts'
import type { Reads, Writes } from '../../tables.ts'
import type { Body, SeatRow, SteeringTables, TermRow } from '../tables.ts'

export interface Seat extends SeatRow {
  party_key: string
  party_name: Texts
  /** The earliest first. */
  terms: TermRow[]
}

/** Seats of today with everybody who sat, sits or will sit there, in the order of the parties. */
export async function seatsOf(db: Reads, body?: Body): Promise<Seat[]> {
  const seats = db
    .selectFrom('steering_seat')
    .innerJoin('party', 'party.id', 'steering_seat.party_id')
    .selectAll('steering_seat')
    .select(['party.key as party_key', 'party.name as party_name'])
    .where('steering_seat.ended_on', 'is', null)
    .orderBy('party.position')
    .orderBy('steering_seat.body', 'desc')
    .orderBy('steering_seat.position')
    .orderBy('steering_seat.id')
  const rows = await (body ? seats.where('steering_seat.body', '=', body) : seats).execute()
  const terms = Map.groupBy(await allTerms(db), (one) => one.seat_id)
  return rows.map((row) => ({ ...row, terms: terms.get(row.id) ?? [] }))
}

const allTerms = (db: Reads) =>
  db.selectFrom('seat_term').selectAll().orderBy('starts_on').orderBy('id').execute()

export async function seatWithId(db: Reads, id: string): Promise<Seat | undefined> {
  const row = await db
    .selectFrom('steering_seat')
    .innerJoin('party', 'party.id', 'steering_seat.party_id')
    .selectAll('steering_seat')
    .select(['party.key as party_key', 'party.name as party_name'])
    .where('steering_seat.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const terms = db.selectFrom('seat_term').selectAll().where('seat_id', '=', id)
  return { ...row, terms: await terms.orderBy('starts_on').orderBy('id').execute() }
}

/** False when the same form was sent a moment ago. */
export const addSeat = async (
  db: Writes,
  row: Insertable<SteeringTables['steering_seat']>,
): Promise<boolean> => {
  const insert = db.insertInto('steering_seat').values(row)
  const added = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeSeat = (db: Writes, id: string, change: Updateable<SteeringTables['steering_seat']>) =>
  db.updateTable('steering_seat').set(change).where('id', '=', id).execute()

export const addTerm = (db: Writes, row: Insertable<SteeringTables['seat_term']>) =>
  db.insertInto('seat_term').values(row).execute()

export const changeTerm = (db: Writes, id: string, change: Updateable<SteeringTables['seat_term']>) =>
  db.updateTable('seat_term').set(change).where('id', '=', id).execute()

/** The number after the last seat of that party and body. */
export async function nextPosition(db: Reads, partyId: string, body: Body): Promise<number> {
  const query = db.selectFrom('steering_seat').select((eb) => eb.fn.max('position').as('last'))
  const row = await query.where('party_id', '=', partyId).where('body', '=', body).executeTakeFirstOrThrow()
  return (row.last ?? 0) + 1
}

export const addMemberLink = (db: Writes, row: SteeringTables['member_link']) =>
  db.insertInto('member_link').values(row).execute()

/** Whose link it is, with their seat. */
export const termOfLink = (db: Reads, tokenHash: string) =>
  db
    .selectFrom('member_link')
    .innerJoin('seat_term', 'seat_term.id', 'member_link.term_id')
    .innerJoin('steering_seat', 'steering_seat.id', 'seat_term.seat_id')
    .innerJoin('party', 'party.id', 'steering_seat.party_id')
    .selectAll('seat_term')
    .select(['steering_seat.category', 'steering_seat.body', 'party.name as party_name'])
    .where('member_link.token_hash', '=', tokenHash)
    .executeTakeFirst()
export type LinkedTerm = NonNullable<Awaited<ReturnType<typeof termOfLink>>>

/** Members and deputies of the steering group on a day who have an address: calls and drafts go to them. */
export const membersOn = (db: Reads, day: string) =>
  db
    .selectFrom('seat_term')
    .innerJoin('steering_seat', 'steering_seat.id', 'seat_term.seat_id')
    .innerJoin('party', 'party.id', 'steering_seat.party_id')
    .select(['seat_term.id', 'seat_term.person_name', 'seat_term.email', 'seat_term.language'])
    .select(['seat_term.kind', 'seat_term.consented_at', 'steering_seat.category', 'steering_seat.position'])
    .select(['steering_seat.party_id', 'party.name as party_name'])
    .where('steering_seat.body', '=', 'steering-group')
    .where('seat_term.starts_on', '<=', day)
    .where((eb) => eb(eb.fn.coalesce('seat_term.left_on', 'seat_term.ends_on'), '>=', day))
    .orderBy('party.position')
    .orderBy('steering_seat.position')
    .orderBy('seat_term.kind', 'desc')
    .execute()
export type MemberOfGroup = Awaited<ReturnType<typeof membersOn>>[number]

/** Terms that were over before that day, and know more than they need. */
export const termsToForget = (db: Reads, endedBefore: string) =>
  db
    .selectFrom('seat_term')
    .select(['id', 'consented_at'])
    .where((eb) => eb(eb.fn.coalesce('left_on', 'ends_on'), '<', endedBefore))
    .where('forgotten_at', 'is', null)
    .execute()
