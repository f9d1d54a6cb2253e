import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { filledAt, Form, mistakeAt, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { When } from '../event-facts.page.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { AboutFields } from './about-fields.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  /** What somebody who signs up now gets. */
  place: 'seat' | 'waiting'
  organisations: readonly string[]
  wipeOn: string
}

export function SignUpPage({ visit, event, place, organisations, wipeOn, ...answered }: Props) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  const title = inLanguage(event.title, t.language)
  return (
    <Page
      visit={visit}
      title={t('sign-up.form.title', { title })}
      heading={t('sign-up.form.heading')}
      wrong={problems.length > 0}
      trail={[{ href: visit.to(`/events/${event.slug}`), label: title }]}
    >
      <Problems visit={visit} list={problems} />
      <EventInShort visit={visit} event={event} />
      {place === 'waiting' && <Notice kind="waiting">{t('sign-up.form.full')}</Notice>}
      <Form>
        <AboutFields
          t={t}
          answered={answered}
          organisations={organisations}
          wipedOn={dateInWords(t.language, wipeOn)}
          email={{ value: filledAt(answered, 'email'), mistake: mistakeAt(t, answered, 'email') }}
        />
        <p class="small">
          {t('sign-up.form.privacy')}{' '}
          <a href={visit.to('/about/privacy')}>{t('sign-up.form.privacy-link')}</a>
        </p>
        <SubmitButton>{t(`sign-up.form.send-${place}`)}</SubmitButton>
      </Form>
    </Page>
  )
}

export function EventInShort({ visit, event }: { visit: Visit; event: ProgrammeEvent }) {
  const { t } = visit
  return (
    <Facts
      rows={[
        [t('sign-up.mail.what'), inLanguage(event.title, t.language)],
        [t('sign-up.mail.when'), <When visit={visit} event={event} />],
        [t('sign-up.mail.where'), [event.place_name, event.address].filter(Boolean).join(', ')],
      ]}
    />
  )
}

interface ClosedProps {
  visit: Visit
  event: ProgrammeEvent
  refusal: string
}

/** Nobody can sign up any more: says why, and what there is instead. */
export function SignUpClosedPage({ visit, event, refusal }: ClosedProps) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  return (
    <Page visit={visit} title={title} trail={[{ href: visit.to(`/events/${event.slug}`), label: title }]}>
      <Notice kind="stopped">{t(`sign-up.refusal.${refusal}`)}</Notice>
      <LinkButton href={visit.to('/calendar')}>{t('sign-up.done.calendar')}</LinkButton>
    </Page>
  )
}

interface DoneProps {
  visit: Visit
  event: ProgrammeEvent
  place: 'seat' | 'waiting'
}

/** The same for everybody who got this far, also for an address that was signed up before. */
export function SignedUpPage({ visit, event, place }: DoneProps) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  return (
    <Page
      visit={visit}
      title={t(`sign-up.done.title-${place}`)}
      trail={[{ href: visit.to(`/events/${event.slug}`), label: title }]}
    >
      <Notice kind={place === 'seat' ? 'good' : 'waiting'}>{t(`sign-up.done.lead-${place}`)}</Notice>
      <p>{t('sign-up.done.mail')}</p>
      <EventInShort visit={visit} event={event} />
      <div class="actions">
        <LinkButton href={visit.to(`/events/${event.slug}/event.ics`)} variant="secondary">
          {t('sign-up.done.calendar-file')}
        </LinkButton>
        <LinkButton href={visit.to('/calendar')} variant="secondary">
          {t('sign-up.done.calendar')}
        </LinkButton>
      </div>
    </Page>
  )
}
