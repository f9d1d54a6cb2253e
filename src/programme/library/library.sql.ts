import { type Instant, instantAt, localDate } from '#platform/time.ts'
import type { After } from '../events.sql.ts'
import type { MeetingReads } from '../tables.ts'
import { boundsOf, type Wanted } from './library.rules.ts'
import { fewestFound, hasWord, tokensOf } from './words.sql.ts'

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

export type LibraryItem = Awaited<ReturnType<Query['execute']>>[number]

interface Page {
  after: After | null
  max: number
}

/** What is found, the latest meeting first, from a place in the list on. */
export async function itemsFound(db: MeetingReads, wanted: Wanted, page: Page): Promise<LibraryItem[]> {
  const tokens = tokensOf(wanted)
  const few = await fewestFound(db, tokens)
  if (few?.length === 0) return []
  let query = items(db).limit(page.max)
  for (const { word, isWhole } of tokens) query = query.where(hasWord(word, isWhole))
  if (few) query = query.where('library_item.material_id', 'in', few)
  if (wanted.series) query = query.where('library_item.series_id', '=', idOfSeries(db, wanted.series))
  if (wanted.kind) query = query.where('library_item.kind', '=', wanted.kind)
  return wanted.theme
    ? inOrderOfTheme(query, wanted, page).execute()
    : inOrderOfTime(query, wanted, page).execute()
}

type Query = ReturnType<typeof items>

const boundsIn = ({ year }: Wanted): (readonly ['>=' | '<', Instant])[] => {
  const [from, to] = year ? boundsOf(year).map((date) => instantAt(date, '00:00')) : []
  return from && to
    ? [
        ['>=', from],
        ['<', to],
      ]
    : []
}

function inOrderOfTime(found: Query, wanted: Wanted, { after }: Page): Query {
  let query = found.orderBy('library_item.happened_at', 'desc').orderBy('library_item.material_id', 'desc')
  for (const [than, at] of boundsIn(wanted)) query = query.where('library_item.happened_at', than, at)
  if (!after) return query
  const { starts_at, id } = after
  return (
    query
      // The bound by time alone lets both engines begin reading where the page begins.
      .where('library_item.happened_at', '<=', starts_at)
      .where((eb) =>
        eb(eb.refTuple('library_item.happened_at', 'library_item.material_id'), '<', eb.tuple(starts_at, id)),
      )
  )
}

/** The same for a theme, whose events stand in their order already. */
function inOrderOfTheme(found: Query, wanted: Wanted, { after }: Page) {
  let query = found
    .innerJoin('event_theme', 'event_theme.event_id', 'library_item.event_id')
    .where('event_theme.theme_id', '=', (eb) =>
      eb
        .selectFrom('theme')
        .select('theme.id')
        .where('theme.slug', '=', wanted.theme ?? ''),
    )
    .orderBy('event_theme.starts_at', 'desc')
    .orderBy('library_item.material_id', 'desc')
  for (const [than, at] of boundsIn(wanted)) query = query.where('event_theme.starts_at', than, at)
  if (!after) return query
  const { starts_at, id } = after
  return query
    .where('event_theme.starts_at', '<=', starts_at)
    .where((eb) =>
      eb(eb.refTuple('event_theme.starts_at', 'library_item.material_id'), '<', eb.tuple(starts_at, id)),
    )
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
