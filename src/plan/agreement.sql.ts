import type { Insertable } from 'kysely'
import type { PlanTables, Reads, Writes } from './tables.ts'

/** The agreement in force: the one that was adopted last. */
export const agreementInForce = (db: Reads) =>
  db
    .selectFrom('agreement')
    .selectAll()
    .orderBy('adopted_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const principlesOf = (db: Reads, agreementId: string) =>
  db
    .selectFrom('principle')
    .select(['key', 'name', 'about'])
    .where('agreement_id', '=', agreementId)
    .orderBy('position')
    .execute()

export type Principle = Awaited<ReturnType<typeof principlesOf>>[number]

export const addAgreement = (db: Writes, row: Insertable<PlanTables['agreement']>) =>
  db.insertInto('agreement').values(row).execute()

export const addPrinciples = (db: Writes, rows: Insertable<PlanTables['principle']>[]) =>
  db.insertInto('principle').values(rows).execute()
