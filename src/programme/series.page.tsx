import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Facts } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { addressOf } from './calendar.page.tsx'
import { EventRows } from './event-row.page.tsx'
import type { EventLine } from './events.sql.ts'
import { PromiseText, type SeriesYear } from './promises/index.ts'
import type { SeriesRow } from './tables.ts'

interface Props {
  visit: Visit
  series: SeriesRow
  /** How its promise stands this year. */
  line: SeriesYear
  /** Its year as a wheel and a list, and what it has promised before. */
  promised: Child
  coming: readonly EventLine[]
  past: readonly EventLine[]
  /** Those of them whose notes are late, by id. */
  late: ReadonlySet<string>
  /** What is peculiar to it: whose turn it is, what is asked for, when the next course opens. */
  heart: Child
  /** Where one asks to be told when the next event opens. */
  follow: Child
}

export function SeriesPage(props: Props) {
  const { visit, series, coming, past, late, follow, heart, promised } = props
  const { t, language } = visit
  const title = inLanguage(series.name, language)
  const feed = visit.to(`/series/${series.key}/calendar.ics`)
  return (
    <Page
      visit={visit}
      title={title}
      heading={<Text of={series.name} t={t} />}
      lead={<Text of={series.lead} t={t} />}
      description={inLanguage(series.lead, language)}
      trail={[{ href: visit.to('/series'), label: t('programme.series.title') }]}
      feed={{ href: feed, title, type: 'text/calendar' }}
      wide
    >
      <div class={`with-card in-${series.mark}`}>
        <section class="says stack" aria-labelledby="coming">
          <h2 id="coming">{t('programme.series.coming')}</h2>
          {coming.length > 0 ? (
            <EventRows visit={visit} events={coming} withSeries={false} />
          ) : (
            <Empty>
              <p>{t('programme.series.nothing-coming')}</p>
            </Empty>
          )}
        </section>
        <div class="event-card">
          <SeriesFacts {...props} />
          <Ways visit={visit} series={series} feed={feed} />
          {visit.member?.party && (
            <p>
              <a href={visit.to(`/office/series/${series.key}`)}>{t('programme.series-edit.link')}</a>
            </p>
          )}
        </div>
        <div class="more stack-wide">
          {heart}
          {follow}
          {promised}
          <LongText of={series.about} t={t} />
          {past.length > 0 && (
            <section class="stack" aria-labelledby="past">
              <h2 id="past">{t('programme.series.past')}</h2>
              <EventRows visit={visit} events={past} withSeries={false} late={late} />
              <p>
                <a href={addressOf(visit, 'past', series)}>{t('programme.series.all-past')}</a>
              </p>
            </section>
          )}
        </div>
      </div>
    </Page>
  )
}

/** To its calendar, to what is left of its events, and to who met there. */
function Ways({ visit, series, feed }: Pick<Props, 'visit' | 'series'> & { feed: string }) {
  const { t, now, to } = visit
  const year = localDate(now).slice(0, 4)
  return (
    <ul class="plain-list">
      <li>
        <a href={feed}>{t('programme.calendar.subscribe')}</a>
      </li>
      <li>
        <a href={to(`/library?series=${series.key}`)}>{t('library.of-series')}</a>
      </li>
      <li>
        <a href={to(`/who-met/${year}/${series.key}`)}>{t('who-met.link')}</a>
      </li>
    </ul>
  )
}

/** What the series promises, how far the year has come, and who it is for. */
function SeriesFacts({ visit, series, line }: Props) {
  const { t, language } = visit
  return (
    <Facts
      rows={[
        [t('programme.series.promise'), <PromiseText visit={visit} line={line} withTag />],
        [
          t('programme.event.audience'),
          inLanguage(series.audience, language) && <Text of={series.audience} t={t} />,
        ],
      ]}
    />
  )
}
