import type { Texts } from '#platform/language.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { eventsOfYear } from '../events.sql.ts'
import { seriesInOrder } from '../series.sql.ts'
import type { Reads, SeriesRow } from '../tables.ts'
import { type Counted, countedIn, meetingsAround } from './counts.sql.ts'
import { askedOf, coursesOf, type Standing, standingOf, touching, yearOf } from './promise.rules.ts'
import { allPromises, missedReasons, type SeriesPromise } from './promises.sql.ts'

/** How one series stands in one year. */
export interface SeriesYear extends Counted, Standing {
  year: number
  /** Nothing more can come in it. */
  isOver: boolean
  series: SeriesRow
  /** What the year asks; null when nothing is promised at its end. */
  asks: SeriesPromise | null
  /** All that was promised at some time of the year, the earliest first. */
  promises: readonly SeriesPromise[]
  /** Why it was missed, once somebody has said so. */
  reason: Texts | null
}

/** How every series stands in a year, in their order; or one alone, by its id. */
export async function standingsOf(
  db: Reads,
  year: number,
  now: Instant,
  only: string | null = null,
): Promise<SeriesYear[]> {
  const [inOrder, promises, counted, reasons] = await Promise.all([
    seriesInOrder(db),
    allPromises(db),
    countedIn(db, year, now, only),
    missedReasons(db, year),
  ])
  const all = only ? inOrder.filter(({ id }) => id === only) : inOrder
  const ofSeries = Map.groupBy(promises, ({ series_id }) => series_id)
  return Promise.all(
    all.map(async (series): Promise<SeriesYear> => {
      const own = ofSeries.get(series.id) ?? []
      const asks = askedOf(own, year)
      const counts =
        asks?.counts === 'courses'
          ? await coursesIn(db, series.id, year, now)
          : (counted.get(series.id) ?? { held: 0, coming: 0 })
      const leadDays = series.lead_days
      const standing = standingOf({ ...counts, year, asks, leadDays, today: localDate(now) })
      const reason = standing.state === 'missed' ? (reasons.get(series.id) ?? null) : null
      const isOver = year < thisYear(now) && counts.coming === 0
      const all = { year, isOver, series, asks, promises: touching(own, year), reason }
      return { ...counts, ...standing, ...all }
    }),
  )
}

/** Courses that begin in the year; one is held when the last of its meetings is over. */
async function coursesIn(db: Reads, seriesId: string, year: number, now: Instant): Promise<Counted> {
  const today = localDate(now)
  const begun = coursesOf(await meetingsAround(db, seriesId, year)).filter(
    ({ begins }) => yearOf(begins) === year,
  )
  const held = begun.filter(({ ends }) => ends < today).length
  return { held, coming: begun.length - held }
}

/** The year in which we are, where people live. */
export const thisYear = (now: Instant): number => yearOf(localDate(now))

export type YearEvent = Awaited<ReturnType<typeof eventsOfYear>>[number]

/** A whole year: how every series stands, and the events that everybody can see. */
export async function loadYear(db: Reads, year: number, now: Instant) {
  const [lines, events] = await Promise.all([standingsOf(db, year, now), eventsOfYear(db, year)])
  return { year, lines, events }
}
export type LoadedYear = Awaited<ReturnType<typeof loadYear>>

// More than these are on the pages of the years.
const yearsBack = 5

/** How one series stood in the years before this one, the latest first, as far back as anything was promised. */
export async function yearsBefore(db: Reads, seriesId: string, now: Instant): Promise<SeriesYear[]> {
  const years = Array.from({ length: yearsBack }, (_, index) => thisYear(now) - 1 - index)
  const all = await Promise.all(years.map((year) => standingsOf(db, year, now, seriesId)))
  return all.flat().filter(({ promises }) => promises.length > 0)
}
