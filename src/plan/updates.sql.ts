import type { Insertable } from 'kysely'
import type { PlanTables, Reads, Writes } from './tables.ts'

/** Everything that was told about a commitment, the latest first. Who wrote it stays in the office. */
export const updatesOf = (db: Reads, commitmentId: string) =>
  db
    .selectFrom('commitment_update')
    .select(['id', 'at', 'state', 'said', 'evidence_url'])
    .where('commitment_id', '=', commitmentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type Update = Awaited<ReturnType<typeof updatesOf>>[number]

/** What was told last about any commitment: for the home page. */
export const latestUpdates = (db: Reads, limit: number) =>
  db
    .selectFrom('commitment_update')
    .innerJoin('commitment', 'commitment.id', 'commitment_update.commitment_id')
    .select([
      'commitment.number',
      'commitment.title',
      'commitment_update.at',
      'commitment_update.state',
      'commitment_update.said',
    ])
    .orderBy('commitment_update.at', 'desc')
    .orderBy('commitment_update.id', 'desc')
    .limit(limit)
    .execute()

export const updateExists = async (db: Writes, id: string): Promise<boolean> =>
  (await db.selectFrom('commitment_update').select('id').where('id', '=', id).executeTakeFirst()) !==
  undefined

export const addUpdate = (db: Writes, row: Insertable<PlanTables['commitment_update']>) =>
  db.insertInto('commitment_update').values(row).execute()
