import type { Reads } from './tables.ts'

interface Wanted {
  /** The id after which the page begins: older ones. */
  before: string | undefined
  limit: number
}

/** What happened, the latest first, and the name of whoever did it. */
export const happenings = (db: Reads, { before, limit }: Wanted) =>
  db
    .selectFrom('record')
    .leftJoin('person', 'person.id', 'record.by_person')
    .select([
      'record.id',
      'record.at',
      'record.what',
      'record.about',
      'record.detail',
      'person.name as by_name',
    ])
    .$if(before !== undefined, (query) => query.where('record.id', '<', before ?? ''))
    .orderBy('record.id', 'desc')
    .limit(limit)
    .execute()

export type Happening = Awaited<ReturnType<typeof happenings>>[number]

/** The events among these ids, to show what it was about. */
export const eventsAmong = async (db: Reads, ids: readonly string[]) => {
  if (ids.length === 0) return []
  return db.selectFrom('event').select(['id', 'title']).where('id', 'in', ids).execute()
}
