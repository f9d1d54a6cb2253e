import type { Visit } from '#platform/http.ts'
import { roundedMean } from '#platform/rounded.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Words } from '#platform/words.ts'
import { Bar } from '../year-report/bar.page.tsx'
import type { Results } from './load-results.ts'
import type { Mean } from './results.rules.ts'

interface Props {
  visit: Visit
  /** Of closed surveys, the latest first. */
  all: readonly Results[]
}

/** How organisations think that the principles are kept: this year beside the years before, and by sector and kind. */
export function ResultsPage({ visit, all }: Props) {
  const { t, to } = visit
  const [latest] = all
  return (
    <Page
      visit={visit}
      title={t('survey.results.title')}
      lead={t('survey.results.lead')}
      description={t('survey.results.lead')}
      trail={[
        { href: to('/plan'), label: t('plan.title') },
        { href: to('/plan/years'), label: t('year-report.years.title') },
      ]}
      wide
    >
      {latest ? (
        <>
          <ByYear visit={visit} all={all} />
          <ByGroup visit={visit} results={latest} by="sector" />
          <ByGroup visit={visit} results={latest} by="kind" />
          <Quotes visit={visit} results={latest} />
        </>
      ) : (
        <Empty>{t('survey.results.none')}</Empty>
      )}
      <p class="small quiet">{t('survey.results.how')}</p>
    </Page>
  )
}

const said = (t: Words, mean: Mean | null | undefined): string =>
  mean ? t('survey.results.mean', { mean: roundedMean(mean.mean), answers: mean.answers }) : '–'

const yearsMax = 5

/** Each principle over the years; one that was asked for in other words is the same by its key. */
function ByYear({ visit, all }: Props) {
  const { t } = visit
  const years = all.slice(0, yearsMax).toReversed()
  return (
    <section class="stack" aria-labelledby="years">
      <h2 id="years">{t('survey.results.by-year')}</h2>
      <ul>
        {years.map(({ survey, asked, answered }) => (
          <li>{t('survey.results.answered', { year: String(survey.year), asked, answered })}</li>
        ))}
      </ul>
      <div class="fits met">
        <DataTable
          caption={t('survey.results.table')}
          head={[t('survey.results.principle'), ...years.map(({ survey }) => String(survey.year))]}
          rows={(all[0]?.statements ?? []).map(({ principle_key, name, statement }) => [
            <>
              <Text of={name} t={t} />
              <br />
              <span class="small">
                <Text of={statement} t={t} />
              </span>
            </>,
            ...years.map(({ statements }) => {
              const mean = statements.find((one) => one.principle_key === principle_key)?.result?.all
              return (
                <>
                  {said(t, mean)}
                  {mean && <Bar part={mean.mean / 5} />}
                </>
              )
            }),
          ])}
        />
      </div>
    </section>
  )
}

function ByGroup({ visit, results, by }: { visit: Visit; results: Results; by: 'sector' | 'kind' }) {
  const { t } = visit
  const keys = [
    ...new Set(results.statements.flatMap(({ result }) => Object.keys(result?.[by] ?? {}))),
  ].sort()
  const year = String(results.survey.year)
  return (
    <section class="stack">
      <h2 id={by}>{t(`survey.results.by-${by}`, { year })}</h2>
      {keys.length === 0 ? (
        <p>{t('survey.results.too-few')}</p>
      ) : (
        <div class="fits">
          <DataTable
            caption={t(`survey.results.by-${by}`, { year })}
            captionUnseen
            head={[
              t('survey.results.principle'),
              ...keys.map((key) =>
                t(by === 'sector' ? `network.sector.${key}` : `organisations.kind.${key}`),
              ),
            ]}
            rows={results.statements.map(({ name, result }) => [
              <Text of={name} t={t} />,
              ...keys.map((key) => said(t, result?.[by][key])),
            ])}
          />
        </div>
      )}
    </section>
  )
}

function Quotes({ visit, results }: { visit: Visit; results: Results }) {
  const { t, language } = visit
  if (results.quotes.length === 0) return null
  const { compare } = new Intl.Collator(language)
  return (
    <section class="stack" aria-labelledby="quotes">
      <h2 id="quotes">{t('survey.results.quotes')}</h2>
      {results.quotes.toSorted(compare).map((quote) => (
        <blockquote>
          <p>{quote}</p>
        </blockquote>
      ))}
      <p class="small quiet">{t('survey.results.quotes-how', { year: String(results.survey.year) })}</p>
    </section>
  )
}
