import type { Insertable, Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { MalmoHourTables } from './tables.ts'

/** Everything that was accepted: what waits for a slot, has one, or was presented. */
export const acceptedRows = (db: Reads) =>
  db
    .selectFrom('hour_proposal')
    .selectAll()
    .where('state', '=', 'accepted')
    .orderBy('decided_at')
    .orderBy('id')
    .execute()

export type ProposalRow = Awaited<ReturnType<typeof acceptedRows>>[number]

/** What waits for the answer of a side, the longest first. */
export const waitingFor = (db: Reads, partyId: string): Promise<ProposalRow[]> =>
  db
    .selectFrom('hour_proposal')
    .selectAll()
    .where('party_id', '=', partyId)
    .where('state', '=', 'waiting')
    .orderBy('confirmed_at')
    .orderBy('id')
    .execute()

export const proposalWithId = (db: Reads, id: string): Promise<ProposalRow | undefined> =>
  db.selectFrom('hour_proposal').selectAll().where('id', '=', id).executeTakeFirst()

export const proposalOfLink = (db: Reads, hash: string): Promise<ProposalRow | undefined> =>
  db
    .selectFrom('hour_proposal_link')
    .innerJoin('hour_proposal', 'hour_proposal.id', 'hour_proposal_link.proposal_id')
    .selectAll('hour_proposal')
    .where('token_hash', '=', hash)
    .executeTakeFirst()

/** False when the same form was sent a moment ago. */
export const addProposal = async (
  db: Writes,
  row: Insertable<MalmoHourTables['hour_proposal']>,
): Promise<boolean> => {
  const insert = db.insertInto('hour_proposal').values(row)
  const added = await insert
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return added.numInsertedOrUpdatedRows === 1n
}

export const addProposalLink = (db: Writes, row: Insertable<MalmoHourTables['hour_proposal_link']>) =>
  db.insertInto('hour_proposal_link').values(row).execute()

export const changeProposalRow = (
  db: Writes,
  id: string,
  change: Updateable<MalmoHourTables['hour_proposal']>,
) => db.updateTable('hour_proposal').set(change).where('id', '=', id).execute()

/** What nobody confirmed in time goes with its links: the address may be somebody else's. */
export const removeUnconfirmedProposals = (db: Writes, before: Instant) =>
  db.deleteFrom('hour_proposal').where('state', '=', 'unconfirmed').where('asked_at', '<', before).execute()

/** Those that still hold an address, with the hour they were presented at, if any. */
export const withAddress = (db: Reads) =>
  db
    .selectFrom('hour_proposal')
    .leftJoin('hour_slot', 'hour_slot.id', 'hour_proposal.slot_id')
    .leftJoin('event', 'event.id', 'hour_slot.event_id')
    .selectAll('hour_proposal')
    .select(['event.ends_at', 'event.cancelled_at'])
    .where('hour_proposal.email', 'is not', null)
    .where('hour_proposal.state', '<>', 'unconfirmed')
    .execute()
