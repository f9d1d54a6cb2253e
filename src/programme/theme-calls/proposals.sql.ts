import type { Insertable, Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { SupportRow, ThemeTables } from './tables.ts'

/** Proposals whose author has confirmed an address; the others are nobody's yet. */
const proposals = (db: Reads) =>
  db
    .selectFrom('theme_proposal')
    .selectAll('theme_proposal')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('theme_support')
          .select('theme_support.id')
          .whereRef('theme_support.proposal_id', '=', 'theme_proposal.id')
          .where('theme_support.kind', '=', 'proposed')
          .where('theme_support.confirmed_at', 'is not', null),
      ),
    )

export type Proposal = Awaited<ReturnType<typeof proposalsIn>>[number]

export const proposalsIn = (db: Reads, callId: string) =>
  proposals(db)
    .where('theme_proposal.call_id', '=', callId)
    .orderBy('theme_proposal.proposed_at')
    .orderBy('theme_proposal.id')
    .execute()

export const proposalWithId = (db: Reads, callId: string, id: string) =>
  proposals(db)
    .where('theme_proposal.call_id', '=', callId)
    .where('theme_proposal.id', '=', id)
    .executeTakeFirst()

/** How many have proposed or seconded each proposal of a call, by what they take part as. */
export const supportIn = (db: Reads, callId: string) =>
  db
    .selectFrom('theme_support')
    .innerJoin('theme_proposal', 'theme_proposal.id', 'theme_support.proposal_id')
    .select(['theme_support.proposal_id', 'theme_support.capacity'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('theme_proposal.call_id', '=', callId)
    .where('theme_support.confirmed_at', 'is not', null)
    .groupBy(['theme_support.proposal_id', 'theme_support.capacity'])
    .execute()

/** How many people that was, each counted once. */
export const peopleIn = async (db: Reads, callId: string): Promise<number> => {
  const query = db
    .selectFrom('theme_support')
    .innerJoin('theme_proposal', 'theme_proposal.id', 'theme_support.proposal_id')
    .select((eb) => eb.fn.count<number>('theme_support.email').distinct().as('people'))
    .where('theme_proposal.call_id', '=', callId)
    .where('theme_support.confirmed_at', 'is not', null)
  return (await query.executeTakeFirstOrThrow()).people
}

/** False when the same form was sent a moment ago. */
export const addProposal = async (
  db: Writes,
  row: Insertable<ThemeTables['theme_proposal']>,
): Promise<boolean> => {
  const insert = db.insertInto('theme_proposal').values(row)
  const added = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeProposal = (db: Writes, id: string, change: Updateable<ThemeTables['theme_proposal']>) =>
  db.updateTable('theme_proposal').set(change).where('id', '=', id).execute()

export const supportBy = (db: Reads, proposalId: string, email: string): Promise<SupportRow | undefined> =>
  db
    .selectFrom('theme_support')
    .selectAll()
    .where('proposal_id', '=', proposalId)
    .where('email', '=', email)
    .executeTakeFirst()

export const addSupport = (db: Writes, row: SupportRow) =>
  db.insertInto('theme_support').values(row).execute()

export const changeSupport = (db: Writes, id: string, change: Updateable<ThemeTables['theme_support']>) =>
  db.updateTable('theme_support').set(change).where('id', '=', id).execute()

export const removeSupport = (db: Writes, id: string) =>
  db.deleteFrom('theme_support').where('id', '=', id).execute()

/** The proposal with everything that hangs on it. */
export const removeProposal = (db: Writes, id: string) =>
  db.deleteFrom('theme_proposal').where('id', '=', id).execute()

/** How many second a proposal, those included who still have to confirm their address. */
export const secondersOf = async (db: Reads, proposalId: string): Promise<number> => {
  const query = db
    .selectFrom('theme_support')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('proposal_id', '=', proposalId)
    .where('kind', '=', 'seconded')
  return (await query.executeTakeFirstOrThrow()).count
}

/** What a mailed link is about. */
export const supportOfLink = (db: Reads, tokenHash: string) =>
  db
    .selectFrom('theme_support')
    .innerJoin('theme_proposal', 'theme_proposal.id', 'theme_support.proposal_id')
    .selectAll('theme_support')
    .select(['theme_proposal.call_id', 'theme_proposal.title', 'theme_proposal.language as written_in'])
    .where('theme_support.token_hash', '=', tokenHash)
    .executeTakeFirst()
export type LinkedSupport = NonNullable<Awaited<ReturnType<typeof supportOfLink>>>

export const authorOf = (db: Reads, proposalId: string): Promise<SupportRow | undefined> =>
  db
    .selectFrom('theme_support')
    .selectAll()
    .where('proposal_id', '=', proposalId)
    .where('kind', '=', 'proposed')
    .executeTakeFirst()

/** Everybody who took part in a call and wishes to know what it became; whoever did so twice stands twice. */
export const wishToKnow = (db: Reads, callId: string) =>
  db
    .selectFrom('theme_support')
    .innerJoin('theme_proposal', 'theme_proposal.id', 'theme_support.proposal_id')
    .select(['theme_support.id', 'theme_support.email', 'theme_support.language'])
    .where('theme_proposal.call_id', '=', callId)
    .where('theme_support.confirmed_at', 'is not', null)
    .where('theme_support.wants_news', '=', 1)
    .where('theme_support.email', 'is not', null)
    .orderBy('theme_support.id')
    .execute()

/** Proposals go with what nobody has confirmed. */
export async function removeUnconfirmed(db: Writes, askedBefore: Instant): Promise<void> {
  const isOld = (table: 'theme_support') =>
    db
      .selectFrom(table)
      .select('proposal_id')
      .where('kind', '=', 'proposed')
      .where('confirmed_at', 'is', null)
      .where('asked_at', '<', askedBefore)
  await db.deleteFrom('theme_proposal').where('id', 'in', isOld('theme_support')).execute()
  await db
    .deleteFrom('theme_support')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', askedBefore)
    .execute()
}

/** Calls whose theme was set, or that closed without one, before these moments, and that know addresses still. */
export const callsToForget = async (
  db: Reads,
  { setBefore, closedBefore }: { setBefore: Instant; closedBefore: Instant },
): Promise<string[]> => {
  const rows = await db
    .selectFrom('theme_support')
    .innerJoin('theme_proposal', 'theme_proposal.id', 'theme_support.proposal_id')
    .innerJoin('theme_call', 'theme_call.id', 'theme_proposal.call_id')
    .leftJoin('theme_decision', 'theme_decision.call_id', 'theme_call.id')
    .select('theme_call.id')
    .distinct()
    .where('theme_support.forgotten_at', 'is', null)
    .where((eb) =>
      eb.or([eb('theme_decision.decided_at', '<', setBefore), eb('theme_call.closes_at', '<', closedBefore)]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** Wipes the addresses of a call; how many people there were, and what they take part as, stays. */
export const forgetAddresses = async (db: Writes, callId: string, now: Instant): Promise<number> => {
  const wiped = await db
    .updateTable('theme_support')
    .set({ email: null, token_hash: null, forgotten_at: now })
    .where('forgotten_at', 'is', null)
    .where('proposal_id', 'in', (eb) =>
      eb.selectFrom('theme_proposal').select('id').where('call_id', '=', callId),
    )
    .executeTakeFirst()
  return Number(wiped.numUpdatedRows)
}
