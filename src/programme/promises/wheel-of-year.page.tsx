import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import type { LoadedYear, SeriesYear, YearEvent } from './load-year.ts'
import { missingDates } from './promise.rules.ts'
import type { Marked } from './wheel-marks.page.tsx'
import { YearWheel } from './year-wheel.page.tsx'

interface Props {
  visit: Visit
  loaded: LoadedYear
  /** The key of the series that the page is about. */
  front?: string
}

/** The wheel of a year, with its meetings, what is still missing, and by when the next has to be announced. */
export function WheelOfYear({ visit, loaded, front }: Props) {
  const { t, now } = visit
  const ofSeries = Map.groupBy(loaded.events, ({ series_key }) => series_key)
  return (
    <YearWheel
      t={t}
      year={loaded.year}
      today={localDate(now)}
      front={front}
      series={loaded.lines.map((line) => {
        const { key, name, mark } = line.series
        const meetings = (ofSeries.get(key) ?? []).map((event) => meetingOn(visit, event))
        const marked = [...meetings, ...missingOn(visit, line)]
        return { key, name: inLanguage(name, t.language), mark, marked, nextBy: line.nextBy }
      })}
    />
  )
}

const meetingOn = ({ t, to, now }: Visit, event: YearEvent): Marked => ({
  date: localDate(event.starts_at),
  kind: event.ends_at <= now ? 'held' : 'coming',
  title: inLanguage(event.title, t.language),
  href: to(`/events/${event.slug}`),
})

function missingOn({ t }: Visit, line: SeriesYear): Marked[] {
  const title = t('wheel.missing')
  return missingDates(line).map((date) => ({ date, kind: 'missing', title }))
}
