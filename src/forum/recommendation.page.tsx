import type { Child } from 'hono/jsx'
import { dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Actions, Facts, LinkButton } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { CommitmentLink } from './commitments.ts'
import { mayBecomeCommitment } from './recommendation.rules.ts'
import { Commitments } from './recommendation-card.page.tsx'
import type { Recommendation } from './recommendations.sql.ts'
import type { FullAnswer } from './answers/answers.sql.ts'
import { GivenAnswer } from './answers/given-answer.page.tsx'
import { BehindIt } from './harvest/behind-it.page.tsx'
import type { FullGroup } from './harvest/load-harvest.ts'
import { receiverOf, StandingTag, standingInWords } from './standing.page.tsx'

interface Props {
  visit: Visit
  recommendation: Recommendation
  commitments: readonly CommitmentLink[]
  /** The number of the proposal that would make it a commitment, while the parties' answers are awaited. */
  proposal: number | null
  /** The thread from the event to the goal; drawn by a slice above this one. */
  thread: Child
  /** The groups of cards that it was worded from, once the report is public, and the report's address. */
  behind: readonly FullGroup[]
  report: string | null
  /** What was answered, once it was. */
  answer: FullAnswer | undefined
}

/** A recommendation by its number: what, to whom, where it stands, what they answered, and its place on the thread. */
export function RecommendationPage(props: Props) {
  const { visit, recommendation, commitments, thread } = props
  const { t, language } = visit
  const { number, organisation_slug: slug, handed_over_on, answer_due_on } = recommendation
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
          <AnswerAndSource {...props} />
          <BehindIt visit={visit} groups={props.behind} level={2} />
          <Commitments visit={visit} commitments={commitments} />
          {props.proposal !== null && (
            <p>
              <a href={visit.to(`/plan/revisions/${props.proposal}`)}>
                {t('forum.recommendation.proposed', { number: props.proposal })}
              </a>
            </p>
          )}
          <OfficeActions {...props} />
        </div>
        {thread}
      </div>
    </Page>
  )
}

/** What was answered, and the event that it all came from. */
function AnswerAndSource({ visit, recommendation, report, answer }: Props) {
  const { t, to, language } = visit
  const { event_slug, event_title, event_starts_at } = recommendation
  return (
    <>
      {answer && (
        <section class="stack" aria-labelledby="answer">
          <h2 id="answer">{t('forum.answer.title')}</h2>
          <GivenAnswer visit={visit} answer={answer} />
        </section>
      )}
      <p>
        {t('forum.recommendation.from')}{' '}
        <a href={to(`/events/${event_slug}`)}>
          <Text of={event_title} t={t} />
        </a>
        , {shortDate(language, event_starts_at)}
        {report && (
          <>
            {'. '}
            <a href={to(report)}>{t('report.read')}</a>
          </>
        )}
      </p>
    </>
  )
}

/** What only coordinators see here: the way to the place where they act. */
function OfficeActions({
  visit,
  recommendation,
  commitments,
  proposal,
}: Pick<Props, 'visit' | 'recommendation' | 'commitments' | 'proposal'>) {
  const { t, member } = visit
  if (!member?.party) return null
  return (
    <Actions>
      {commitments.every((one) => one.isTakenOut) &&
        proposal === null &&
        mayBecomeCommitment(recommendation.answer_kind) && (
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
