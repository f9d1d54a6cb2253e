import { sql, type Updateable } from 'kysely'
import { json } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { Publish } from './pledge.rules.ts'
import type { NewGift, PartnerTables, Reads, Writes } from './tables.ts'

/** What may be read of a gift is what the pledge says now; without a pledge, what the office wrote down. */
const gifts = (db: Reads) =>
  db
    .selectFrom('partner_gift')
    .leftJoin('organisation', 'organisation.id', 'partner_gift.organisation_id')
    .leftJoin('pledge', 'pledge.id', 'partner_gift.pledge_id')
    .select(['partner_gift.id', 'partner_gift.year', 'partner_gift.organisation_id', 'partner_name'])
    .select(['sek', 'hours', 'in_kind', 'given_to', 'given_on', 'went_to', 'partner_gift.pledge_id'])
    .select(['organisation.name as organisation_name', 'organisation.slug'])
    // A person's name stands in the pledge alone, where it can be wiped.
    .select(['pledge.giver as giver_kind', 'pledge.giver_name'])
    .select(sql<Publish>`coalesce(pledge.publish, partner_gift.publish)`.as('publish'))

export type Gift = Awaited<ReturnType<ReturnType<typeof gifts>['execute']>>[number]

/** What partners gave to the work of a year, in the order it was written down. */
export const giftsOf = (db: Reads, year: number): Promise<Gift[]> =>
  gifts(db).where('partner_gift.year', '=', year).orderBy('written_at').orderBy('partner_gift.id').execute()

/** Everything that was ever given, the latest year first. */
export const everyGift = (db: Reads): Promise<Gift[]> =>
  gifts(db)
    .orderBy('partner_gift.year', 'desc')
    .orderBy('partner_gift.given_on', 'desc')
    .orderBy('written_at', 'desc')
    .orderBy('partner_gift.id')
    .execute()

export const giftOfPledge = (db: Reads, pledgeId: string): Promise<Gift | undefined> =>
  gifts(db).where('partner_gift.pledge_id', '=', pledgeId).executeTakeFirst()

export const giftWithId = (db: Reads, id: string) =>
  db.selectFrom('partner_gift').selectAll().where('id', '=', id).executeTakeFirst()

export const addGift = (db: Writes, row: NewGift) => db.insertInto('partner_gift').values(row).execute()

export const changeGift = (db: Writes, id: string, change: Updateable<PartnerTables['partner_gift']>) =>
  db.updateTable('partner_gift').set(change).where('id', '=', id).execute()

/** Keeps a gift as it stands, before it is corrected. */
export const addCorrection = (
  db: Writes,
  { id, sek, hours, in_kind, given_to, given_on, went_to }: Gift,
  why: { number: number; reason: string; at: Instant; by_person: string },
) =>
  db
    .insertInto('partner_gift_correction')
    .values({
      ...{ gift_id: id, sek, hours, in_kind: json(in_kind), given_to: json(given_to) },
      ...{ given_on: given_on ?? '', went_to, ...why },
    })
    .execute()

/** What a gift was before, the latest first, and why it was corrected. */
export const correctionsOf = (db: Reads, giftId: string) =>
  db
    .selectFrom('partner_gift_correction as former')
    .innerJoin('person', 'person.id', 'former.by_person')
    .select(['former.number', 'sek', 'hours', 'in_kind', 'given_to', 'given_on', 'went_to', 'reason', 'at'])
    .select('person.name as by')
    .where('gift_id', '=', giftId)
    .orderBy('former.number', 'desc')
    .execute()

export type Correction = Awaited<ReturnType<typeof correctionsOf>>[number]

export const removeGift = (db: Writes, id: string) =>
  db.deleteFrom('partner_gift').where('id', '=', id).execute()
