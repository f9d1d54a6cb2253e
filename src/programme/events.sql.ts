import type { Texts } from '#platform/language.ts'
import { type Instant, instantAt, plus } from '#platform/time.ts'
import { eventDaysMax } from './change-event.rules.ts'
import type { Group } from './groups.rules.ts'
import { type ForWhom, forWhomColumns, isListed } from './invitations/for-whom.sql.ts'
import { ofYearMax } from './pages.ts'
import type { EventRow, Reads, SeriesMark } from './tables.ts'

interface OfSeries {
  series_key: string
  series_name: Texts
  series_mark: SeriesMark
}

/** An event together with the series it belongs to, as its page and calendars show it. */
export interface ProgrammeEvent extends EventRow, OfSeries, ForWhom {}

const lineColumns = [
  'event.id',
  'event.slug',
  'event.title',
  'event.lead',
  'event.place_name',
  'event.online_url',
  'event.spoken',
  'event.doors_at',
  'event.starts_at',
  'event.ends_at',
  'event.sign_up_closes_at',
  'event.capacity',
  'event.seats_taken',
  'event.seats_kept',
  'event.over_invited',
  'event.kept_until',
  'event.released_at',
  'event.published_at',
  'event.cancelled_at',
  'event.arranged_by',
] as const

const seriesColumns = [
  'series.key as series_key',
  'series.name as series_name',
  'series.mark as series_mark',
] as const

/** What a list shows of an event; the long texts stay in the database. */
export type EventLine = Omit<EventRow, HeavyColumn> & OfSeries & ForWhom
type HeavyColumn =
  | 'series_id'
  | 'body'
  | 'audience'
  | 'address'
  | 'access'
  | 'sequence'
  | 'created_at'
  | 'changed_at'
  | 'cancel_reason'
  | 'organisation_max'

const events = (db: Reads) =>
  db
    .selectFrom('event')
    .innerJoin('series', 'series.id', 'event.series_id')
    .leftJoin('event_audience', 'event_audience.event_id', 'event.id')
    .selectAll('event')
    .select([...seriesColumns, ...forWhomColumns])

export const eventLines = (db: Reads) =>
  db
    .selectFrom('event')
    .innerJoin('series', 'series.id', 'event.series_id')
    .leftJoin('event_audience', 'event_audience.event_id', 'event.id')
    .select([...lineColumns, ...seriesColumns, ...forWhomColumns])

/** The event at an address that everybody may know: published and listed, also when cancelled or held long ago. */
export const eventWithSlug = (db: Reads, slug: string): Promise<ProgrammeEvent | undefined> =>
  events(db)
    .where('event.slug', '=', slug)
    .where('event.published_at', 'is not', null)
    .where(isListed())
    .executeTakeFirst()

/** The same for those who look after it: a draft, or what is in no list, is at its address already. */
export const eventOrDraftWithSlug = (db: Reads, slug: string): Promise<ProgrammeEvent | undefined> =>
  events(db).where('event.slug', '=', slug).executeTakeFirst()

/** Any event, drafts too: for the office. */
export const eventWithId = (db: Reads, id: string): Promise<ProgrammeEvent | undefined> =>
  events(db).where('event.id', '=', id).executeTakeFirst()

const published = (db: Reads) => eventLines(db).where('event.published_at', 'is not', null).where(isListed())

// Whatever is not over began after this.
const earliestStart = (now: Instant): Instant => plus(now, { days: -eventDaysMax - 1 })

/** The next events that will be held, also those under way. */
export const nextEvents = (db: Reads, now: Instant, max: number): Promise<EventLine[]> =>
  published(db)
    .where('event.cancelled_at', 'is', null)
    .where('event.starts_at', '>', earliestStart(now))
    .where('event.ends_at', '>', now)
    .orderBy('event.starts_at')
    .orderBy('event.id')
    .limit(max)
    .execute()

/** The events of a calendar year that were held or will be, for the picture of the year. */
export const eventsOfYear = (db: Reads, year: number): Promise<EventLine[]> =>
  published(db)
    .where('event.cancelled_at', 'is', null)
    .where('event.starts_at', '>=', instantAt(`${year}-01-01`, '00:00'))
    .where('event.starts_at', '<', instantAt(`${year + 1}-01-01`, '00:00'))
    .orderBy('event.starts_at')
    .orderBy('event.id')
    .limit(ofYearMax)
    .execute()

/** The place in a list where the next page begins: after the event with this start and id. */
export interface After {
  starts_at: Instant
  id: string
}

interface Wanted {
  when: 'coming' | 'past'
  seriesId: string | null
  after: After | null
  now: Instant
  max: number
}

/** One page of the calendar: what is coming, soonest first, or over, latest first. Cancelled events stay. */
export function eventsOnPage(db: Reads, { when, seriesId, after, now, max }: Wanted): Promise<EventLine[]> {
  const [order, further] = when === 'coming' ? (['asc', '>'] as const) : (['desc', '<'] as const)
  let query = published(db).orderBy('event.starts_at', order).orderBy('event.id', order).limit(max)
  // The bounds by time alone let both engines begin reading where the page begins.
  if (when === 'coming') {
    const earliest = earliestStart(now)
    const from = after && after.starts_at > earliest ? after.starts_at : earliest
    query = query.where('event.starts_at', '>=', from).where('event.ends_at', '>', now)
  } else {
    const to = after && after.starts_at < now ? after.starts_at : now
    query = query.where('event.starts_at', '<=', to).where('event.ends_at', '<=', now)
  }
  if (seriesId) query = query.where('event.series_id', '=', seriesId)
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple('event.starts_at', 'event.id'), further, eb.tuple(after.starts_at, after.id)),
    )
  }
  return query.execute()
}

/**
 * What a calendar program subscribes to: what is to come, and the latest of what has been, cancelled events too. It
 * is fetched again and again, so there is an end to it.
 */
export async function eventsForCalendars(
  db: Reads,
  seriesId: string | null,
  now: Instant,
): Promise<ProgrammeEvent[]> {
  let all = events(db).where('event.published_at', 'is not', null).where(isListed())
  if (seriesId) all = all.where('event.series_id', '=', seriesId)
  const earliest = plus(now, { days: -calendarDaysBack })
  const past = all.where('event.starts_at', '<=', now).where('event.starts_at', '>', earliest)
  const coming = all.where('event.starts_at', '>', now)
  const latest = await past.orderBy('event.starts_at', 'desc').orderBy('event.id', 'desc').limit(50).execute()
  const next = await coming.orderBy('event.starts_at').orderBy('event.id').limit(150).execute()
  return [...latest.toReversed(), ...next]
}

const calendarDaysBack = 365

/** How many have a seat, by what they take part as. */
export const seatsByCapacity = (db: Reads, eventId: string): Promise<Group[]> =>
  db
    .selectFrom('sign_up')
    .select(['capacity', (eb) => eb.fn.countAll<number>().as('count')])
    .where('event_id', '=', eventId)
    .where('state', '=', 'seat')
    .groupBy('capacity')
    .orderBy('capacity')
    .execute()

export const waitingCount = async (db: Reads, eventId: string): Promise<number> => {
  const query = db.selectFrom('sign_up').select((eb) => eb.fn.countAll<number>().as('waiting'))
  const row = await query
    .where('event_id', '=', eventId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return row.waiting
}
