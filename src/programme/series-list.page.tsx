import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { SeriesMark, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { type PromiseState, promiseState, stillMissing } from './promise.rules.ts'
import type { SeriesPromise } from './series.sql.ts'
import type { SeriesRow } from './tables.ts'

interface Props {
  visit: Visit
  year: number
  allSeries: readonly SeriesRow[]
  promises: readonly SeriesPromise[]
}

export function SeriesListPage({ visit, year, allSeries, promises }: Props) {
  const { t } = visit
  const byId = new Map(promises.map((promise) => [promise.id, promise]))
  return (
    <Page visit={visit} title={t('programme.series.title')} lead={t('programme.series.lead')} wide>
      <div class="grid two">
        {allSeries.map((series) => (
          <SeriesCard visit={visit} series={series} promise={byId.get(series.id)} year={year} />
        ))}
      </div>
    </Page>
  )
}

interface CardProps {
  visit: Visit
  series: SeriesRow
  promise: SeriesPromise | undefined
  year: number
}

function SeriesCard({ visit, series, promise, year }: CardProps) {
  const { t } = visit
  return (
    <div class={`card in-${series.mark}`}>
      <h2 class="card-title">
        <SeriesMark mark={series.mark} />{' '}
        <a href={visit.to(`/series/${series.key}`)}>
          <Text of={series.name} t={t} />
        </a>
      </h2>
      <p>
        <Text of={series.lead} t={t} />
      </p>
      {promise && <PromiseLine visit={visit} promise={promise} year={year} />}
    </div>
  )
}

const tagKinds: Record<PromiseState, TagKind> = {
  kept: 'good',
  planned: 'waiting',
  missing: 'late',
  'without-number': 'plain',
}

interface PromiseProps {
  visit: Visit
  promise: SeriesPromise
  year: number
}

/** What the series promises for a year, and how far the year has come. */
export function PromiseLine({ visit, promise, year }: PromiseProps) {
  const { t, language } = visit
  const { held, coming } = promise
  const state = promiseState(promise)
  const words = inLanguage(promise.promise, language)
  return (
    <p class="stack-tight">
      {words && (
        <>
          <strong>
            <Text of={promise.promise} t={t} />
          </strong>
          <br />
        </>
      )}
      {t('programme.series.so-far', { year, held, coming })}{' '}
      {state !== 'without-number' && (
        <Tag kind={tagKinds[state]}>
          {t(`programme.series.promise.${state}`, { missing: stillMissing(promise) })}
        </Tag>
      )}
    </p>
  )
}
