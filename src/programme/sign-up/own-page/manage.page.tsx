import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Link, LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../../events.sql.ts'
import type { Asking } from '../../questions/ask-at-sign-up.ts'
import type { SignUpRow } from '../../tables.ts'
import { AboutFields } from '../signing-up/about-fields.page.tsx'
import { Companions } from './companions.page.tsx'
import { openQuestion } from './open-question.rules.ts'
import { bringsOthersAlone, type ChangeRefusal } from '../sign-up.rules.ts'
import { EventInShort } from '../signing-up/sign-up.page.tsx'
import { untilInWords } from '../until-words.ts'
import { whoHasSeats } from '../who-has-seats.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  signUp: SignUpRow
  companions: readonly SignUpRow[]
  /** The place in the queue of one of them, for those who wait. */
  placeOf: (id: string) => number
  /** Why nothing can be changed any more, or null. */
  closed: ChangeRefusal | null
  organisations: readonly string[]
  /** What the organisers ask beside. */
  asking: Asking
  wipeOn: string
  token: string
  /** What other slices show here: what can be done before a forum, where one sits at it. */
  parts: Child
  /** Whether the seat of a companion has just been given back. */
  isGivenBack: boolean
}

/** Where one sign-up stands, and what its holder can do about it. Opening the page changes nothing. */
export function ManagePage(props: Props) {
  const { visit, event, signUp, closed, token, ...answered } = props
  const { t } = visit
  const problems = problemsOf(t, answered)
  const title = inLanguage(event.title, t.language)
  const isOpen = closed === null && signUp.confirmed_at !== null && signUp.state !== 'offered'
  return (
    <Page
      visit={visit}
      title={t('manage.title', { title })}
      heading={title}
      wrong={problems.length > 0}
      trail={
        event.unlisted === 1
          ? undefined
          : [{ href: visit.to(`/events/${event.slug}`), label: t('manage.to-event') }]
      }
    >
      <Problems visit={visit} list={problems} />
      {props.isGivenBack && (
        <Notice kind="good" live>
          {t('manage.companion.given-back')}
        </Notice>
      )}
      <Standing {...props} />
      <WhoHasSeats {...props} />
      <Question {...props} />
      {signUp.confirmed_at !== null && signUp.state !== 'cancelled' && props.parts}
      <EventInShort visit={visit} event={event} />
      {signUp.state === 'seat' && event.online_url && (
        <Facts rows={[[t('sign-up.mail.online'), <Link href={event.online_url} />]]} />
      )}
      <Companions {...props} />
      {isOpen && (
        <>
          <div class="actions">
            {signUp.state === 'seat' && (
              <LinkButton href={visit.to(`/sign-ups/${token}/door`)} variant="secondary">
                {t('code.show')}
              </LinkButton>
            )}
            {signUp.state === 'seat' && event.unlisted === 0 && (
              <LinkButton href={visit.to(`/events/${event.slug}/event.ics`)} variant="secondary">
                {t('sign-up.done.calendar-file')}
              </LinkButton>
            )}
            <LinkButton href={visit.to(`/sign-ups/${token}/cancel`)} variant="secondary">
              {t(`manage.cannot-come-${signUp.state === 'waiting' ? 'waiting' : 'seat'}`)}
            </LinkButton>
          </div>
          <ChangeFields {...props} />
        </>
      )}
    </Page>
  )
}

const ChangeFields = ({ visit: { t }, event, organisations, asking, wipeOn, ...answered }: Props) => (
  <>
    <h2>{t('manage.change')}</h2>
    <Form>
      <AboutFields
        t={t}
        answered={answered}
        organisations={organisations}
        event={event}
        asking={asking}
        wipedOn={dateInWords(t.language, wipeOn)}
      />
      <SubmitButton>{t('manage.save')}</SubmitButton>
    </Form>
  </>
)

/** Where it stands, in a sentence. */
function Standing({ visit, event, signUp, companions, placeOf }: Props) {
  const { t, now } = visit
  const until = signUp.held_until ? untilInWords(t, signUp.held_until, now) : ''
  if (event.cancelled_at) return <Notice kind="stopped">{t('manage.event-cancelled')}</Notice>
  if (event.ends_at <= now && signUp.state !== 'cancelled')
    return <Notice kind="plain">{t(event.unlisted === 1 ? 'manage.over-unlisted' : 'manage.over')}</Notice>
  switch (signUp.state) {
    case 'cancelled':
      if (bringsOthersAlone(signUp, companions))
        return <Notice kind="waiting">{t('manage.others-unconfirmed')}</Notice>
      return <Notice kind="stopped">{t(`manage.ended.${signUp.ended_because ?? 'given-back'}`)}</Notice>
    case 'waiting':
      return (
        <Notice kind="waiting">
          {signUp.confirmed_at === null
            ? t('manage.waiting-unconfirmed')
            : t('manage.waiting', { place: placeOf(signUp.id) })}
        </Notice>
      )
    case 'held':
      return <Notice kind="waiting">{t('manage.held-until', { until })}</Notice>
    case 'offered':
      return <Notice kind="waiting">{t('manage.offered', { until })}</Notice>
    case 'seat':
      return <Notice kind="good">{t('manage.seat')}</Notice>
  }
}

/** Who has the seats of a group: said as clearly as whether the reader has one. */
function WhoHasSeats({ visit: { t, now }, event, signUp, companions }: Props) {
  if (event.cancelled_at || event.ends_at <= now) return null
  if (companions.every(({ state }) => state === 'cancelled')) return null
  return <p>{whoHasSeats(t, [signUp, ...companions], signUp.id).join(' ')}</p>
}

/** The one question that is open: is this you, do you take the seat, do you want to come after all? */
function Question({ visit, event, signUp, companions, token }: Props) {
  const { t, now } = visit
  if (event.cancelled_at || event.starts_at <= now) return null
  const question = openQuestion(signUp, companions)
  if (question === null) return null
  const mayDecline = signUp.state !== 'cancelled' && signUp.state !== 'seat'
  return (
    <Form>
      <div class="actions">
        <SubmitButton name="do" value={question === 'accept' ? 'accept' : 'confirm'}>
          {t(`manage.question.${question}`)}
        </SubmitButton>
        {mayDecline && (
          <LinkButton href={visit.to(`/sign-ups/${token}/cancel`)} variant="secondary">
            {t('manage.question.no')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

/** A link that is not whole, or so old that its sign-up is gone. */
export function OldLinkPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('manage.old-link-title')}>
      <p class="lead">{t('manage.old-link-lead')}</p>
      <LinkButton href={visit.to('/calendar')}>{t('sign-up.done.calendar')}</LinkButton>
    </Page>
  )
}
