import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { Facts, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Line, Section, YearContent } from './content.ts'
import { FigureTable } from './figure-table.page.tsx'
import { saidWith } from './said.ts'

/** Which columns each part has, and which of them is drawn. */
const tables: Partial<Record<Section, { measures: readonly string[]; drawn: string }>> = {
  promises: { measures: ['promised', 'held'], drawn: 'held' },
  events: { measures: ['held', 'people'], drawn: 'people' },
  'who-met': { measures: ['people'], drawn: 'people' },
  evaluations: { measures: ['mean', 'answers'], drawn: 'mean' },
  commitments: { measures: ['done', 'under-way', 'late', 'not-started', 'stopped'], drawn: '' },
  given: { measures: ['sek', 'hours'], drawn: 'sek' },
  principles: { measures: ['mean', 'answers'], drawn: 'mean' },
}

interface Props {
  visit: Visit
  section: Section
  content: YearContent
  words: Texts | undefined
}

/** One part of the report: what people say, the numbers, and what stands behind them. */
export function SectionPart({ visit, section, content, words }: Props) {
  const { t } = visit
  return (
    <section class="stack" id={section} aria-labelledby={`${section}-title`}>
      <h2 id={`${section}-title`}>{t(`year-report.section.${section}`)}</h2>
      {words && <LongText of={words} t={t} />}
      {isEmpty(section, content) ? (
        <p class="quiet">{t(`year-report.empty.${section}`)}</p>
      ) : (
        <Counted {...{ visit, section, content }} />
      )}
    </section>
  )
}

function Counted({ visit, section, content }: Omit<Props, 'words'>) {
  const { t } = visit
  const whole = content.figures.filter((one) => one.section === section && one.item === '')
  const lines = content.lines[section] ?? []
  const table = tables[section]
  return (
    <>
      <Facts
        rows={whole.map(({ measure, value, unit }) => [
          t(`year-report.measure.${measure}`),
          saidWith(t, value, unit),
        ])}
      />
      {table && <FigureTable visit={visit} section={section} figures={content.figures} {...table} />}
      {lines.length > 0 && <Lines visit={visit} lines={lines} />}
    </>
  )
}

const isEmpty = (section: Section, { figures, lines }: YearContent): boolean =>
  (lines[section] ?? []).length === 0 && !figures.some((one) => one.section === section && one.value > 0)

const tagKinds: Record<string, TagKind> = {
  kept: 'good',
  done: 'good',
  accepted: 'good',
  'in-force': 'good',
  begun: 'good',
  missed: 'late',
  late: 'late',
  'at-risk': 'late',
  waiting: 'waiting',
  'under-way': 'waiting',
  planned: 'waiting',
  partly: 'waiting',
  stopped: 'stopped',
  declined: 'stopped',
  refused: 'stopped',
}

function Lines({ visit, lines }: { visit: Visit; lines: readonly Line[] }) {
  const { t, to } = visit
  return (
    <ul class="year-lines">
      {lines.map(({ title, path, state, facts }) => (
        <li>
          <p class="row">
            <strong>
              {path ? (
                <a href={to(path)}>
                  <Text of={title} t={t} />
                </a>
              ) : (
                <Text of={title} t={t} />
              )}
            </strong>
            {state && <Tag kind={tagKinds[state] ?? 'plain'}>{t(`year-report.state.${state}`)}</Tag>}
          </p>
          <LineFacts visit={visit} facts={facts} state={state} />
        </li>
      ))}
    </ul>
  )
}

/** What follows a title, one after another: "Mottagare: Kulturnämnden · Svar senast: 3 dec. 2026". */
function LineFacts({ visit, facts, state }: { visit: Visit } & Pick<Line, 'facts' | 'state'>) {
  const { t, language } = visit
  if (facts.length === 0) return null
  return (
    <ul class="year-facts small">
      {facts.map(({ what, text, day, number }) => (
        <li>
          {t(`year-report.fact.${nameOfFact(what, state)}`)}: {text && <Text of={text} t={t} />}
          {day && dateInWords(language, day)}
          {number !== undefined && t('year-report.number', { value: number })}
        </li>
      ))}
    </ul>
  )
}

/** The day on which a proposal ended is called what it ended as: what lapsed was decided by nobody. */
const nameOfFact = (what: string, state: string | null): string =>
  what === 'decided' && state !== null ? state : what
