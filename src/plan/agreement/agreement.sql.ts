import type { Insertable } from 'kysely'
import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { PlanTables, Reads, Writes } from '../tables.ts'

/** The agreement in force: the one that was adopted last. */
export const agreementInForce = (db: Reads) =>
  db
    .selectFrom('agreement')
    .selectAll()
    .orderBy('adopted_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const agreementWithId = (db: Reads, id: string) =>
  db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst()

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

export const changeAgreement = (
  db: Writes,
  id: string,
  { title, vision, about }: { title: Texts; vision: Texts; about: Texts },
) =>
  db
    .updateTable('agreement')
    .set({ title: json(title), vision: json(vision), about: json(about) })
    .where('id', '=', id)
    .execute()

export const changePrinciple = (db: Writes, agreementId: string, { key, name, about }: Principle) =>
  db
    .updateTable('principle')
    .set({ name: json(name), about: json(about) })
    .where('agreement_id', '=', agreementId)
    .where('key', '=', key)
    .execute()
