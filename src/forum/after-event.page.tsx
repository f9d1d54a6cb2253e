import type { Visit } from '#platform/http.ts'
import { LongText } from '#platform/ui/text.tsx'
import type { AfterEventFacts } from './after-event.ts'
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
      {note && Object.keys(note.said).length > 0 && (
        <section class="stack" id="said" aria-labelledby="said-title">
          <h2 id="said-title">{t('forum.note.said')}</h2>
          <LongText of={note.said} t={t} />
        </section>
      )}
      {note && Object.keys(note.agreed).length > 0 && (
        <section class="stack" id="agreed" aria-labelledby="agreed-title">
          <h2 id="agreed-title">{t('forum.note.agreed')}</h2>
          <LongText of={note.agreed} t={t} />
        </section>
      )}
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
