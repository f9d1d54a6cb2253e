import { inLanguage, type Language } from '#platform/language.ts'
import { zoned } from '#platform/time.ts'
import type { Instant } from '#platform/time.ts'
import { agendaJsonLd } from './agenda/agenda-json-ld.ts'
import type { AgendaItem } from './agenda/load-agenda.ts'
import { calendarEntry, placeIn } from './calendar-entry.ts'
import { eventState } from './event-state.rules.ts'
import type { ProgrammeEvent } from './events.sql.ts'
import { spokenIn } from './spoken.rules.ts'

interface Known {
  language: Language
  /** The whole address of the event's page. */
  url: string
  /** Those who arrange it together; the platform itself where nobody is named. */
  organizer: readonly { name: string; url?: string }[]
  now: Instant
  /** The programme, if there is one. */
  items?: readonly AgendaItem[]
}

const schema = (name: string): string => `https://schema.org/${name}`

/** An event for search engines and other calendars (schema.org). Who comes is never part of it. */
export function eventJsonLd(
  event: ProgrammeEvent,
  { language, url, organizer, now, items = [] }: Known,
): Record<string, unknown> {
  const state = eventState(event, now)
  const placesLeft = state.name === 'open' ? state.placesLeft : 0
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': calendarEntry(event, language, url).uid,
    name: inLanguage(event.title, language),
    description: inLanguage(event.lead, language),
    url,
    startDate: withOffset(event.starts_at),
    endDate: withOffset(event.ends_at),
    ...(event.doors_at && { doorTime: withOffset(event.doors_at) }),
    eventStatus: schema(event.cancelled_at ? 'EventCancelled' : 'EventScheduled'),
    eventAttendanceMode: schema(attendanceMode(event)),
    location: locations(event, url),
    organizer: organizer.map((one) => ({ '@type': 'Organization', ...one })),
    inLanguage: spokenIn(event),
    isAccessibleForFree: true,
    maximumAttendeeCapacity: event.capacity,
    remainingAttendeeCapacity: placesLeft,
    ...agendaJsonLd(items, { language, withOffset }),
  }
}

function attendanceMode({ place_name, online_url }: ProgrammeEvent): string {
  if (place_name && online_url) return 'MixedEventAttendanceMode'
  return place_name ? 'OfflineEventAttendanceMode' : 'OnlineEventAttendanceMode'
}

// The room on the net is for those who have a seat in it; the page says how to get there.
const locations = (event: ProgrammeEvent, url: string): object[] => [
  ...(event.place_name ? [{ '@type': 'Place', name: event.place_name, address: placeIn(event) }] : []),
  ...(event.online_url ? [{ '@type': 'VirtualLocation', url }] : []),
]

const withOffset = (instant: Instant): string =>
  zoned(instant).toString({ smallestUnit: 'second', timeZoneName: 'never' })

/** JSON as it may stand inside a script element: nothing in it can end the element. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', String.raw`\u003c`)
