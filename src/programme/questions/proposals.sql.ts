import { insertRows } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { QuestionTables } from './tables.ts'

/** What people would like to talk about, without who they are. */
export const proposalsAt = (db: Reads, eventId: string) =>
  db
    .selectFrom('table_proposal')
    .select(['id', 'words'])
    .where('event_id', '=', eventId)
    .orderBy('id')
    .execute()

export const proposalOf = (db: Reads, signUpId: string) =>
  db
    .selectFrom('table_proposal')
    .select(['id', 'words'])
    .where('sign_up_id', '=', signUpId)
    .executeTakeFirst()

export const addProposals = (tx: Writes, rows: readonly QuestionTables['table_proposal'][]) =>
  insertRows<QuestionTables['table_proposal']>(tx, 'table_proposal', rows)

export const changeProposalRow = (db: Writes, id: string, words: string): Promise<unknown> =>
  db.updateTable('table_proposal').set({ words }).where('id', '=', id).execute()

export const removeProposalRow = (db: Writes, id: string): Promise<unknown> =>
  db.deleteFrom('table_proposal').where('id', '=', id).execute()

/** Cuts the tie between proposals and their authors, at events that ended before this. */
export const forgetAuthors = (db: Writes, endedBefore: Instant) =>
  db
    .updateTable('table_proposal')
    .set({ sign_up_id: null })
    .where('sign_up_id', 'is not', null)
    .where('event_id', 'in', (eb) => eb.selectFrom('event').select('id').where('ends_at', '<', endedBefore))
    .executeTakeFirstOrThrow()
