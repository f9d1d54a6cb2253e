import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Link, LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { SignUpRow } from '../tables.ts'
import { AboutFields } from './about-fields.page.tsx'
import type { ChangeRefusal } from './seats.rules.ts'
import { EventInShort } from './sign-up.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  signUp: SignUpRow
  /** The place in the queue, for those who wait. */
  place: number
  /** Why nothing can be changed any more, or null. */
  closed: ChangeRefusal | null
  organisations: readonly string[]
  wipeOn: string
  token: string
}

/** Where one sign-up stands, and what its holder can do about it. Opening the page changes nothing. */
export function ManagePage(props: Props) {
  const { visit, event, signUp, place, closed, organisations, wipeOn, token, ...answered } = props
  const { t } = visit
  const problems = problemsOf(t, answered)
  const title = inLanguage(event.title, t.language)
  return (
    <Page
      visit={visit}
      title={t('manage.title', { title })}
      heading={title}
      wrong={problems.length > 0}
      trail={[{ href: visit.to(`/events/${event.slug}`), label: t('manage.to-event') }]}
    >
      <Problems visit={visit} list={problems} />
      <Standing visit={visit} event={event} signUp={signUp} place={place} />
      <EventInShort visit={visit} event={event} />
      {signUp.state === 'seat' && event.online_url && (
        <Facts rows={[[t('sign-up.mail.online'), <Link href={event.online_url} />]]} />
      )}
      {closed === null && (
        <>
          <div class="actions">
            <LinkButton href={visit.to(`/events/${event.slug}/event.ics`)} variant="secondary">
              {t('sign-up.done.calendar-file')}
            </LinkButton>
            <LinkButton href={visit.to(`/sign-ups/${token}/cancel`)} variant="secondary">
              {t(`manage.cannot-come-${signUp.state}`)}
            </LinkButton>
          </div>
          <h2>{t('manage.change')}</h2>
          <Form>
            <AboutFields
              t={t}
              answered={answered}
              organisations={organisations}
              wipedOn={dateInWords(t.language, wipeOn)}
            />
            <SubmitButton>{t('manage.save')}</SubmitButton>
          </Form>
        </>
      )}
    </Page>
  )
}

function Standing({ visit, event, signUp, place }: Pick<Props, 'visit' | 'event' | 'signUp' | 'place'>) {
  const { t, now } = visit
  if (event.cancelled_at) return <Notice kind="stopped">{t('manage.event-cancelled')}</Notice>
  if (signUp.state === 'cancelled') return <Notice kind="stopped">{t('manage.cancelled')}</Notice>
  if (event.ends_at <= now) return <Notice kind="plain">{t('manage.held')}</Notice>
  if (signUp.state === 'waiting') return <Notice kind="waiting">{t('manage.waiting', { place })}</Notice>
  return <Notice kind="good">{t('manage.seat')}</Notice>
}

interface CancelProps extends Answered {
  visit: Visit
  event: ProgrammeEvent
  signUp: SignUpRow
  token: string
}

export function CancelPage({ visit, event, signUp, token, ...answered }: CancelProps) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  return (
    <Page
      visit={visit}
      title={t(`manage.cancel-title-${signUp.state === 'waiting' ? 'waiting' : 'seat'}`, { title })}
    >
      <Problems visit={visit} list={problemsOf(t, answered)} />
      <EventInShort visit={visit} event={event} />
      <p>{t('manage.cancel-lead')}</p>
      <Form>
        <div class="actions">
          <SubmitButton>
            {t(`manage.cannot-come-${signUp.state === 'waiting' ? 'waiting' : 'seat'}`)}
          </SubmitButton>
          <LinkButton href={visit.to(`/sign-ups/${token}`)} variant="secondary">
            {t('manage.keep')}
          </LinkButton>
        </div>
      </Form>
    </Page>
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
