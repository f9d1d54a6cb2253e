import type { EventRow, Reads, SeriesMark } from './tables.ts'
import type { Texts } from '#platform/language.ts'

/** An event together with the series it belongs to, as pages and calendars show it. */
export interface ProgrammeEvent extends EventRow {
  series_key: string
  series_name: Texts
  series_mark: SeriesMark
}

export const events = (db: Reads) =>
  db
    .selectFrom('event')
    .innerJoin('series', 'series.id', 'event.series_id')
    .selectAll('event')
    .select(['series.key as series_key', 'series.name as series_name', 'series.mark as series_mark'])

export type EventQuery = ReturnType<typeof events>

/** The event at an address that everybody may know: published, also when it was cancelled or held long ago. */
export const eventWithSlug = (db: Reads, slug: string): Promise<ProgrammeEvent | undefined> =>
  events(db).where('event.slug', '=', slug).where('event.published_at', 'is not', null).executeTakeFirst()

/** Any event, drafts too: for the office. */
export const eventWithId = (db: Reads, id: string): Promise<ProgrammeEvent | undefined> =>
  events(db).where('event.id', '=', id).executeTakeFirst()
