import { dateAndTime } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import {
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  seenAt,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { NoteTag } from './standing.page.tsx'
import { Corrections } from './minutes/corrections.page.tsx'
import type { Steps } from './minutes/load-steps.ts'
import { NoteSteps } from './minutes/note-steps.page.tsx'
import { NoteText } from './minutes/note-text.page.tsx'
import { mayBeAddedTo, refusalBeforeEvent } from './note.rules.ts'
import type { Note } from './notes.sql.ts'
import type { CommitmentLink } from './commitments.ts'
import { RecommendationCard } from './recommendation-card.page.tsx'
import {
  mayBecomeCommitment,
  refusalToBegin,
  refusalToChange,
  refusalToRecommend,
} from './recommendation.rules.ts'
import type { Recommendation } from './recommendations.sql.ts'

export interface EventFacts {
  id: string
  slug: string
  title: Texts
  starts_at: Instant
  ends_at: Instant
}

interface Props extends Answered {
  visit: Visit
  event: EventFacts
  note: Note | undefined
  /** How far it has come, and what others have said about it. */
  steps: Steps
  recommendations: readonly Recommendation[]
  commitments: ReadonlyMap<string, readonly CommitmentLink[]>
}

/** Where an event's organisers write what was said and agreed, and look after what was recommended. */
export function WriteNotePage(props: Props) {
  const { visit, event, note } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const isEarly = refusalBeforeEvent(event.starts_at, visit.now) !== null
  return (
    <Page
      visit={visit}
      title={t('forum.note.title', { event: inLanguage(event.title, language) })}
      wrong={problems.length > 0}
      trail={[{ href: visit.to(`/office/events/${event.id}`), label: inLanguage(event.title, language) }]}
    >
      <Problems visit={visit} list={problems} />
      {isEarly ? (
        <Notice>{t('forum.note.early', { when: dateAndTime(language, event.starts_at) })}</Notice>
      ) : (
        <>
          <p class="row">
            <NoteTag visit={visit} note={note} />
            {note?.published_at && <a href={visit.to(`/events/${event.slug}`)}>{t('forum.note.see')}</a>}
          </p>
          {note && <NoteSteps visit={visit} event={event} note={note} steps={props.steps} />}
          {note && mayBeAddedTo(note.state) ? (
            <NoteText visit={visit} note={note} additions={props.steps.additions} level={2} />
          ) : (
            <NoteFields {...props} />
          )}
          {note && <Corrections visit={visit} note={note} eventId={event.id} steps={props.steps} />}
          <Recommendations {...props} />
        </>
      )}
    </Page>
  )
}

function NoteFields(props: Props) {
  const { visit, note } = props
  const { t } = visit
  const mistakes = mistakesInWords(t, props)
  return (
    <Form>
      <TextsField
        t={t}
        name="said"
        label={t('forum.note.said')}
        hint={t('forum.note.said-hint')}
        value={textsAt(props, 'said', note?.said)}
        mistakes={mistakes}
        rows={8}
        required={false}
      />
      <TextsField
        t={t}
        name="agreed"
        label={t('forum.note.agreed')}
        hint={t('forum.note.agreed-hint')}
        value={textsAt(props, 'agreed', note?.agreed)}
        mistakes={mistakes}
        rows={6}
        required={false}
      />
      {/* What is stored now: after a refusal the writer has been told of it, and may write over it knowingly. */}
      <input type="hidden" name="seen" value={seenAt(props, note?.changed_at ?? '')} />
      <p>{t('forum.note.public-record')}</p>
      <Actions>
        <SubmitButton>{t(note?.state === 'sent' ? 'forum.note.save' : 'forum.note.keep')}</SubmitButton>
      </Actions>
    </Form>
  )
}

function Recommendations({ visit, event, note, recommendations, commitments }: Props) {
  const { t } = visit
  const closed = refusalToRecommend(note?.state ?? null)
  const add = visit.to(`/office/events/${event.id}/recommendations/new`)
  return (
    <section class="stack" aria-labelledby="recommendations">
      <h2 id="recommendations">{t('forum.recommendations.title')}</h2>
      {recommendations.length === 0 && <Empty>{t('forum.recommendations.none-of-event')}</Empty>}
      {recommendations.map((one) => (
        <RecommendationCard visit={visit} recommendation={one} commitments={commitments.get(one.id) ?? []}>
          <RecommendationActions visit={visit} recommendation={one} hasCommitment={commitments.has(one.id)} />
        </RecommendationCard>
      ))}
      {(!closed || recommendations.length > 0) && (
        <p>{t(closed ? 'forum.recommendations.approved' : 'forum.recommendations.with-notes')}</p>
      )}
      {!closed && (
        <LinkButton variant="secondary" href={add}>
          {t('forum.recommendation.add')}
        </LinkButton>
      )}
    </section>
  )
}

interface ActionsProps {
  visit: Visit
  recommendation: Recommendation
  hasCommitment: boolean
}

/** What can be done with a recommendation now: before it is handed over other things than after. */
function RecommendationActions({ visit, recommendation, hasCommitment }: ActionsProps) {
  const { t, member } = visit
  const { id, event_id, number, handed_over_on, answer_kind, note_state } = recommendation
  const at = (step: string): string => visit.to(`/office/events/${event_id}/recommendations/${id}/${step}`)
  if (handed_over_on === null) {
    const mayHandOver = refusalToBegin(handed_over_on, note_state) === null
    const mayChange = refusalToChange(recommendation) === null
    if (!mayHandOver && !mayChange) return null
    return (
      <Actions>
        {mayHandOver && <a href={at('hand-over')}>{t('forum.hand-over.link', { number })}</a>}
        {mayChange && <a href={at('edit')}>{t('forum.recommendation.edit-link', { number })}</a>}
        {mayChange && <a href={at('remove')}>{t('forum.recommendation.remove-link', { number })}</a>}
      </Actions>
    )
  }
  const mayCommit = !hasCommitment && mayBecomeCommitment(answer_kind) && Boolean(member?.party)
  if (answer_kind !== null && !mayCommit) return null
  return (
    <Actions>
      {answer_kind === null && <a href={at('link')}>{t('answers.link.link', { number })}</a>}
      {answer_kind === null && <a href={at('answer')}>{t('forum.answer.link', { number })}</a>}
      {mayCommit && (
        <a href={visit.to(`/office/recommendations/${id}/commitment`)}>
          {t('forum.recommendation.make-commitment')}{' '}
          <span class="unseen">{t('forum.recommendation.number', { number })}</span>
        </a>
      )}
    </Actions>
  )
}
