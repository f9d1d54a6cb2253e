import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from './tables.ts'

/** What of the record followers are told of. */
const tellable = ['announcement-published', 'course-opened', 'event-published'] as const
export type Tellable = (typeof tellable)[number]

export interface Happening {
  id: string
  what: Tellable
  about: string
  at: Instant
}

/** What nobody has been told of yet, or not everybody, the oldest first. */
export const notYetTold = (db: Reads, max: number): Promise<Happening[]> =>
  db
    .selectFrom('record')
    .leftJoin('told', 'told.record_id', 'record.id')
    .select(['record.id', 'record.what', 'record.about', 'record.at'])
    .where('record.what', 'in', tellable)
    .where((eb) => eb.or([eb('told.record_id', 'is', null), eb('told.last_subscription', 'is not', null)]))
    .orderBy('record.id')
    .limit(max)
    .$narrowType<{ what: Tellable }>()
    .execute()

/**
 * Takes the telling of one thing for this transaction alone, and answers with the subscription that was told last, ''
 * before the first; undefined when all have been told. The update holds the row, so another process waits here, and
 * then goes on after the batch that was told meanwhile.
 */
export async function holdTelling(tx: Writes, recordId: string, now: Instant): Promise<string | undefined> {
  const begun = { record_id: recordId, at: now, last_subscription: '' }
  await tx
    .insertInto('told')
    .values(begun)
    .onConflict((conflict) => conflict.column('record_id').doNothing())
    .execute()
  const held = await tx
    .updateTable('told')
    .set({ at: now })
    .where('record_id', '=', recordId)
    .where('last_subscription', 'is not', null)
    .returning('last_subscription')
    .executeTakeFirst()
  return held?.last_subscription ?? undefined
}

/** Remembers how far the telling has come; null when everybody has been told. */
export const markTold = (tx: Writes, recordId: string, lastSubscription: string | null) =>
  tx
    .updateTable('told')
    .set({ last_subscription: lastSubscription })
    .where('record_id', '=', recordId)
    .execute()

export interface Follower {
  id: string
  email: string
  language: Language
}

interface Batch {
  /** Null for the news. */
  seriesId: string | null
  /** Only those who followed when it happened. */
  at: Instant
  after: string
  max: number
}

export const followersToTell = (db: Reads, { seriesId, at, after, max }: Batch): Promise<Follower[]> =>
  db
    .selectFrom('subscription')
    .select(['id', 'email', 'language'])
    .where('series_id', seriesId === null ? 'is' : '=', seriesId)
    .where('confirmed_at', '<=', at)
    .where('ended_at', 'is', null)
    .where('email', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(max)
    .$narrowType<{ email: string }>()
    .execute()

export const announcementToTell = (db: Reads, id: string) =>
  db
    .selectFrom('announcement')
    .select(['id', 'slug', 'title', 'lead'])
    .where('id', '=', id)
    .where('published_at', 'is not', null)
    .where('taken_down_at', 'is', null)
    .executeTakeFirst()
