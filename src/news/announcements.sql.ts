import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { AnnouncementRow, NewAnnouncement, NewsReads, Reads, Writes } from './tables.ts'

/** What a list shows of an announcement. */
export interface AnnouncementLine {
  id: string
  slug: string
  title: Texts
  lead: Texts
  published_at: Instant
}

/** Where a list goes on: after the announcement with this moment and id. */
export interface After {
  published_at: Instant
  id: string
}

const published = (db: NewsReads, now: Instant) =>
  db
    .selectFrom('announcement')
    .where('published_at', 'is not', null)
    .where('published_at', '<=', now)
    .where('taken_down_at', 'is', null)
    .$narrowType<{ published_at: Instant }>()

/** What everybody may read, the newest first; from the beginning, or after the last one that was shown. */
export function latestAnnouncements(
  db: NewsReads,
  now: Instant,
  max: number,
  after: After | null = null,
): Promise<AnnouncementLine[]> {
  let query = published(db, now).select(['id', 'slug', 'title', 'lead', 'published_at'])
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple('published_at', 'id'), '<', eb.tuple(after.published_at, after.id)),
    )
  }
  return query
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(max)
    .$narrowType<{ published_at: Instant }>()
    .execute()
}

/** The newest with all they say, for the feed. */
export const latestInFull = (db: NewsReads, now: Instant, max: number) =>
  published(db, now)
    .selectAll()
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(max)
    .$narrowType<{ published_at: Instant }>()
    .execute()

export const announcementWithSlug = (db: Reads, slug: string): Promise<AnnouncementRow | undefined> =>
  db.selectFrom('announcement').selectAll().where('slug', '=', slug).executeTakeFirst()

export const announcementWithId = (db: Reads, id: string): Promise<AnnouncementRow | undefined> =>
  db.selectFrom('announcement').selectAll().where('id', '=', id).executeTakeFirst()

/** Every announcement, drafts too, the latest written first: one page of the office's list. */
export const allAnnouncements = (db: Reads, { max, skip }: { max: number; skip: number }) =>
  db
    .selectFrom('announcement')
    .select(['id', 'slug', 'title', 'created_at', 'published_at', 'taken_down_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(max)
    .offset(skip)
    .execute()

/** Adds it unless its address is taken, or it is there already; false when it is. */
export const addAnnouncement = async (db: Writes, row: NewAnnouncement): Promise<boolean> => {
  const insert = db.insertInto('announcement').values(row)
  const added = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeAnnouncement = (db: Writes, id: string, columns: Partial<NewAnnouncement>) =>
  db.updateTable('announcement').set(columns).where('id', '=', id).execute()
