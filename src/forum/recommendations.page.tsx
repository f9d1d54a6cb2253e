import { CsvLink } from '#platform/ui/csv-link.tsx'
import type { Visit } from '#platform/http.ts'
import { Actions, Empty, Facts, LinkButton } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { CommitmentLink } from './commitments.ts'
import { RecommendationCard } from './recommendation-card.page.tsx'
import type { RecommendationCounts } from './recommendation-counts.sql.ts'
import type { Recommendation } from './recommendations.sql.ts'

interface Props {
  visit: Visit
  recommendations: readonly Recommendation[]
  commitments: ReadonlyMap<string, readonly CommitmentLink[]>
  counts: RecommendationCounts
  /** The number to go on from, when there are more. */
  next: number | undefined
}

/** Every recommendation that was handed over or published, the latest first, answered or not. */
export function RecommendationsPage({ visit, recommendations, commitments, counts, next }: Props) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('forum.recommendations.title')} lead={t('forum.recommendations.lead')} wide>
      {recommendations.length === 0 && <Empty>{t('forum.recommendations.none')}</Empty>}
      {counts.handed_over > 0 && (
        <div class="tally">
          <Facts
            rows={[
              [t('forum.recommendations.handed-over'), String(counts.handed_over)],
              [t('forum.recommendations.answered'), String(counts.answered)],
              [t('forum.recommendations.answered-late'), String(counts.answered_late)],
              [t('forum.recommendations.late'), String(counts.late)],
            ]}
          />
        </div>
      )}
      {byEvent(recommendations).map(([first, ...others]) => (
        <section class="stack">
          <h2>
            <a href={visit.to(`/events/${first.event_slug}`)}>
              <Text of={first.event_title} t={t} />
            </a>
          </h2>
          <div class="grid two">
            {[first, ...others].map((one) => (
              <RecommendationCard
                visit={visit}
                recommendation={one}
                commitments={commitments.get(one.id) ?? []}
              />
            ))}
          </div>
        </section>
      ))}
      {next !== undefined && (
        <Actions>
          <LinkButton variant="secondary" href={visit.to(`/recommendations?before=${next}`)}>
            {t('forum.recommendations.older')}
          </LinkButton>
        </Actions>
      )}
      <CsvLink visit={visit} href="/recommendations.csv" />
    </Page>
  )
}

/** Neighbours from the same event stand under its title together; the order stays. */
function byEvent(recommendations: readonly Recommendation[]): [Recommendation, ...Recommendation[]][] {
  const groups: [Recommendation, ...Recommendation[]][] = []
  for (const one of recommendations) {
    const group = groups.at(-1)
    if (group?.[0].event_id === one.event_id) group.push(one)
    else groups.push([one])
  }
  return groups
}
