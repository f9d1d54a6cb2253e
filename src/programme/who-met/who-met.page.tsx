import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Facts } from '#platform/ui/parts.tsx'
import type { SeriesRow } from '../tables.ts'
import { GroupsTable, nameOf } from './groups-table.page.tsx'
import { inOrder, timesOfDay, whats } from './who-met.rules.ts'
import { added, type Balance, type Sums } from './balance.rules.ts'

interface Props {
  visit: Visit
  year: number
  years: readonly number[]
  /** The series that is shown alone; null for all. */
  only: SeriesRow | null
  allSeries: readonly SeriesRow[]
  sums: Sums
}

/** Who met in a year, over all series or in one. */
export function WhoMetPage(props: Props) {
  const { visit, year, only, sums } = props
  const { t, language } = visit
  const balance = added(sums, { seriesId: only?.id ?? null, time: null })
  const name = only && inLanguage(only.name, language)
  const title = name ? t('who-met.page.title-of', { year, series: name }) : t('who-met.page.title', { year })
  return (
    <Page
      visit={visit}
      title={title}
      lead={t('who-met.page.lead')}
      description={t('who-met.page.lead')}
      trail={only ? [{ href: visit.to(`/who-met/${year}`), label: t('who-met.page.title', { year }) }] : []}
      wide
    >
      <Years {...props} />
      {balance.events === 0 ? (
        <Empty>{t('who-met.page.none')}</Empty>
      ) : (
        <>
          <Facts
            rows={[
              [t('who-met.page.meetings'), String(balance.events)],
              [t('who-met.page.people'), t('who-met.page.people-said', { people: balance.people })],
              [t('who-met.page.small'), balance.small > 0 && String(balance.small)],
            ]}
          />
          {whats.map((what) => (
            <GroupsTable t={t} what={what} groups={balance.groups[what]} />
          ))}
          <ByTimeOfDay {...props} />
          {!only && <BySeries {...props} />}
        </>
      )}
      <p class="small quiet">{t('who-met.how')}</p>
      <p class="small quiet">{t('who-met.how-sums')}</p>
    </Page>
  )
}

function Years({ visit, year, years, only }: Props) {
  const { t } = visit
  const below = only ? `/${only.key}` : ''
  return (
    <nav class="tabs" aria-label={t('who-met.page.years')}>
      <ul>
        {years.map((one) => (
          <li>
            <a href={visit.to(`/who-met/${one}${below}`)} aria-current={one === year ? 'page' : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** "Daytime meetings exclude volunteers": who meets in the daytime, and who in the evening. */
function ByTimeOfDay({ visit, only, sums }: Props) {
  const { t } = visit
  const times = timesOfDay
    .map((time) => ({ time, ...added(sums, { seriesId: only?.id ?? null, time }) }))
    .filter(({ events }) => events > 0)
  const keys = inOrder(
    'sector',
    [...new Set(times.flatMap(({ groups }) => groups.sector.map(({ key }) => key)))].map((key) => ({ key })),
  )
  const share = ({ groups, people }: Balance, key: string): string => {
    const count = groups.sector.find((one) => one.key === key)?.count ?? 0
    return count > 0 ? t('who-met.number', { count, percent: (100 * count) / people }) : '–'
  }
  return (
    <div class="fits">
      <DataTable
        caption={t('who-met.page.by-time')}
        head={[t('who-met.head.sector'), ...times.map(({ time }) => t(`who-met.time.${time}`))]}
        rows={[
          [t('who-met.page.meetings'), ...times.map(({ events }) => String(events))],
          [t('who-met.page.people'), ...times.map(({ people }) => String(people))],
          ...keys.map(({ key }) => [nameOf(t, 'sector', key), ...times.map((one) => share(one, key))]),
        ]}
      />
    </div>
  )
}

function BySeries({ visit, year, allSeries, sums }: Props) {
  const { t, language } = visit
  const rows = allSeries
    .map((series) => ({ series, ...added(sums, { seriesId: series.id, time: null }) }))
    .filter(({ events }) => events > 0)
  return (
    <div class="fits">
      <DataTable
        caption={t('who-met.page.by-series')}
        head={[t('library.filter.series'), t('who-met.page.meetings'), t('who-met.page.people')]}
        rows={rows.map(({ series, events, people }) => [
          <a href={visit.to(`/who-met/${year}/${series.key}`)}>{inLanguage(series.name, language)}</a>,
          String(events),
          String(people),
        ])}
      />
    </div>
  )
}
