import { tzlib_get_ical_block as zoneBlock } from 'timezones-ical-library'
import { type Instant, timeZone, wallClock } from './time.ts'

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
  const isCancelled = entry.isCancelled || method === 'CANCEL'
  return calendar(
    [`METHOD:${method}`],
    [
      entryLines({ ...entry, isCancelled }, [
        `ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`,
        `ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE;CN=${quoted(attendee.name)}:mailto:${attendee.email}`,
      ]),
    ],
  )
}

/** A calendar to subscribe to or save: cancelled entries stay, marked so, since calendars would keep their old copy. */
export function calendarFile(name: string, entries: readonly CalendarEntry[]): string {
  const names = name ? [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`] : []
  return calendar(
    ['METHOD:PUBLISH', ...names],
    entries.map((entry) => entryLines(entry)),
  )
}

// Written here and not by a library, because everybody who signs up gets one, and many sign up in the same second.
function calendar(about: readonly string[], entries: readonly string[][]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//malmoandan//platform//SV', ...about]
  const lines = [...head, ...zoneLines(), ...entries.flat(), 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const entryLines = (entry: CalendarEntry, people: readonly string[] = []): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTAMP:${compact(entry.changedAt.slice(0, 19))}Z`,
  `DTSTART;TZID=${timeZone}:${compact(wallClock(entry.startsAt))}`,
  `DTEND;TZID=${timeZone}:${compact(wallClock(entry.endsAt))}`,
  `SUMMARY:${escaped(entry.title)}`,
  `LOCATION:${escaped(entry.place)}`,
  `DESCRIPTION:${escaped(entry.description)}`,
  ...people,
  `URL;VALUE=URI:${entry.url}`,
  `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
]

let rules: string[] | undefined

/** The rules of the zone under its own name; the library knows Stockholm's as Berlin's, which they equal. */
function zoneLines(): string[] {
  const [block = ''] = rules ? [] : zoneBlock(timeZone)
  rules ??= block.split(/\r?\n/).map((line) => line.replace(/^(TZID|X-LIC-LOCATION):.*$/, `$1:${timeZone}`))
  return rules
}

/** '2026-12-03T12:00:00' as calendars write it: '20261203T120000'. */
const compact = (time: string): string => time.replaceAll(/[-:]/g, '')

/** A text as a value (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n?|\n/g, String.raw`\n`)

// A parameter's value has no way to hold a double quote or a line break (RFC 5545, 3.2).
const quoted = (name: string): string => `"${name.replaceAll('"', '”').replaceAll(/[\r\n]+/g, ' ')}"`

const lineBytesMax = 75

/** A long line goes on below after a space (RFC 5545, 3.1); no letter is cut in two. */
function folded(line: string): string {
  if (line.length * 3 <= lineBytesMax || Buffer.byteLength(line) <= lineBytesMax) return line
  let made = ''
  let bytes = 0
  for (const letter of line) {
    const more = Buffer.byteLength(letter)
    if (bytes + more > lineBytesMax) {
      made += '\r\n '
      bytes = 1
    }
    made += letter
    bytes += more
  }
  return made
}
