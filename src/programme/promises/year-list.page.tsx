import { dayAndMonth, monthName } from '#platform/dates.ts'
import { capitalized } from '#platform/language-words.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Empty, SeriesMark } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { StateTag } from '../event-row.page.tsx'
import type { LoadedYear, SeriesYear, YearEvent } from './load-year.ts'
import { missingDates } from './promise.rules.ts'

type Row = { date: string } & ({ event: YearEvent } | { line: SeriesYear; says: 'deadline' | 'missing' })

interface Props {
  visit: Visit
  loaded: LoadedYear
  /** Which heading a month is on this page. */
  level?: 3 | 4
}

/** All that stands in the wheel, one after another: every meeting with its state, what is missing, and the days to announce the next. */
export function YearList({ visit, loaded, level = 3 }: Props) {
  const rows = rowsOf(loaded)
  if (rows.length === 0) return <Empty>{visit.t('promises.year.nothing')}</Empty>
  const months = Map.groupBy(rows, ({ date }) => date.slice(0, 7))
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion
  const Heading = `h${level}` as 'h3' | 'h4'
  return (
    <div class="year-list">
      {Array.from(months, ([month, ofMonth]) => (
        <section>
          <Heading>{capitalized(monthName(visit.language, `${month}-15`))}</Heading>
          <ol>
            {ofMonth.map((row) => (
              <YearRow visit={visit} row={row} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function rowsOf({ year, lines, events }: LoadedYear): Row[] {
  const shown = new Set(lines.map(({ series }) => series.key))
  const meetings = events.filter(({ series_key }) => shown.has(series_key))
  const promised = lines.flatMap((line): Row[] => [
    ...(line.nextBy ? [{ date: line.nextBy, line, says: 'deadline' as const }] : []),
    ...missingDates(line).map((date) => ({ date, line, says: 'missing' as const })),
  ])
  return [...meetings.map((event) => ({ date: localDate(event.starts_at), event })), ...promised]
    .filter(({ date }) => date.startsWith(`${year}-`))
    .toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)))
}

function YearRow({ visit, row }: { visit: Visit; row: Row }) {
  const { t, to, language, now } = visit
  const day = <time datetime={row.date}>{dayAndMonth(language, row.date)}</time>
  if ('line' in row) {
    const { series } = row.line
    return (
      <li class={`deadline in-${series.mark}`}>
        {day}
        <SeriesMark mark={series.mark} hollow />
        <span>
          <Text of={series.name} t={t} />: {t(`promises.year.${row.says}`)}
        </span>
      </li>
    )
  }
  const { event } = row
  return (
    <li class={`in-${event.series_mark}`}>
      {day}
      <SeriesMark mark={event.series_mark} hollow={event.ends_at > now} />
      <span>
        <a href={to(`/events/${event.slug}`)}>
          <Text of={event.title} t={t} />
        </a>{' '}
        <StateTag t={t} event={event} now={now} />
      </span>
    </li>
  )
}
