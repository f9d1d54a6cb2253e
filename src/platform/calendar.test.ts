import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { type CalendarEntry, calendarFile, invitation } from './calendar.ts'
import { instantAt } from './time.ts'

const entry: CalendarEntry = {
  ...{
    uid: 'a@malmoandan',
    sequence: 3,
    title: 'Lunch',
    description: '',
    place: 'Möllan',
    url: 'https://x.example/e',
  },
  ...{ startsAt: instantAt('2026-12-03', '12:00'), endsAt: instantAt('2026-12-03', '13:00') },
  ...{ changedAt: '2026-11-03T12:00:00.000Z', isCancelled: false },
}

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const zone = new ICAL.Timezone({
    component: calendar.getFirstSubcomponent('vtimezone') ?? undefined,
    tzid: 'Europe/Stockholm',
  })
  ICAL.TimezoneService.register(zone)
  const events = calendar.getAllSubcomponents('vevent')
  return { calendar, events, first: new ICAL.Event(events[0]) }
}

// What a line break looks like is the writer's business; everything else comes back as it was.
const anyText = fc
  .string({ unit: 'grapheme', maxLength: 300 })
  .map((text) => text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' '))

test('whatever is in a title, a place or a name comes back from another parser as it was', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (title, place, description) => {
      const { first } = read(calendarFile('', [{ ...entry, title, place, description }]))
      deepEqual(
        [first.summary ?? '', first.location ?? '', first.description ?? ''],
        [title, place, description],
      )
    }),
  )
})

test('no line is longer than the standard allows, and none holds a bare line break', () => {
  fc.assert(
    fc.property(anyText, (name) => {
      const organizer = { name, email: 'hej@example.org' }
      const file = invitation(
        { ...entry, title: name },
        { method: 'REQUEST', organizer, attendee: organizer },
      )
      for (const line of file.split('\r\n')) ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))
      const attendee = read(file).events[0]?.getFirstProperty('attendee')
      equal(attendee?.getFirstParameter('cn'), name.replaceAll('"', '”'))
    }),
  )
})

test('times are right on both sides of the nights on which clocks change', () => {
  for (const [date, from, to] of [
    ['2027-03-28', '00:30', '04:30'],
    ['2026-10-25', '01:30', '03:30'],
    ['2026-07-01', '23:30', '23:45'],
  ] as const) {
    const startsAt = instantAt(date, from)
    const endsAt = instantAt(date, to)
    const { first } = read(calendarFile('', [{ ...entry, startsAt, endsAt }]))
    equal(first.startDate.toJSDate().toISOString(), startsAt)
    equal(first.endDate.toJSDate().toISOString(), endsAt)
    deepEqual([first.startDate.hour, first.startDate.minute], from.split(':').map(Number))
  }
})

test('an invitation and its end are matched by uid, method and sequence', () => {
  const people = {
    organizer: { name: 'Malmöandan', email: 'hej@example.org' },
    attendee: { name: 'Amina', email: 'a@example.org' },
  }
  const asked = read(invitation(entry, { method: 'REQUEST', ...people }))
  const ended = read(invitation({ ...entry, sequence: 4 }, { method: 'CANCEL', ...people }))
  deepEqual(
    [asked, ended].map(({ calendar, first }) => [
      calendar.getFirstPropertyValue('method'),
      first.uid,
      first.sequence,
      first.component.getFirstPropertyValue('status'),
    ]),
    [
      ['REQUEST', 'a@malmoandan', 3, 'CONFIRMED'],
      ['CANCEL', 'a@malmoandan', 4, 'CANCELLED'],
    ],
  )
})

test('an event that was called off stays in a subscribed calendar, marked so', () => {
  const { calendar, first } = read(calendarFile('Malmöandan', [{ ...entry, isCancelled: true }]))
  equal(calendar.getFirstPropertyValue('x-wr-calname'), 'Malmöandan')
  equal(first.component.getFirstPropertyValue('status'), 'CANCELLED')
})
