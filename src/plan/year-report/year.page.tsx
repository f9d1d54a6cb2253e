import type { Child } from 'hono/jsx'
import { dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { capitalized } from '#platform/language-words.ts'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import { type Section, sections, wholeFigure, type YearContent } from './content.ts'
import type { FullReport } from './load-report.ts'
import { saidWith } from './said.ts'
import { SectionPart } from './section.page.tsx'

interface Props extends FullReport {
  visit: Visit
  /** Those who finish it read the same page, with what is to be pressed below. */
  office?: Child
  /** What the steering group has decided about it. */
  decided?: Child
  wrong?: boolean
}

/** The report of a year, on a screen and on paper. */
export function YearPage({ visit, report, content, texts, approvals, office, decided, wrong }: Props) {
  const { t, to, language } = visit
  const year = String(report.year)
  const foreword = texts.get('foreword')
  return (
    <Page
      visit={visit}
      title={t('year-report.title', { year })}
      lead={t('year-report.lead')}
      description={t('year-report.lead')}
      trail={
        office
          ? [
              { href: to('/office/years'), label: t('year-report.office.all') },
              { href: to(`/office/years/${year}`), label: t('year-report.title', { year }) },
            ]
          : [
              { href: to('/plan'), label: t('plan.title') },
              { href: to('/plan/years'), label: t('year-report.years.title') },
            ]
      }
      wrong={wrong}
    >
      {report.state === 'draft' && <Notice kind="waiting">{t('year-report.draft')}</Notice>}
      <p class="year-cover">
        {approvals.length > 0 && (
          <strong>{capitalized(approvals.map(({ name }) => inLanguage(name, language)).join(', '))}</strong>
        )}{' '}
        {report.approved_on &&
          t('year-report.approved-on', { day: dateInWords(language, report.approved_on) })}
      </p>
      <KeyNumbers visit={visit} content={content} />
      <Contents visit={visit} />
      <div class="year-report report stack-wide">
        {foreword && (
          <section class="stack" id="foreword" aria-labelledby="foreword-title">
            <h2 id="foreword-title">{t('year-report.section.foreword')}</h2>
            <LongText of={foreword} t={t} />
          </section>
        )}
        {sections.map((section) => (
          <SectionPart visit={visit} section={section} content={content} words={texts.get(section)} />
        ))}
        {decided}
        <HowCounted {...{ visit, report, content }} />
      </div>
      {office}
    </Page>
  )
}

const keyNumbers: readonly (readonly [Section, string])[] = [
  ['events', 'held'],
  ['events', 'people'],
  ['promises', 'kept'],
  ['recommendations', 'answered'],
  ['commitments', 'done'],
  ['partnerships', 'begun'],
]

/** What the year came to in a few numbers, each the way to its part. */
function KeyNumbers({ visit, content }: { visit: Visit; content: YearContent }) {
  const { t } = visit
  return (
    <ul class="report-numbers year-numbers">
      {keyNumbers.flatMap(([section, measure]) => {
        const value = wholeFigure(content.figures, section, measure)
        if (value === undefined) return []
        return [
          <li>
            <a href={`#${section}`}>
              <span class="numbers">{saidWith(t, value, 'count')}</span>{' '}
              {t(`year-report.key.${section}.${measure}`, { value })}
            </a>
          </li>,
        ]
      })}
    </ul>
  )
}

const Contents = ({ visit: { t } }: { visit: Visit }) => (
  <nav class="year-contents" aria-label={t('year-report.contents')}>
    <h2>{t('year-report.contents')}</h2>
    <ol>
      {sections.map((section) => (
        <li>
          <a href={`#${section}`}>{t(`year-report.section.${section}`)}</a>
        </li>
      ))}
    </ol>
  </nav>
)

function HowCounted({ visit, report, content }: Pick<Props, 'visit' | 'report' | 'content'>) {
  const { t, to, language, url } = visit
  const { year, state, published_at } = report
  return (
    <section class="stack" aria-labelledby="how">
      <h2 id="how">{t('year-report.how.title')}</h2>
      <p>{t('year-report.how.as-of', { day: dateInWords(language, content.asOf) })}</p>
      <p>{t('year-report.how.few')}</p>
      {state === 'published' && (
        <ul class="on-screen">
          <li>
            <a href={to(`/plan/years/${year}/figures.csv`)}>{t('year-report.figures.as-csv')}</a>
          </li>
          <li>
            <a href={to(`/plan/years/${year}/figures.json`)}>{t('year-report.figures.as-json')}</a>
          </li>
          <li>
            <a href={to('/plan/years/columns.csv')}>{t('year-report.figures.columns')}</a>
          </li>
        </ul>
      )}
      {published_at && (
        <p class="small quiet">
          {t('year-report.published', {
            day: shortDate(language, published_at),
            address: url(`/plan/years/${year}`),
          })}
        </p>
      )}
    </section>
  )
}
