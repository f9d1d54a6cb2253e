import type { Updateable } from 'kysely'
import type { Texts } from '#platform/language.ts'
import type { Reads, Writes } from '../tables.ts'
import type { LunchTables, NewOffer, OfferRow, OfferState } from './tables.ts'

export interface Offer extends OfferRow {
  organisation: Texts | null
  need_number: number | null
}

const offers = (db: Reads) =>
  db
    .selectFrom('lunch_offer')
    .leftJoin('organisation', 'organisation.id', 'lunch_offer.organisation_id')
    .leftJoin('lunch_need', 'lunch_need.id', 'lunch_offer.need_id')
    .selectAll('lunch_offer')
    .select(['organisation.name as organisation', 'lunch_need.number as need_number'])

export const addOffer = (db: Writes, row: NewOffer) => db.insertInto('lunch_offer').values(row).execute()

export const changeOffer = (db: Writes, id: string, change: Updateable<LunchTables['lunch_offer']>) =>
  db.updateTable('lunch_offer').set(change).where('id', '=', id).execute()

export const offerWithId = (db: Reads, id: string): Promise<Offer | undefined> =>
  offers(db).where('lunch_offer.id', '=', id).executeTakeFirst()

/** Offers that somebody has confirmed, oldest first. */
export const offersIn = (db: Reads, state: OfferState): Promise<Offer[]> =>
  offers(db)
    .where('lunch_offer.state', '=', state)
    .where('lunch_offer.confirmed_at', 'is not', null)
    .orderBy('lunch_offer.handed_in_at')
    .orderBy('lunch_offer.id')
    .limit(200)
    .execute()

/** Offers that stand and are about these needs. */
export const offersOn = (db: Reads, needIds: readonly string[]): Promise<Offer[]> =>
  offers(db)
    .where('lunch_offer.state', '=', 'open')
    .where('lunch_offer.need_id', 'in', needIds)
    .orderBy('lunch_offer.handed_in_at')
    .orderBy('lunch_offer.id')
    .execute()
