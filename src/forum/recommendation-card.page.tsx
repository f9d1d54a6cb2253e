import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { shortDate } from '#platform/dates.ts'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { CommitmentLink } from './commitments.ts'
import { cameAfterApproval } from './recommendation.rules.ts'
import type { Recommendation } from './recommendations.sql.ts'
import { receiverOf, StandingTag, standingInWords } from './standing.page.tsx'

interface Props {
  visit: Visit
  recommendation: Recommendation
  commitments: readonly CommitmentLink[]
  /** What can be done with it, in the office. */
  children?: Child
}

/** One recommendation among others: what, to whom, and where it stands. */
export function RecommendationCard({ visit, recommendation, commitments, children }: Props) {
  const { t, language } = visit
  const { number } = recommendation
  return (
    <article class="card" id={`recommendation-${number}`} aria-labelledby={`recommendation-${number}-title`}>
      <div class="row spread">
        <h3 id={`recommendation-${number}-title`}>
          <a href={visit.to(`/recommendations/${number}`)}>{t('forum.recommendation.number', { number })}</a>
        </h3>
        <StandingTag visit={visit} of={recommendation} />
      </div>
      <LongText of={recommendation.text} t={t} />
      <p>{t('forum.recommendation.to', { receiver: receiverOf(recommendation, language) })}</p>
      <p>
        <strong>{standingInWords({ visit, of: recommendation })}</strong>
      </p>
      {recommendation.answer_words && <LongText of={recommendation.answer_words} t={t} />}
      {cameAfterApproval(recommendation) && (
        <p>
          {t('forum.recommendation.after-approval', { date: shortDate(language, recommendation.created_at) })}
        </p>
      )}
      <Commitments visit={visit} commitments={commitments} />
      {children}
    </article>
  )
}

/** What it has become in the plan, if anything. */
export function Commitments({ visit, commitments }: Pick<Props, 'visit' | 'commitments'>) {
  if (commitments.length === 0) return null
  return (
    <p>
      {visit.t('forum.recommendation.became')}{' '}
      {commitments.map(({ title, path, isTakenOut }, index) => (
        <>
          {index > 0 && ', '}
          <a href={visit.to(path)}>
            <Text of={title} t={visit.t} />
          </a>
          {isTakenOut && ` (${visit.t('forum.recommendation.taken-out')})`}
        </>
      ))}
    </p>
  )
}
