import type { Insertable } from 'kysely'
import type { PlanTables, Reads, Writes } from '../tables.ts'

/** Everything the Commission wrote that is known here, in its order. */
export const commissionItems = (db: Reads) =>
  db.selectFrom('commission_item').selectAll().orderBy('position').orderBy('code').execute()

export type CommissionItem = Awaited<ReturnType<typeof commissionItems>>[number]

export const addCommissionItems = (db: Writes, rows: readonly Insertable<PlanTables['commission_item']>[]) =>
  db
    .insertInto('commission_item')
    .values([...rows])
    .execute()
