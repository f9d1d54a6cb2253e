import { found } from '#platform/errors.ts'
import type { Visit } from '#platform/http.ts'
import type { Reads, SeriesRow } from '../tables.ts'
import { loadYear, thisYear, yearsBefore } from './load-year.ts'
import type { PromiseOptions } from './office-routes.tsx'
import { everPromised } from './promises.sql.ts'
import { SeriesPromiseSection } from './series-promise.page.tsx'

/** What the page of a series shows of its promises: how it stands, and the year with all that was promised before. */
export async function promisedBy(
  db: Reads,
  visit: Visit,
  series: SeriesRow,
  { plans = () => Promise.resolve([]) }: PromiseOptions,
) {
  const { now } = visit
  const [loaded, promises, years, periods] = await Promise.all([
    loadYear(db, thisYear(now), now),
    everPromised(db, series.id),
    yearsBefore(db, series.id, now),
    plans(),
  ])
  const line = found(
    loaded.lines.find((one) => one.series.id === series.id),
    'series',
  )
  const all = { loaded, line, promises, years, plans: periods }
  return { line, promised: <SeriesPromiseSection visit={visit} {...all} /> }
}
