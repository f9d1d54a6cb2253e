import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { zoned } from '#platform/time.ts'
import { SeriesMark, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Words } from '#platform/words.ts'
import { type EventState, eventState, isNearlyFull, type Timed } from './event-state.rules.ts'
import type { EventLine } from './events.sql.ts'
import { forWhomInWords } from './invitations/for-whom-words.ts'

const tagKinds: Record<EventState['name'], TagKind> = {
  open: 'good',
  full: 'waiting',
  closed: 'plain',
  'under-way': 'good',
  held: 'plain',
  cancelled: 'stopped',
  draft: 'plain',
}

/** An event's state in a few words, for the end of a row. */
export function StateTag({ t, event, now }: { t: Words; event: Timed; now: string }) {
  const state = eventState(event, now)
  const isLast = state.name === 'open' && isNearlyFull(event, state.placesLeft)
  return <Tag kind={isLast ? 'late' : tagKinds[state.name]}>{stateInBrief(t, state)}</Tag>
}

const stateInBrief = (t: Words, state: EventState): string =>
  state.name === 'open'
    ? t('programme.event.brief.open', { places: state.placesLeft })
    : t(`programme.event.brief.${state.name}`)

/** Where people meet, in a word or a name. */
export function placeInBrief(
  t: Words,
  { place_name, online_url }: Pick<EventLine, 'place_name' | 'online_url'>,
): string {
  if (place_name && online_url) return t('programme.place.both', { place: place_name })
  return place_name ?? t('programme.place.online')
}

interface RowProps {
  visit: Visit
  event: EventLine
  /** Everybody is told that its notes are late. */
  notesLate: boolean
  /** In a series' own list its name need not be said again. */
  withSeries?: boolean
}

/** One event in a list: its date, what it is, where, and whether there is room. */
function EventRow({ visit, event, notesLate, withSeries = true }: RowProps) {
  const { t, language } = visit
  return (
    <li class={`event-row with-state in-${event.series_mark}`}>
      <Day visit={visit} event={event} />
      <div class="stack-tight">
        {withSeries && (
          <p class="kicker small">
            <SeriesMark mark={event.series_mark} />
            {inLanguage(event.series_name, language)}
          </p>
        )}
        <h3>
          <a href={visit.to(`/events/${event.slug}`)}>
            <Text of={event.title} t={t} />
          </a>
        </h3>
        <p class="quiet">
          {[
            timeSpan(language, event.starts_at, event.ends_at),
            placeInBrief(t, event),
            forWhomInWords(t, event),
            inLanguage(event.arranged_by, language),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <p class="state">
        {notesLate ? (
          <Tag kind="late">{t('minutes.late.title')}</Tag>
        ) : (
          <StateTag t={t} event={event} now={visit.now} />
        )}
      </p>
    </li>
  )
}

/** The date as a leaf of a calendar; a year is said when it is not this one. */
function Day({ visit, event }: Pick<RowProps, 'visit' | 'event'>) {
  const day = zoned(event.starts_at)
  const month = day.toLocaleString(visit.language, { month: 'short' }).replace('.', '')
  return (
    <time class="day" datetime={day.toPlainDate().toString()}>
      <b>{day.day}</b>
      <span>{month}</span>
      {day.year !== zoned(visit.now).year && <span>{day.year}</span>}
    </time>
  )
}

interface ListProps {
  visit: Visit
  events: readonly EventLine[]
  withSeries?: boolean
  /** Those whose notes are late, by id. */
  late?: ReadonlySet<string>
}

export const EventRows = ({ visit, events, withSeries = true, late }: ListProps) => (
  <ul class="event-list">
    {events.map((event) => (
      <EventRow
        visit={visit}
        event={event}
        withSeries={withSeries}
        notesLate={late?.has(event.id) ?? false}
      />
    ))}
  </ul>
)
