import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../../events.sql.ts'
import { EventInShort } from './sign-up.page.tsx'
import { togetherMax } from '../sign-up.rules.ts'

/** What somebody got who signed up, as its address says. */
interface Place {
  seats: number
  waiting: number
  until: Instant | null
  /** The secret of the link in the mail, where no mail is sent. */
  mail: string
}

/** Reads it again; whatever somebody has changed in the address is left out. */
export function readPlace(asked: (name: string) => string | undefined): Place {
  const count = (name: string): number =>
    Math.min(togetherMax, Number(/^\d$/.exec(asked(name) ?? '')?.[0] ?? 0))
  const until = asked('until') ?? ''
  return {
    seats: count('seats'),
    waiting: count('waiting'),
    until: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(until) ? until : null,
    mail: /^\w{40}$/.exec(asked('mail') ?? '')?.[0] ?? '',
  }
}

interface Props {
  visit: Visit
  event: ProgrammeEvent
  place: Place
}

/** The same for everybody who got this far, also for an address that was signed up before: one click is left. */
export function SignedUpPage({ visit, event, place }: Props) {
  const { t, language } = visit
  const { seats, waiting, until, mail } = place
  const title = inLanguage(event.title, language)
  const kind = seats > 0 ? 'seat' : 'waiting'
  const time = until ? timeSpan(language, until) : ''
  return (
    <Page
      visit={visit}
      title={t(`sign-up.done.title-${kind}`)}
      trail={[{ href: visit.to(`/events/${event.slug}`), label: title }]}
    >
      <Notice kind="waiting">
        <p>
          <strong>{t(`sign-up.done.lead-${kind}`, { time, seats })}</strong>
        </p>
        {seats > 0 && waiting > 0 && <p>{t('sign-up.done.some-wait', { waiting })}</p>}
        <p>{t('sign-up.done.mail')}</p>
      </Notice>
      {mail && (
        <Notice>
          <p>
            {t('sign-up.done.no-mail-here')}{' '}
            <a href={visit.to(`/sign-ups/${mail}`)}>{t('sign-up.done.open-link')}</a>
          </p>
        </Notice>
      )}
      <EventInShort visit={visit} event={event} />
      <p class="small">{t('sign-up.done.no-mail-came')}</p>
      <div class="actions">
        <LinkButton href={visit.to('/calendar')} variant="secondary">
          {t('sign-up.done.calendar')}
        </LinkButton>
      </div>
    </Page>
  )
}
