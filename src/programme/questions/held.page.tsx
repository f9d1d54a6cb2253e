import { dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Facts } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { invitedKeptDays } from '../invitations/invitation.rules.ts'
import { eventTrail } from '../office-event.page.tsx'
import { officeTrail } from '../office-list.page.tsx'
import type { Held, HeldAtEvent } from './held.sql.ts'
import { authorsKeptDays, speakersKeptDays } from './keep.rules.ts'
import { keptUntil, signUpsForgottenOn } from './kept-until.ts'

/** What is still held of people at every event, for the coordinators. */
export function HeldPage({ visit, events }: { visit: Visit; events: readonly HeldAtEvent[] }) {
  const { t, language } = visit
  return (
    <Page visit={visit} wide title={t('held.title')} lead={t('held.lead')} trail={officeTrail(visit)}>
      {events.length === 0 ? (
        <Empty>{t('held.nothing')}</Empty>
      ) : (
        <DataTable
          caption={t('held.caption', { count: events.length })}
          head={['event', ...heldKinds].map((one) => t(`held.column.${one}`))}
          rows={events.map((event) => [
            <>
              <a href={visit.to(`/office/events/${event.id}/held`)}>{inLanguage(event.title, language)}</a>
              <br />
              <span class="small">{shortDate(language, event.starts_at)}</span>
            </>,
            ...cellsOf(t, event),
          ])}
        />
      )}
      <p class="small">{t('held.besides')}</p>
    </Page>
  )
}

interface EventProps {
  visit: Visit
  event: ProgrammeEvent
  /** Nothing when everybody is forgotten. */
  held: HeldAtEvent | undefined
}

/** The same for one event, for those who look after it. */
export function HeldAtEventPage({ visit, event, held }: EventProps) {
  const { t, language } = visit
  const cells = held ? cellsOf(t, held) : []
  return (
    <Page
      visit={visit}
      title={t('held.at-event', { title: inLanguage(event.title, language) })}
      lead={t('held.lead')}
      trail={eventTrail(visit, event)}
    >
      {held ? (
        <Facts rows={heldKinds.map((kind, index) => [t(`held.column.${kind}`), cells[index]])} />
      ) : (
        <Empty>{t('held.forgotten')}</Empty>
      )}
      <p class="small">{t('held.besides')}</p>
    </Page>
  )
}

// What is wiped first stands first.
const heldKinds = ['needs', 'answers', 'authors', 'invited', 'speakers', 'names'] as const

function cellsOf(t: Words, event: HeldAtEvent): string[] {
  return [
    inWords(t, event.needs),
    inWords(t, event.answers),
    inWords(t, { count: event.authors, until: keptUntil(event, authorsKeptDays) }),
    inWords(t, { count: event.invited, until: keptUntil(event, invitedKeptDays) }),
    inWords(t, { count: event.speakers, until: keptUntil(event, speakersKeptDays) }),
    inWords(t, { count: event.names, until: signUpsForgottenOn(event) }),
  ]
}

const inWords = (t: Words, { count, until }: Held): string =>
  count === 0 || until === null
    ? t('held.none')
    : t('held.until', { count, date: dateInWords(t.language, until) })
