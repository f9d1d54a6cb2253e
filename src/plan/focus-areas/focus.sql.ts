import type { Insertable, Updateable } from 'kysely'
import type { PlanTables, Reads, Writes } from '../tables.ts'

export const calls = (db: Reads) => db.selectFrom('focus_call').selectAll().orderBy('year', 'desc').execute()

export type Call = Awaited<ReturnType<typeof calls>>[number]

export const callOfYear = (db: Reads, year: number): Promise<Call | undefined> =>
  db.selectFrom('focus_call').selectAll().where('year', '=', year).executeTakeFirst()

export const callWithId = (db: Reads, id: string): Promise<Call | undefined> =>
  db.selectFrom('focus_call').selectAll().where('id', '=', id).executeTakeFirst()

export const saveCall = (db: Writes, row: Insertable<PlanTables['focus_call']>) =>
  db
    .insertInto('focus_call')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('year')
        .doUpdateSet({ words: row.words, opens_on: row.opens_on, closes_on: row.closes_on }),
    )
    .execute()

/** The plan in force that lasts in a year. */
export const planOfYear = (db: Reads, year: number) =>
  db
    .selectFrom('plan')
    .selectAll()
    .where('adopted_on', 'is not', null)
    .where('starts_on', '<=', `${year}-12-31`)
    .where('ends_on', '>=', `${year}-01-01`)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirst()

const proposals = (db: Reads) =>
  db
    .selectFrom('focus_proposal')
    .selectAll('focus_proposal')
    .select((eb) =>
      eb
        .selectFrom('focus_support')
        .select((sub) => sub.fn.countAll<number>().as('count'))
        .whereRef('focus_support.proposal_id', '=', 'focus_proposal.id')
        .where('focus_support.confirmed_at', 'is not', null)
        .$asScalar()
        .$notNull()
        .as('supporters'),
    )

export type Proposal = Awaited<ReturnType<typeof proposalsOfYear>>[number]

/** In the order in which they came, so that nobody stands first for having many behind them already. */
export const proposalsOfYear = (db: Reads, year: number) =>
  proposals(db)
    .where('year', '=', year)
    .where('state', '<>', 'withdrawn')
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export const proposalWithId = (db: Reads, id: string): Promise<Proposal | undefined> =>
  proposals(db).where('focus_proposal.id', '=', id).executeTakeFirst()

/** Areas that have stood in a plan in an earlier year: a year's choice may carry them on. */
export const chosenBefore = (db: Reads, year: number) =>
  proposals(db)
    .where('state', '=', 'chosen')
    .where('year', '<', year)
    .where('year', '>=', year - 5)
    .orderBy('created_at')
    .execute()

export const addProposal = (db: Writes, row: Insertable<PlanTables['focus_proposal']>) =>
  db
    .insertInto('focus_proposal')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()

export const changeProposal = (db: Writes, id: string, row: Updateable<PlanTables['focus_proposal']>) =>
  db.updateTable('focus_proposal').set(row).where('id', '=', id).execute()

/** What stands in the plans, the latest year first. */
export const areas = (db: Reads) =>
  db.selectFrom('focus_area').selectAll().orderBy('year', 'desc').orderBy('position').execute()

export type Area = Awaited<ReturnType<typeof areas>>[number]

export const submissionsOf = (db: Reads, callId: string) =>
  db
    .selectFrom('focus_submission')
    .selectAll()
    .where('call_id', '=', callId)
    .where('confirmed_at', 'is not', null)
    .orderBy('sent_at')
    .execute()

export type Submission = Awaited<ReturnType<typeof submissionsOf>>[number]

export const submissionWithId = (db: Reads, id: string): Promise<Submission | undefined> =>
  db.selectFrom('focus_submission').selectAll().where('id', '=', id).executeTakeFirst()

export const submissionOfToken = (db: Reads, hash: string): Promise<Submission | undefined> =>
  db.selectFrom('focus_submission').selectAll().where('token_hash', '=', hash).executeTakeFirst()

export const addSubmission = async (
  db: Writes,
  row: Insertable<PlanTables['focus_submission']>,
): Promise<boolean> => {
  const insert = db.insertInto('focus_submission').values(row)
  const added = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeSubmission = (db: Writes, id: string, row: Updateable<PlanTables['focus_submission']>) =>
  db.updateTable('focus_submission').set(row).where('id', '=', id).execute()

/** Proposals that came from somebody whose address is known still, and who has not been told what became of them. */
export const toTell = (db: Reads) =>
  db
    .selectFrom('focus_submission')
    .innerJoin('focus_proposal', 'focus_proposal.id', 'focus_submission.id')
    .select(['focus_submission.id', 'focus_submission.email', 'focus_submission.language'])
    .select(['focus_proposal.title', 'focus_proposal.state', 'focus_proposal.reason', 'focus_proposal.year'])
    .where('focus_proposal.state', 'in', ['chosen', 'not-chosen'])
    .where('focus_submission.told_at', 'is', null)
    .where('focus_submission.email', 'is not', null)
    .orderBy('focus_submission.id')
    .execute()

export const supportOfToken = (db: Reads, hash: string) =>
  db
    .selectFrom('focus_support')
    .innerJoin('focus_proposal', 'focus_proposal.id', 'focus_support.proposal_id')
    .selectAll('focus_support')
    .select(['focus_proposal.title', 'focus_proposal.year', 'focus_proposal.state'])
    .where('token_hash', '=', hash)
    .executeTakeFirst()

/** False when that address has said so already, confirmed or not; then it gets a new link. */
export const addSupport = async (
  db: Writes,
  row: Insertable<PlanTables['focus_support']>,
): Promise<boolean> => {
  const insert = db.insertInto('focus_support').values(row)
  const added = await insert
    .onConflict((conflict) => conflict.columns(['proposal_id', 'address_key']).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const renewSupport = (
  db: Writes,
  { proposal_id, address_key, token_hash, asked_at }: Insertable<PlanTables['focus_support']>,
) =>
  db
    .updateTable('focus_support')
    .set({ token_hash: token_hash ?? null, asked_at })
    .where('proposal_id', '=', proposal_id)
    .where('address_key', '=', address_key)
    .where('confirmed_at', 'is', null)
    .execute()

export const confirmSupport = (db: Writes, id: string, confirmed_at: string) =>
  db.updateTable('focus_support').set({ confirmed_at }).where('id', '=', id).execute()
