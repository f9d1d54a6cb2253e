import { dateInWords } from '#platform/dates.ts'
import { localDate } from '#platform/time.ts'
import type { Words } from '#platform/words.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { filledAt, Form, mistakeAt, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { When } from '../../event-facts.page.tsx'
import { RecordedNotice } from '../../arrangers/arrangers.page.tsx'
import type { ProgrammeEvent } from '../../events.sql.ts'
import { capacitiesFor } from '../../invitations/for-whom.rules.ts'
import type { Capacity } from '../../tables.ts'
import type { Asking } from '../../questions/ask-at-sign-up.ts'
import { signUpsForgottenOn } from '../../questions/kept-until.ts'
import { AboutFields } from './about-fields.page.tsx'
import { CompanionFields } from './companion-fields.page.tsx'
import { capacities } from '../sign-up.rules.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  /** Who would get a seat now, by what they take part as. */
  open: readonly Capacity[]
  organisations: readonly string[]
  /** What the organisers ask beside. */
  asking: Asking
  /** A recording will be kept of it. */
  recorded: boolean
  wipeOn: string
}

export function SignUpPage(props: Props) {
  const { visit, event, open, organisations, asking, recorded, wipeOn, ...answered } = props
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
      {recorded && <RecordedNotice visit={visit} />}
      {open.length === 0 && <Notice kind="waiting">{t('sign-up.form.full')}</Notice>}
      {open.length > 0 && open.length < capacities.length && (
        <Notice kind="waiting">{t('sign-up.form.kept', keptInWords(t, event, open))}</Notice>
      )}
      <Form>
        <AboutFields
          t={t}
          answered={answered}
          organisations={organisations}
          event={event}
          asking={asking}
          wipedOn={dateInWords(t.language, wipeOn)}
          offered={capacitiesFor(event, capacities)}
          email={{ value: filledAt(answered, 'email'), mistake: mistakeAt(t, answered, 'email') }}
        />
        <CompanionFields t={t} answered={answered} />
        <p class="small">
          {t('sign-up.form.privacy')}{' '}
          {t('sign-up.form.kept-until', { date: dateInWords(t.language, signUpsForgottenOn(event)) })}{' '}
          {event.series_key === 'dialogforum' && `${t('sign-up.form.tables-remembered')} `}
          <a href={visit.to('/about/privacy')}>{t('sign-up.form.privacy-link')}</a>
        </p>
        <SubmitButton>{t(`sign-up.form.send-${open.length > 0 ? 'seat' : 'waiting'}`)}</SubmitButton>
      </Form>
    </Page>
  )
}

/** For whom there are seats now, and when there will be for everybody. */
function keptInWords(t: Words, event: ProgrammeEvent, open: readonly Capacity[]) {
  const names = open.map((one) => t(`seats.for.${one}`))
  return {
    sectors: new Intl.ListFormat(t.language, { type: 'conjunction' }).format(names),
    date: dateInWords(t.language, localDate(event.kept_until ?? event.starts_at)),
  }
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
