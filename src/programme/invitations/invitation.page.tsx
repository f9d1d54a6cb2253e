import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { EventFacts } from '../event-facts.page.tsx'
import { eventState } from '../event-state.rules.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Asking } from '../questions/ask-at-sign-up.ts'
import type { Capacity, SignUpRow } from '../tables.ts'
import { ComerFields, isCapacityKnown } from './comer-fields.page.tsx'
import type { Known } from './known.ts'
import type { InvitationRow } from './tables.ts'

export interface InvitationProps extends Answered {
  visit: Visit
  event: ProgrammeEvent
  invitation: InvitationRow
  known: Known
  /** What somebody can take part as. */
  offered: readonly Capacity[]
  /** What has to be answered before somebody can come. */
  asking: Asking
  /** The sign-up of the invited address, while it stands. */
  signUp: SignUpRow | null
  /** Why nothing can be answered any more, or why nobody can sign up. */
  closed: string | null
  noSeats: string | null
  mayPassOn: boolean
  token: string
  /** Whether somebody has just signed up, who will get a mail. */
  sent: boolean
  /** Whether it is asked of somebody else than the person invited. */
  isSomebodyElse: boolean
}

/** What somebody is invited to, and two buttons. Opening the page changes nothing. */
export function InvitationPage(props: InvitationProps) {
  const { visit, event, closed, sent, mayPassOn, token, invitation } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const title = inLanguage(event.title, t.language)
  return (
    <Page
      visit={visit}
      title={title}
      heading={<Text of={event.title} t={t} />}
      lead={<Text of={event.lead} t={t} />}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {sent && (
        <Notice kind="good" live>
          {t('invitations.page.sent')}
        </Notice>
      )}
      <Standing {...props} />
      <EventFacts visit={visit} event={event} state={eventState(event, visit.now)} />
      {closed === null && <Answer {...props} />}
      {closed === null && mayPassOn && invitation.kind === 'person' && (
        <p>
          <a href={visit.to(`/invitations/${token}/somebody-else`)}>{t('invitations.page.somebody-else')}</a>
        </p>
      )}
      <LongText of={event.body} t={t} />
    </Page>
  )
}

/** Where the answer stands, in words. */
function Standing({ visit, event, signUp, invitation, closed, noSeats }: InvitationProps) {
  const { t } = visit
  if (closed) return <Notice kind="stopped">{t(`invitations.come-refusal.${closed}`)}</Notice>
  if (signUp?.state === 'waiting') return <Notice kind="waiting">{t('invitations.page.waiting')}</Notice>
  if (signUp?.state === 'held' || signUp?.state === 'offered')
    return <Notice kind="waiting">{t(`invitations.page.${signUp.state}`)}</Notice>
  if (signUp) return <Notice kind="good">{t('invitations.page.coming')}</Notice>
  if (noSeats) return <Notice kind="stopped">{t(`invitations.come-refusal.${noSeats}`)}</Notice>
  if (invitation.declined_at) return <Notice kind="plain">{t('invitations.page.declined')}</Notice>
  const isFull = eventState(event, visit.now).name === 'full'
  return isFull ? <Notice kind="waiting">{t('invitations.page.full')}</Notice> : null
}

function Answer(props: InvitationProps) {
  const { visit, signUp, noSeats, invitation, event } = props
  const { t } = visit
  const mayCome = signUp === null && noSeats === null
  const isFull = eventState(event, visit.now).name === 'full'
  // A follower asked to be told, and owes nobody an answer.
  const mayDecline = signUp !== null || (invitation.kind !== 'follower' && invitation.declined_at === null)
  const come = invitation.kind === 'organisation' ? 'sign-up' : 'come'
  return (
    <Form>
      {mayCome && <Asked {...props} />}
      <Actions>
        {mayCome && (
          <SubmitButton name="do" value="come">
            {t(`invitations.page.${isFull ? 'wait' : come}`)}
          </SubmitButton>
        )}
        {mayDecline && (
          <SubmitButton name="do" value="decline" variant="secondary">
            {t(`invitations.page.${invitation.kind === 'organisation' ? 'none-of-us' : 'decline'}`)}
          </SubmitButton>
        )}
      </Actions>
      <p class="small quiet">
        {t('invitations.page.until')}{' '}
        <a href={visit.to('/about/privacy')}>{t('sign-up.form.privacy-link')}</a>
      </p>
    </Form>
  )
}

/** As whom somebody comes; only what is not known is asked. */
function Asked(props: InvitationProps) {
  const { visit, known, invitation } = props
  const { t } = visit
  const isKnown = known.name !== null && isCapacityKnown(props)
  const as = known.capacity && t(`sign-up.capacity.${known.capacity}`)
  return (
    <>
      {isKnown && (
        <p>
          {t('invitations.page.as')}{' '}
          <strong>{[known.name, as, known.organisation].filter(Boolean).join(' · ')}</strong>
        </p>
      )}
      {invitation.kind === 'organisation' && (
        <p>{t('invitations.page.for-organisation', { organisation: known.organisation ?? '' })}</p>
      )}
      <ComerFields {...props} withEmail={invitation.kind === 'organisation'} />
    </>
  )
}

/** A link that is not whole, was replaced by a newer one, or was taken back. */
export function DeadLinkPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('invitations.page.dead-title')} lead={t('invitations.page.dead-lead')}>
      <LinkButton href={visit.to('/calendar')}>{t('sign-up.done.calendar')}</LinkButton>
    </Page>
  )
}
