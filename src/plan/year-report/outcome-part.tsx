import type { Outcome } from '#partners/index.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Facts } from '#platform/ui/parts.tsx'
import type { Reads } from '../tables.ts'
import type { Section, YearContent } from './content.ts'
import { countYear } from './count-year.ts'
import { reports } from './reports.sql.ts'
import { saidWith } from './said.ts'

/** What whoever gave something wants to know first; the rest stands in the report. */
const shown: readonly Section[] = [
  'promises',
  'events',
  'who-met',
  'evaluations',
  'recommendations',
  'commitments',
  'partnerships',
]

/** The figures of a year for those who paid for it: the very same ones as in its report. */
export const outcomePart =
  (db: Reads) =>
  async (visit: Visit, asked: number | undefined): Promise<Outcome | null> => {
    const thisYear = Number(localDate(visit.now).slice(0, 4))
    const published = (await reports(db)).flatMap(({ state, figures }) =>
      state === 'published' && figures ? [figures] : [],
    )
    const years = [...new Set([thisYear, ...published.map(({ year }) => year)])].toSorted((a, b) => b - a)
    const year = asked ?? published[0]?.year ?? thisYear
    if (!years.includes(year)) return null
    const kept = published.find((one) => one.year === year)
    const content = kept ?? (await countYear(db, year, visit.now))
    const part = <Came visit={visit} content={content} />
    return { year, years, isPublished: kept !== undefined, asOf: content.asOf, part }
  }

function Came({ visit: { t }, content }: { visit: Visit; content: YearContent }) {
  const rows = shown.map((section): readonly [string, string] => {
    // Nothing to tell is left out: a page for funders is one page.
    const whole = content.figures.filter((one) => one.section === section && one.item === '' && one.value > 0)
    const said = whole.map(
      ({ measure, value, unit }) => `${t(`year-report.measure.${measure}`)}: ${saidWith(t, value, unit)}`,
    )
    return [t(`year-report.section.${section}`), said.join(' · ')]
  })
  return (
    <section class="stack-tight" aria-labelledby="came">
      <h2 id="came">{t('year-report.outcome.title')}</h2>
      <Facts rows={rows} />
    </section>
  )
}
