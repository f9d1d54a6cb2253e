import type { Visit } from '#platform/http.ts'
import { LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { AfterEventFacts } from './after-event.ts'
import { NoteText } from './minutes/note-text.page.tsx'
import { RecommendationCard } from './recommendation-card.page.tsx'

interface Props {
  visit: Visit
  after: AfterEventFacts
}

/** What came out of an event, on the event's own page: what was said and agreed, what was recommended, who answered. */
export function AfterEvent({ visit, after }: Props) {
  const { t } = visit
  const { note, recommendations } = after
  return (
    <>
      {after.late && <LateNotice visit={visit} late={after.late} />}
      {after.report && (
        <p>
          <LinkButton href={visit.to(after.report)}>{t('report.read')}</LinkButton>
        </p>
      )}
      {note && <NoteText visit={visit} note={note} additions={after.additions} level={2} />}
      {recommendations.length > 0 && (
        <section class="stack" id="recommendations" aria-labelledby="recommendations-title">
          <h2 id="recommendations-title">{t('forum.recommendations.title')}</h2>
          {recommendations.map((one) => (
            <RecommendationCard
              visit={visit}
              recommendation={one}
              commitments={after.commitments.get(one.id) ?? []}
            />
          ))}
        </section>
      )}
    </>
  )
}

interface LateProps {
  visit: Visit
  late: NonNullable<AfterEventFacts['late']>
}

/** Said openly, to everybody: so many days, and still nothing to read. */
const LateNotice = ({ visit: { t }, late: { days, state } }: LateProps) => (
  <Notice kind="late" title={t('minutes.late.title')}>
    <p>{t('minutes.late.days', { days })}</p>
    <p>{t(`minutes.late.${state ?? 'none'}`)}</p>
  </Notice>
)
