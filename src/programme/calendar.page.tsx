import { monthAndYear } from '#platform/dates.ts'
import { capitalized } from '#platform/language-words.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Empty, SeriesMark } from '#platform/ui/parts.tsx'
import { EventRows } from './event-row.page.tsx'
import type { EventLine } from './events.sql.ts'
import type { SeriesRow } from './tables.ts'

export type When = 'coming' | 'past'

interface Props {
  visit: Visit
  when: When
  /** The series that is shown alone, or null for all. */
  only: SeriesRow | null
  allSeries: readonly SeriesRow[]
  events: readonly EventLine[]
  /** Those whose notes are late, by id. */
  late: ReadonlySet<string>
  /** Where the next page begins, or null on the last. */
  next: string | null
  isFirstPage: boolean
}

export function CalendarPage(props: Props) {
  const { visit, when, only, events, next, isFirstPage } = props
  const { t, language } = visit
  const name = only && inLanguage(only.name, language)
  const title = name
    ? t(`programme.calendar.title-${when}-of`, { series: name })
    : t(`programme.calendar.title-${when}`)
  const feedPath = only ? `/series/${only.key}/calendar.ics` : '/calendar.ics'
  return (
    <Page
      visit={visit}
      title={title}
      lead={t('programme.calendar.lead')}
      description={t('programme.calendar.lead')}
      feed={{ href: visit.to(feedPath), title, type: 'text/calendar' }}
      wide
    >
      <Tabs {...props} />
      {events.length === 0 ? (
        <NothingYet {...props} />
      ) : (
        <Months visit={visit} events={events} late={props.late} />
      )}
      <p class="row">
        {!isFirstPage && <a href={addressOf(visit, when, only)}>{t('programme.calendar.first-page')}</a>}
        {next && <a href={addressOf(visit, when, only, next)}>{t(`programme.calendar.more-${when}`)}</a>}
      </p>
      <p>
        <a href={addressOf(visit, when === 'coming' ? 'past' : 'coming', only)}>
          {t(`programme.calendar.to-${when === 'coming' ? 'past' : 'coming'}`)}
        </a>
      </p>
      <p>
        <a href={visit.to(feedPath)}>{t('programme.calendar.subscribe')}</a>
        <br />
        <span class="quiet">{t('programme.calendar.subscribe-hint')}</span>
      </p>
    </Page>
  )
}

export function addressOf(visit: Visit, when: When, only: { key: string } | null, after?: string): string {
  const query = new URLSearchParams()
  if (when === 'past') query.set('when', 'past')
  if (only) query.set('series', only.key)
  if (after) query.set('after', after)
  return visit.to(`/calendar${query.size > 0 ? `?${query.toString()}` : ''}`)
}

function Tabs({ visit, when, only, allSeries }: Props) {
  const { t, language } = visit
  return (
    <nav class="tabs" aria-label={t('programme.calendar.filter')}>
      <ul>
        <li>
          <a href={addressOf(visit, when, null)} aria-current={only ? undefined : 'page'}>
            {t('programme.calendar.all')}
          </a>
        </li>
        {allSeries.map((series) => (
          <li class={`in-${series.mark}`}>
            <a
              href={addressOf(visit, when, series)}
              aria-current={only?.id === series.id ? 'page' : undefined}
            >
              <SeriesMark mark={series.mark} />
              {inLanguage(series.name, language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Months({ visit, events, late }: Pick<Props, 'visit' | 'events' | 'late'>) {
  const months = Map.groupBy(events, (event) => localDate(event.starts_at).slice(0, 7))
  return (
    <>
      {Array.from(months.values(), (ofMonth) => (
        <section class="month">
          <h2>{ofMonth[0] && capitalized(monthAndYear(visit.language, ofMonth[0].starts_at))}</h2>
          <EventRows visit={visit} events={ofMonth} late={late} />
        </section>
      ))}
    </>
  )
}

const NothingYet = ({ visit, when, only }: Props) => (
  <Empty>
    <p>{visit.t(`programme.calendar.nothing-${when}`)}</p>
    {only && (
      <p>
        <a href={visit.to(`/series/${only.key}`)}>{visit.t('programme.calendar.about-series')}</a>
      </p>
    )}
  </Empty>
)
