import { sql } from 'kysely'
import { containing } from '#platform/search.ts'
import { instantAt, localDate } from '#platform/time.ts'
import type { After } from '../events.sql.ts'
import type { MeetingReads } from '../tables.ts'
import { boundsOf, type Wanted } from './library.rules.ts'

/** Everything of the library that a list shows: the material, its event and its series. */
const items = (db: MeetingReads) =>
  db
    .selectFrom('library_item')
    .innerJoin('material', 'material.id', 'library_item.material_id')
    .innerJoin('series', 'series.id', 'library_item.series_id')
    .leftJoin('event', 'event.id', 'library_item.event_id')
    .leftJoin('stored_file', 'stored_file.id', 'material.file_id')
    .selectAll('material')
    .select(['stored_file.name as file_name', 'stored_file.bytes', 'stored_file.content_type'])
    .select(['library_item.happened_at', 'event.slug as event_slug', 'event.title as event_title'])
    .select(['series.key as series_key', 'series.name as series_name', 'series.mark as series_mark'])

export type LibraryItem = Awaited<ReturnType<typeof itemsFound>>[number]

/** What is found, the latest meeting first, from a place in the list on. */
export function itemsFound(db: MeetingReads, wanted: Wanted, page: { after: After | null; max: number }) {
  let query = items(db)
    .orderBy('library_item.happened_at', 'desc')
    .orderBy('library_item.material_id', 'desc')
    .limit(page.max)
  const { theme, series, year, language, kind } = wanted
  if (series) query = query.where('library_item.series_id', '=', idOfSeries(db, series))
  if (kind) query = query.where('library_item.kind', '=', kind)
  if (language)
    query = query.where(sql<boolean>`',' || library_item.languages || ',' like ${`%,${language},%`}`)
  if (year) {
    const [from, to] = boundsOf(year).map((date) => instantAt(date, '00:00'))
    query = query
      .where('library_item.happened_at', '>=', from ?? '')
      .where('library_item.happened_at', '<', to ?? '')
  }
  if (theme) {
    query = query.where('library_item.event_id', 'in', (eb) =>
      eb
        .selectFrom('event_theme')
        .innerJoin('theme', 'theme.id', 'event_theme.theme_id')
        .select('event_theme.event_id')
        .where('theme.slug', '=', theme),
    )
  }
  for (const word of wanted.words.split(/\s+/).filter(Boolean))
    query = query.where(sql<boolean>`library_item.search_text like ${containing(word)} escape '\\'`)
  const { after } = page
  if (after) {
    query = query
      // The bound by time alone lets both engines begin reading where the page begins.
      .where('library_item.happened_at', '<=', after.starts_at)
      .where((eb) =>
        eb(
          eb.refTuple('library_item.happened_at', 'library_item.material_id'),
          '<',
          eb.tuple(after.starts_at, after.id),
        ),
      )
  }
  return query.execute()
}

const idOfSeries = (db: MeetingReads, key: string) =>
  db.selectFrom('series').select('id').where('key', '=', key)

/** What was opened most in a year, with how often. */
export const mostUsed = (db: MeetingReads, year: number, max: number) =>
  items(db)
    .innerJoin('material_used', 'material_used.material_id', 'library_item.material_id')
    .select('material_used.count as opened')
    .where('material_used.year', '=', year)
    .orderBy('material_used.count', 'desc')
    .orderBy('material_used.material_id', 'desc')
    .limit(max)
    .execute()

/** The years of the first and the latest thing that is kept. */
export async function yearsKept(db: MeetingReads): Promise<[number | null, number | null]> {
  const end = (order: 'asc' | 'desc') =>
    db
      .selectFrom('library_item')
      .select('happened_at')
      .orderBy('happened_at', order)
      .orderBy('material_id', order)
      .limit(1)
      .executeTakeFirst()
  const [first, last] = await Promise.all([end('asc'), end('desc')])
  const yearOf = (row: typeof first): number | null =>
    row ? Number(localDate(row.happened_at).slice(0, 4)) : null
  return [yearOf(first), yearOf(last)]
}
