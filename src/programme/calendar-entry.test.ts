import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { calendarFile } from '#platform/calendar.ts'
import { calendarEntry } from './calendar-entry.ts'
import { eventJsonLd, jsonForScript } from './event-json-ld.ts'
import type { ProgrammeEvent } from './events.sql.ts'

const url = 'https://malmoandan.example/sv/events/malmotimmen'
const event: ProgrammeEvent = {
  id: '0192aaaa',
  slug: 'malmotimmen',
  series_id: 's',
  series_key: 'malmo-hour',
  series_name: { sv: 'Malmötimmen' },
  series_mark: 'blue',
  title: { sv: 'Malmötimmen: lek, och "språk"; </script><script>alert(1)</script>' },
  lead: { sv: 'Kom och lyssna.', es: 'Ven a escuchar.' },
  body: {},
  audience: {},
  place_name: 'Biblioteket',
  address: 'Storgatan 1, Malmö',
  arranged_by: {},
  access: { sv: 'Hiss finns.' },
  online_url: 'https://meet.example.org/secret-room',
  spoken: 'sv,es',
  // The last Sunday of March 2027: the night before, clocks went forward.
  doors_at: '2027-03-28T08:30:00.000Z',
  starts_at: '2027-03-28T09:00:00.000Z',
  ends_at: '2027-03-28T10:00:00.000Z',
  sign_up_closes_at: '2027-03-28T09:00:00.000Z',
  capacity: 40,
  seats_taken: 38,
  seats_kept: 0,
  over_invited: 0,
  organisation_max: null,
  kept_until: null,
  released_at: null,
  for_whom: 'everyone',
  for_capacities: '',
  unlisted: 0,
  sequence: 2,
  created_at: '2026-06-01T08:00:00.000Z',
  changed_at: '2026-06-02T08:00:00.000Z',
  published_at: '2026-06-01T08:00:00.000Z',
  cancelled_at: null,
  cancel_reason: {},
}

const read = (file: string) => {
  const entry = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')
  ok(entry)
  return new ICAL.Event(entry)
}

test('a calendar reads the event as it was written: id, sequence, local time, place and words', () => {
  const entry = read(calendarFile('Malmöandan', [calendarEntry(event, 'sv', url)]))
  equal(entry.uid, '0192aaaa@malmoandan')
  equal(entry.sequence, 2)
  equal(entry.summary, event.title.sv)
  equal(entry.location, 'Biblioteket, Storgatan 1, Malmö')
  equal(entry.startDate.toString(), '2027-03-28T11:00:00')
  equal(entry.startDate.zone.tzid, 'Europe/Stockholm')
  ok(entry.description.includes('Hiss finns.') && entry.description.includes('kl.\u00a010.30'))
})

test('a cancelled event stays in the calendar, marked twice, with the reason', () => {
  const called = { ...event, cancelled_at: event.changed_at, cancel_reason: { es: 'No hay sala.' } }
  const file = calendarFile('', [calendarEntry(called, 'es', url)])
  const entry = read(file)
  ok(entry.summary.startsWith('Cancelado: '))
  ok(entry.description.startsWith('No hay sala.'))
  ok(file.includes('STATUS:CANCELLED'))
})

const known = {
  language: 'sv',
  url,
  organizer: [{ name: 'Malmöandan', url: 'https://malmoandan.example/sv' }],
} as const

test('search engines learn when, where, in which languages and how many places are left', () => {
  const json = eventJsonLd(event, { ...known, now: '2027-03-01T08:00:00.000Z' })
  equal(json['startDate'], '2027-03-28T11:00:00+02:00')
  equal(json['doorTime'], '2027-03-28T10:30:00+02:00')
  equal(json['eventStatus'], 'https://schema.org/EventScheduled')
  equal(json['eventAttendanceMode'], 'https://schema.org/MixedEventAttendanceMode')
  deepEqual([json['remainingAttendeeCapacity'], json['maximumAttendeeCapacity']], [2, 40])
  deepEqual(json['inLanguage'], ['sv', 'es'])
})

test('neither the room on the net nor anybody who comes is in what everybody can read', () => {
  const json = JSON.stringify(eventJsonLd(event, { ...known, now: '2027-03-01T08:00:00.000Z' }))
  ok(!json.includes('secret-room') && !json.includes('attendee"'))
  ok(!calendarFile('', [calendarEntry(event, 'sv', url)]).includes('secret-room'))
})

test('a title cannot end the element it is written in', () => {
  const script = jsonForScript(eventJsonLd(event, { ...known, now: '2027-03-01T08:00:00.000Z' }))
  ok(!script.includes('<'))
  equal((JSON.parse(script) as { name: string }).name, event.title.sv)
})
