import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { LinkRow, Reads, SubscriptionRow, Writes } from './tables.ts'

/** The series that can be followed, as the form lists them. */
export const seriesToFollow = (db: Reads) =>
  db.selectFrom('series').select(['id', 'key', 'name']).orderBy('position').execute()

export const seriesToFollowWithKey = (db: Reads, key: string) =>
  db.selectFrom('series').select(['id', 'key', 'name']).where('key', '=', key).executeTakeFirst()

/** Adds a wish unless the address has the same one already. */
export const addSubscription = (db: Writes, row: SubscriptionRow) =>
  db
    .insertInto('subscription')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** The wish of an address that has not ended: for the news when no series is named. */
export const subscriptionOf = (db: Reads, email: string, seriesId: string | null) =>
  db
    .selectFrom('subscription')
    .selectAll()
    .where('email', '=', email)
    .where('series_id', seriesId === null ? 'is' : '=', seriesId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** An unconfirmed wish lasts as long as its newest link. */
export const askedAgain = (db: Writes, id: string, now: Instant) =>
  db
    .updateTable('subscription')
    .set({ asked_at: now })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute()

export const addLink = (db: Writes, row: LinkRow) => db.insertInto('subscription_link').values(row).execute()

/** What a mailed link is about. */
export interface LinkedWish {
  id: string
  language: Language
  confirmed_at: Instant | null
  ended_at: Instant | null
  /** Null when it is the news. */
  series_key: string | null
  series_name: Texts | null
  link_language: Language
  link_created_at: Instant
}

export const wishOfLink = (
  db: Reads,
  hash: string,
  purpose: LinkRow['purpose'],
): Promise<LinkedWish | undefined> =>
  db
    .selectFrom('subscription_link as link')
    .innerJoin('subscription', 'subscription.id', 'link.subscription_id')
    .leftJoin('series', 'series.id', 'subscription.series_id')
    .select([
      'subscription.id',
      'subscription.language',
      'subscription.confirmed_at',
      'subscription.ended_at',
    ])
    .select(['series.key as series_key', 'series.name as series_name'])
    .select(['link.language as link_language', 'link.created_at as link_created_at'])
    .where('link.token_hash', '=', hash)
    .where('link.purpose', '=', purpose)
    .executeTakeFirst()

export const confirm = (db: Writes, id: string, language: Language, now: Instant) =>
  db
    .updateTable('subscription')
    .set((eb) => ({ language, confirmed_at: eb.fn.coalesce('confirmed_at', eb.val(now)) }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()

/** Ends a wish and forgets whose it was; false when it had ended. */
export const end = async (db: Writes, id: string, now: Instant): Promise<boolean> => {
  const update = db.updateTable('subscription').set({ email: null, ended_at: now }).where('id', '=', id)
  return (await update.where('ended_at', 'is', null).executeTakeFirstOrThrow()).numUpdatedRows === 1n
}

/** Forgets addresses that nobody confirmed, with their links. */
export const removeUnconfirmed = (db: Writes, before: Instant) =>
  db
    .deleteFrom('subscription')
    .where('confirmed_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('asked_at', '<', before)
    .execute()

/** How many follow what; the row without a series is the news. */
export const followerCounts = (db: Reads) =>
  db
    .selectFrom('subscription')
    .select(['series_id', (eb) => eb.fn.countAll<number>().as('followers')])
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .groupBy('series_id')
    .execute()
