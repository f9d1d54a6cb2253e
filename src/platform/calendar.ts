import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { tzlib_get_ical_block as zoneBlock } from 'timezones-ical-library'
import { Temporal } from 'temporal-polyfill'
import { type Instant, timeZone } from './time.ts'

/** One entry of a calendar file. */
export interface CalendarEntry {
  /** Stays the same for the life of the entry; calendars match changes and cancellations by it. */
  uid: string
  /** Grows with every change, or calendars ignore it. */
  sequence: number
  title: string
  description: string
  place: string
  url: string
  startsAt: Instant
  endsAt: Instant
  changedAt: Instant
  isCancelled: boolean
}

interface Invitation {
  method: 'REQUEST' | 'CANCEL'
  organizer: { name: string; email: string }
  attendee: { name: string; email: string }
}

/** An invitation for one person, or word that it no longer holds, as mail programs understand it (RFC 5546). */
export function invitation(entry: CalendarEntry, { method, organizer, attendee }: Invitation): string {
  const calendar = emptyCalendar()
  calendar.method(method === 'REQUEST' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL)
  const event = addEntry(calendar, { ...entry, isCancelled: entry.isCancelled || method === 'CANCEL' })
  event.organizer({ name: withoutQuotes(organizer.name), email: organizer.email })
  event.createAttendee({ name: withoutQuotes(attendee.name), email: attendee.email, rsvp: false })
  return calendar.toString()
}

// A parameter's value has no way to hold a double quote (RFC 5545, 3.2).
const withoutQuotes = (name: string): string => name.replaceAll('"', '”')

/** A calendar to subscribe to or save: cancelled entries stay, marked so, since calendars would keep their old copy. */
export function calendarFile(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = emptyCalendar()
  calendar.method(ICalCalendarMethod.PUBLISH)
  if (name) calendar.name(name)
  for (const entry of entries) addEntry(calendar, entry)
  return calendar.toString()
}

function emptyCalendar() {
  const calendar = ical({ prodId: { company: 'malmoandan', product: 'platform', language: 'SV' } })
  // The zone belongs to the entries, not to the calendar: stamps must stay in UTC.
  calendar.timezone({ name: null, generator: zoneRules })
  return calendar
}

/** The rules of a zone under its own name; the library knows Stockholm's as Berlin's, which they equal. */
function zoneRules(zone: string): string {
  const [rules = ''] = zoneBlock(zone)
  return rules.replaceAll(/^(TZID|X-LIC-LOCATION):.*$/gm, (_line, name: string) => `${name}:${zone}`)
}

function addEntry(calendar: ReturnType<typeof emptyCalendar>, entry: CalendarEntry) {
  return calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    summary: entry.title,
    description: entry.description,
    location: entry.place,
    url: entry.url,
    start: Temporal.Instant.from(entry.startsAt),
    end: Temporal.Instant.from(entry.endsAt),
    timezone: timeZone,
    stamp: Temporal.Instant.from(entry.changedAt),
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
}
