import type { Child } from 'hono/jsx'
import { dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Actions, Facts, LinkButton } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { CommitmentLink } from './commitments.ts'
import { Commitments } from './recommendation-card.page.tsx'
import type { Recommendation } from './recommendations.sql.ts'
import { receiverOf, StandingTag, standingInWords } from './standing.page.tsx'

interface Props {
  visit: Visit
  recommendation: Recommendation
  commitments: readonly CommitmentLink[]
  /** The thread from the event to the goal; drawn by a slice above this one. */
  thread: Child
}

/** A recommendation by its number: what, to whom, where it stands, what they answered, and its place on the thread. */
export function RecommendationPage({ visit, recommendation, commitments, thread }: Props) {
  const { t, language } = visit
  const { number, organisation_slug: slug, handed_over_on, answer_due_on, answer_words } = recommendation
  const receiver = receiverOf(recommendation, language)
  return (
    <Page
      visit={visit}
      title={t('forum.recommendation.title', { number, receiver })}
      heading={t('forum.recommendation.number', { number })}
      description={inLanguage(recommendation.text, language).slice(0, 160)}
      trail={[{ href: visit.to('/recommendations'), label: t('forum.recommendations.title') }]}
      wide
    >
      <div class="lead">
        <LongText of={recommendation.text} t={t} />
      </div>
      <p class="row">
        <StandingTag visit={visit} of={recommendation} />
        <strong>{standingInWords({ visit, of: recommendation })}</strong>
      </p>
      <div class="beside">
        <div class="stack">
          <Facts
            rows={[
              [
                t('forum.fact.receiver'),
                slug ? <a href={visit.to(`/network/organisations/${slug}`)}>{receiver}</a> : receiver,
              ],
              [t('forum.fact.handed-over'), handed_over_on && dateInWords(language, handed_over_on)],
              [t('forum.fact.due'), answer_due_on && dateInWords(language, answer_due_on)],
            ]}
          />
          {answer_words && (
            <section class="stack">
              <h2>{t('forum.answer.title')}</h2>
              <LongText of={answer_words} t={t} />
            </section>
          )}
          <p>
            {t('forum.recommendation.from')}{' '}
            <a href={visit.to(`/events/${recommendation.event_slug}`)}>
              <Text of={recommendation.event_title} t={t} />
            </a>
            , {shortDate(language, recommendation.event_starts_at)}
          </p>
          <Commitments visit={visit} commitments={commitments} />
          <OfficeActions visit={visit} recommendation={recommendation} commitments={commitments} />
        </div>
        {thread}
      </div>
    </Page>
  )
}

/** What only coordinators see here: the way to the place where they act. */
function OfficeActions({ visit, recommendation, commitments }: Omit<Props, 'thread'>) {
  const { t, member } = visit
  if (!member?.party) return null
  return (
    <Actions>
      {commitments.length === 0 && recommendation.handed_over_on !== null && (
        <LinkButton href={visit.to(`/office/recommendations/${recommendation.id}/commitment`)}>
          {t('forum.recommendation.make-commitment')}
        </LinkButton>
      )}
      <LinkButton variant="secondary" href={visit.to(`/office/events/${recommendation.event_id}/notes`)}>
        {t('forum.recommendation.to-office')}
      </LinkButton>
    </Actions>
  )
}
