import { dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Folded } from '#platform/ui/form.tsx'
import { DataTable } from '#platform/ui/parts.tsx'
import { localDate } from '#platform/time.ts'
import { Text } from '#platform/ui/text.tsx'
import { HowWeCount } from './how-we-count.page.tsx'
import type { LoadedYear, SeriesYear } from './load-year.ts'
import { PromiseTag, PromiseWords, standingInWords } from './promise-line.page.tsx'
import type { SeriesPromise } from './promises.sql.ts'
import type { PlanPeriod } from './set-promise.ts'
import { WheelOfYear } from './wheel-of-year.page.tsx'
import { YearList } from './year-list.page.tsx'

interface Props {
  visit: Visit
  loaded: LoadedYear
  line: SeriesYear
  promises: readonly SeriesPromise[]
  plans: readonly PlanPeriod[]
  years: readonly SeriesYear[]
}

/** On the page of a series: its year in the wheel and as a list, the years before, and every promise it has made. */
export function SeriesPromiseSection({ visit, loaded, line, promises, plans, years }: Props) {
  const { t, to } = visit
  const own = { ...loaded, lines: [line] }
  return (
    <section class="stack" aria-labelledby="year">
      <h2 id="year">{t('promises.series.title', { year: loaded.year })}</h2>
      <WheelOfYear visit={visit} loaded={loaded} front={line.series.key} />
      <YearList visit={visit} loaded={own} />
      <p>
        <a href={to(`/year/${loaded.year}`)}>{t('promises.series.all')}</a>
      </p>
      {years.length > 0 && <YearsTable visit={visit} years={years} />}
      <Folded summary={t('promises.history.title')}>
        <PromiseHistory visit={visit} promises={promises} plans={plans} />
      </Folded>
      <Folded summary={t('promises.how.title')}>
        <HowWeCount t={t} />
      </Folded>
    </section>
  )
}

function YearsTable({ visit, years }: Pick<Props, 'visit' | 'years'>) {
  const { t, to } = visit
  return (
    <DataTable
      caption={t('promises.years.title')}
      head={[t('promises.years.year'), t('promises.years.promise'), t('promises.years.state')]}
      rows={years.map((one) => [
        <a href={to(`/year/${one.year}`)}>{one.year}</a>,
        one.asks ? <PromiseWords t={t} promise={one.asks} /> : t('promises.state.nothing-promised'),
        <>
          {standingInWords(t, one)} <PromiseTag t={t} state={one.state} />
          {one.reason && (
            <>
              <br />
              {t('promises.because')} <Text of={one.reason} t={t} />
            </>
          )}
        </>,
      ])}
    />
  )
}

/** Every promise of a series, the latest first: from when until when, what, why, and the plan it was part of. */
export function PromiseHistory({ visit, promises, plans }: Pick<Props, 'visit' | 'promises' | 'plans'>) {
  const { t } = visit
  if (promises.length === 0) return <p>{t('promises.history.none')}</p>
  return (
    <DataTable
      caption={t('promises.history.title')}
      captionUnseen
      head={[t('promises.history.when'), t('promises.history.what'), t('promises.history.why')]}
      rows={promises
        .toReversed()
        .map((one) => [
          periodInWords(visit, one),
          <PromiseWords t={t} promise={one} />,
          <Why visit={visit} promise={one} plan={plans.find(({ id }) => id === one.plan_id)} />,
        ])}
    />
  )
}

function periodInWords({ t, language }: Visit, { from_on, until_on }: SeriesPromise): string {
  const from = dateInWords(language, from_on)
  return until_on
    ? t('promises.history.from-until', { from, until: dateInWords(language, until_on) })
    : t('promises.history.from', { from })
}

interface WhyProps {
  visit: Visit
  promise: SeriesPromise
  plan: PlanPeriod | undefined
}

function Why({ visit, promise, plan }: WhyProps) {
  const { t, to, language } = visit
  const { made_by, reason, end_reason, from_on, replaced_at } = promise
  const hasEnd = Object.keys(end_reason).length > 0
  return (
    <>
      {made_by ? <Text of={reason} t={t} /> : t('promises.history.from-the-start')}
      {plan && (
        <>
          {' '}
          <a href={to(`/plan/periods/${plan.slug}`)}>{inLanguage(plan.title, language)}</a>
        </>
      )}
      {replaced_at && (
        <>
          <br />
          {t(localDate(replaced_at) < from_on ? 'promises.history.never' : 'promises.history.replaced', {
            date: shortDate(language, replaced_at),
          })}
        </>
      )}
      {hasEnd && (
        <>
          <br />
          {t('promises.history.ended-because')} <Text of={end_reason} t={t} />
        </>
      )}
    </>
  )
}
