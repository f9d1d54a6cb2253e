import type { Insertable } from 'kysely'
import type { PlanTables, Reads, Writes } from '../tables.ts'

/** What partners gave to the work of a year, in the order it was written down. */
export const giftsOf = (db: Reads, year: number) =>
  db
    .selectFrom('partner_gift')
    .leftJoin('organisation', 'organisation.id', 'partner_gift.organisation_id')
    .select(['partner_gift.id', 'partner_gift.year', 'organisation_id', 'partner_name', 'sek', 'hours'])
    .select(['in_kind', 'given_to', 'organisation.name as organisation_name', 'organisation.slug'])
    .where('partner_gift.year', '=', year)
    .orderBy('written_at')
    .orderBy('partner_gift.id')
    .execute()

export type Gift = Awaited<ReturnType<typeof giftsOf>>[number]

export const giftWithId = (db: Reads, id: string) =>
  db.selectFrom('partner_gift').selectAll().where('id', '=', id).executeTakeFirst()

export const addGift = (db: Writes, row: Insertable<PlanTables['partner_gift']>) =>
  db.insertInto('partner_gift').values(row).execute()

export const removeGift = (db: Writes, id: string) =>
  db.deleteFrom('partner_gift').where('id', '=', id).execute()
