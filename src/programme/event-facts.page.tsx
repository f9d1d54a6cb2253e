import { dateAndTime, longDate, timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Facts } from '#platform/ui/parts.tsx'
import { localDate } from '#platform/time.ts'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Words } from '#platform/words.ts'
import { lastDay } from './event-filled.ts'
import type { EventState } from './event-state.rules.ts'
import type { ProgrammeEvent } from './events.sql.ts'
import { forWhomInWords } from './invitations/for-whom-words.ts'
import { spokenIn } from './spoken.rules.ts'

interface Props {
  visit: Visit
  event: ProgrammeEvent
  state: EventState
}

/** When, where, in which languages, for whom, and how many seats. */
export function EventFacts({ visit, event, state }: Props) {
  const { t, language } = visit
  const isOver = state.name === 'held' || state.name === 'cancelled'
  const isOpen = state.name === 'open' || state.name === 'full'
  return (
    <Facts
      rows={[
        [t('programme.event.when'), <When visit={visit} event={event} />],
        [t('programme.event.doors'), event.doors_at && timeSpan(language, event.doors_at)],
        [t('programme.event.where'), event.place_name && <Place event={event} />],
        [t('programme.event.online'), event.online_url && !isOver && t('programme.event.online-by-mail')],
        [
          t('programme.event.access'),
          inLanguage(event.access, language) && <LongText of={event.access} t={t} />,
        ],
        [t('programme.event.spoken'), spokenInWords(t, event)],
        [t('invitations.list.for-whom'), forWhomInWords(t, event)],
        [
          t('programme.event.audience'),
          inLanguage(event.audience, language) && <Text of={event.audience} t={t} />,
        ],
        [t('programme.event.cost'), t('programme.event.free')],
        [
          t('programme.event.seats'),
          t('programme.event.seat-count', { count: event.capacity - event.over_invited }),
        ],
        [
          t('programme.event.last-day'),
          isOpen && longDate(language, `${lastDay(event.sign_up_closes_at)}T12:00:00.000Z`),
        ],
      ]}
    />
  )
}

/** The day and below it the time; over midnight both dates. */
export function When({ visit: { language }, event }: Pick<Props, 'visit' | 'event'>) {
  const { starts_at, ends_at } = event
  if (localDate(starts_at) !== localDate(ends_at)) return <>{dateAndTime(language, starts_at, ends_at)}</>
  return (
    <>
      {longDate(language, starts_at)}
      <br />
      {timeSpan(language, starts_at, ends_at)}
    </>
  )
}

function Place({ event }: Pick<Props, 'event'>) {
  return (
    <>
      {event.place_name}
      {event.address && (
        <>
          <br />
          {event.address}
        </>
      )}
    </>
  )
}

/** "svenska och spanska". */
function spokenInWords(t: Words, event: { spoken: string }): string {
  const names = spokenIn(event).map((one) => t(`programme.event.spoken-${one}`))
  return new Intl.ListFormat(t.language, { type: 'conjunction' }).format(names)
}
