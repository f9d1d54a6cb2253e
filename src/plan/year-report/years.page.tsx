import type { Visit } from '#platform/http.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty } from '#platform/ui/parts.tsx'
import { YearBars } from './bar.page.tsx'
import { type Section, wholeFigure, type YearContent } from './content.ts'
import { saidWith } from './said.ts'

interface Props {
  visit: Visit
  /** Of published reports, the latest first. */
  contents: readonly YearContent[]
  /** Years whose report is being written. */
  coming: readonly number[]
}

const compared: readonly (readonly [Section, string])[] = [
  ['promises', 'kept'],
  ['promises', 'missed'],
  ['events', 'held'],
  ['events', 'people'],
  ['recommendations', 'handed-over'],
  ['recommendations', 'answered'],
  ['recommendations', 'late'],
  ['commitments', 'done'],
  ['commitments', 'late'],
  ['partnerships', 'begun'],
  ['given', 'sek'],
  ['given', 'hours'],
  ['principles', 'answered'],
]
const drawn = new Set(['events.people', 'recommendations.answered', 'commitments.done', 'given.hours'])

/** All reports, and the last years side by side. */
export function YearsPage({ visit, contents, coming }: Props) {
  const { t, to } = visit
  return (
    <Page
      visit={visit}
      title={t('year-report.years.title')}
      lead={t('year-report.years.lead')}
      description={t('year-report.years.lead')}
      trail={[{ href: to('/plan'), label: t('plan.title') }]}
      wide
    >
      {contents.length === 0 ? (
        <Empty>{t('year-report.years.none')}</Empty>
      ) : (
        <ul class="lined-list">
          {contents.map(({ year }) => (
            <li>
              <a href={to(`/plan/years/${year}`)}>{t('year-report.title', { year: String(year) })}</a>
            </li>
          ))}
        </ul>
      )}
      {coming.map((year) => (
        <p class="quiet">{t('year-report.years.coming', { year: String(year) })}</p>
      ))}
      <p>
        <a href={to('/plan/years/principles')}>{t('survey.results.title')}</a>
      </p>
      {contents.length > 0 && <SideBySide visit={visit} contents={contents} />}
    </Page>
  )
}

/** A picture of nothing but zeros says nothing. */
const isDrawn = (key: string, values: readonly { value: number | undefined }[]): boolean =>
  drawn.has(key) && values.some(({ value = 0 }) => value > 0)

// More years than this fit on no page; the older ones are in their own reports.
const yearsMax = 6

function SideBySide({ visit, contents }: Pick<Props, 'visit' | 'contents'>) {
  const { t } = visit
  const years = contents.slice(0, yearsMax).toReversed()
  const rows = compared
    .map(([section, measure]) => ({
      ...{ section, measure, name: t(`year-report.compared.${section}.${measure}`) },
      values: years.map(({ year, figures }) => ({ year, value: wholeFigure(figures, section, measure) })),
    }))
    .filter(({ values }) => values.some(({ value }) => value !== undefined))
  const said = (measure: string, value: number): string =>
    saidWith(t, value, measure === 'sek' || measure === 'hours' ? measure : 'count')
  return (
    <section class="stack" aria-labelledby="side-by-side">
      <h2 id="side-by-side">{t('year-report.years.side-by-side')}</h2>
      <div class="year-charts">
        {rows
          .filter(({ section, measure, values }) => isDrawn(`${section}.${measure}`, values))
          .map(({ name, measure, values }) => (
            <YearBars
              title={name}
              bars={values.flatMap(({ year, value }) =>
                value === undefined ? [] : [{ year, value, said: said(measure, value) }],
              )}
            />
          ))}
      </div>
      <div class="fits">
        <div class="numbers-whole">
          <DataTable
            caption={t('year-report.years.table')}
            head={[t('year-report.years.what'), ...years.map(({ year }) => String(year))]}
            rows={rows.map(({ name, measure, values }) => [
              name,
              ...values.map(({ value }) => (value === undefined ? '–' : said(measure, value))),
            ])}
          />
        </div>
      </div>
    </section>
  )
}
