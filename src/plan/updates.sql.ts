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

export const updateExists = async (db: Writes, id: string): Promise<boolean> =>
  (await db.selectFrom('commitment_update').select('id').where('id', '=', id).executeTakeFirst()) !==
  undefined

export const addUpdate = (db: Writes, row: Insertable<PlanTables['commitment_update']>) =>
  db.insertInto('commitment_update').values(row).execute()
