import type { Child } from 'hono/jsx'
import { dateAndTime, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { EvaluationSection } from '#programme/index.ts'
import { NoteText } from '../minutes/note-text.page.tsx'
import { RecommendationCard } from '../recommendation-card.page.tsx'
import { Before } from './before.page.tsx'
import { Contents } from './contents.page.tsx'
import { missingIn } from './languages.rules.ts'
import { MissingLanguages } from './missing-languages.page.tsx'
import type { Report } from './load-report.ts'
import { Next } from './next.page.tsx'
import { SaidAtTables } from './said.page.tsx'
import { AtTables } from './seating.page.tsx'

interface Props {
  visit: Visit
  report: Report
  /** Seen by those who look after the event alone, before everybody may. */
  isDraft: boolean
  thread: Child
}

/** What a forum came to, from who was there to what becomes of it; made to be read on a screen and on paper. */
export function ReportPage({ visit, report, isDraft, thread }: Props) {
  const { t, to, language } = visit
  const { event, note, said } = report
  const title = inLanguage(event.title, language)
  return (
    <Page
      visit={visit}
      title={t('report.title', { event: title })}
      heading={<Heading visit={visit} report={report} />}
      description={inLanguage(event.lead, language)}
      lead={<Text of={event.lead} t={t} />}
      trail={
        isDraft
          ? [
              { href: to(`/office/events/${event.id}`), label: title },
              { href: to(`/office/events/${event.id}/harvest`), label: t('harvest.name') },
            ]
          : [
              {
                href: to(`/series/${event.series_key}`),
                label: inLanguage(event.series_name, language),
              },
              { href: to(`/events/${event.slug}`), label: title },
            ]
      }
    >
      {isDraft && <Notice kind="waiting">{t('report.draft')}</Notice>}
      <p class="report-when">
        <strong>{dateAndTime(language, event.starts_at, event.ends_at)}</strong>
        {event.place_name && ` · ${event.place_name}`}
      </p>
      <MissingLanguages visit={visit} missing={missingIn(language, writtenIn(report))} />
      <Contents visit={visit} report={report} />
      <div class="report stack-wide">
        {note && (
          <div class="stack">
            <NoteText visit={visit} note={note} additions={report.additions} level={2} />
          </div>
        )}
        <div class="stack">{report.met}</div>
        <Before visit={visit} dialogues={report.dialogues} />
        <AtTables visit={visit} seating={report.seating} />
        <SaidAtTables visit={visit} said={said} isPublic={note?.state === 'published'} />
        <Recommendations visit={visit} report={report} />
        <EvaluationSection visit={visit} event={event} results={report.results} />
        <Next visit={visit} report={report} />
        {thread}
        {note?.published_at && (
          <p class="small quiet">
            {t('report.published', {
              date: shortDate(language, note.published_at),
              address: visit.url(`/reports/${event.slug}`),
            })}
          </p>
        )}
      </div>
    </Page>
  )
}

const Heading = ({ visit: { t }, report: { event } }: { visit: Visit; report: Report }) => (
  <>
    <span class="report-kind">{t('report.kind')}</span> <Text of={event.title} t={t} />
  </>
)

const writtenIn = ({ note, said, recommendations }: Report) =>
  [
    { part: 'minutes', texts: note ? [note.said, note.agreed] : [] },
    { part: 'said', texts: said.rounds.flatMap(({ groups }) => groups.map((group) => group.title)) },
    { part: 'recommendations', texts: recommendations.map((one) => one.text) },
  ] as const

function Recommendations({ visit, report }: Pick<Props, 'visit' | 'report'>) {
  const { t } = visit
  const { recommendations, commitments } = report
  if (recommendations.length === 0) return null
  return (
    <section class="stack" id="recommendations" aria-labelledby="recommendations-title">
      <h2 id="recommendations-title">{t('report.recommendations.title')}</h2>
      <p>{t('report.recommendations.lead', { count: recommendations.length })}</p>
      {recommendations.map((one) => (
        <RecommendationCard visit={visit} recommendation={one} commitments={commitments.get(one.id) ?? []} />
      ))}
    </section>
  )
}
