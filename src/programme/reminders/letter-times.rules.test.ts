import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { instantAt, plus } from '#platform/time.ts'
import { letterDue, standingFor } from './letter-times.rules.ts'

/** An event on this day, and what is due on another day at a time. */
function due(on: string, from: string, today: string, time: string, given: object = {}) {
  const starts_at = instantAt(on, from)
  const event = {
    ...{ starts_at, ends_at: plus(starts_at, { hours: 2 }) },
    ...{ published_at: '2026-01-01T08:00:00.000Z', cancelled_at: null },
    ...given,
  }
  return letterDue(event, instantAt(today, time))?.kind ?? null
}

type Asked = Parameters<typeof due>
const says = (claim: string, expected: ReturnType<typeof due>, ...asked: Asked): void =>
  void test(claim, () => equal(due(...asked), expected))

const at = ['2026-12-03', '12:00'] as const
says('a week before, before eight, nothing', null, ...at, '2026-11-26', '07:59')
says(
  'a week before, at eight, the question whether one can still come',
  'week-before',
  ...at,
  '2026-11-26',
  '08:00',
)
says('the day after that, for a platform that stood still', 'week-before', ...at, '2026-11-27', '19:59')
says('never in the evening', null, ...at, '2026-11-26', '20:00')
says('five days before it is too late to ask', null, ...at, '2026-11-28', '08:00')
says('the day before, before eight, nothing', null, ...at, '2026-12-02', '07:59')
says('the day before at eight', 'day-before', ...at, '2026-12-02', '08:00')
says('never at night', null, ...at, '2026-12-02', '23:00')
says('the same morning, if nothing could go out the day before', 'day-before', ...at, '2026-12-03', '08:30')
says('not when people are on their way', null, ...at, '2026-12-03', '10:00')
says('nothing while it is under way', null, ...at, '2026-12-03', '13:00')
says('nothing the same day', null, ...at, '2026-12-03', '18:00')
says('nothing early the day after', null, ...at, '2026-12-04', '09:59')
says('thanks the day after at ten', 'after', ...at, '2026-12-04', '10:00')
says('thanks no later than a week after', null, ...at, '2026-12-11', '10:00')
says('three months later, on the same day of the week', 'follow-up', ...at, '2027-03-04', '10:00')
says('not before', null, ...at, '2027-03-03', '19:00')
says('nor much later', null, ...at, '2027-03-19', '10:00')
says(
  'an event at seven is reminded of the day before at eight',
  'day-before',
  '2026-12-03',
  '07:00',
  '2026-12-02',
  '08:00',
)
says('and not in the night before it', null, '2026-12-03', '07:00', '2026-12-03', '04:00')
says('one in the first hour of a day too', 'day-before', '2026-12-03', '00:30', '2026-12-02', '08:00')
says('a draft mails nobody', null, ...at, '2026-12-02', '08:00', { published_at: null })
says('what was called off mails nobody', null, ...at, '2026-12-02', '08:00', {
  cancelled_at: '2026-12-01T08:00:00.000Z',
})
says('nor when it would have been over', null, ...at, '2026-12-04', '10:00', {
  cancelled_at: '2026-12-01T08:00:00.000Z',
})

test('eight o’clock is eight o’clock on both sides of the nights on which clocks change', () => {
  for (const [on, dayBefore, utc] of [
    ['2027-03-28', '2027-03-27', '07:00'],
    ['2027-03-29', '2027-03-28', '06:00'],
    ['2026-10-25', '2026-10-24', '06:00'],
    ['2026-10-26', '2026-10-25', '07:00'],
  ] as const) {
    const starts_at = instantAt(on, '07:00')
    const event = {
      starts_at,
      ends_at: plus(starts_at, { hours: 1 }),
      published_at: starts_at,
      cancelled_at: null,
    }
    const eight = `${dayBefore}T${utc}:00.000Z`
    equal(letterDue(event, plus(eight, { seconds: -1 })), null, on)
    deepEqual(letterDue(event, eight), {
      kind: 'day-before',
      eventOn: on,
      writtenBefore: plus(eight, { hours: -12 }),
    })
  }
})

test('whoever signed up within two days of the first reminder, or twelve hours of the second, has not forgotten', () => {
  const starts_at = instantAt('2026-12-03', '12:00')
  const event = {
    starts_at,
    ends_at: plus(starts_at, { hours: 1 }),
    published_at: starts_at,
    cancelled_at: null,
  }
  // However late it is sent, the rule counts from the moment at which it should have been.
  equal(letterDue(event, instantAt('2026-11-27', '17:00'))?.writtenBefore, instantAt('2026-11-24', '08:00'))
  equal(letterDue(event, instantAt('2026-12-03', '08:00'))?.writtenBefore, instantAt('2026-12-01', '20:00'))
})

test('who gets which letter', () => {
  const seat = { state: 'seat', checked_in_at: null }
  const came = { state: 'seat', checked_in_at: '2026-12-03T11:00:00.000Z' }
  const kinds = ['week-before', 'day-before', 'after', 'follow-up'] as const
  const of = (one: typeof came | typeof seat, wasCounted = true) =>
    kinds.map((kind) => standingFor(kind, one, wasCounted))
  deepEqual(of(came), ['seat', 'seat', 'came', 'came'])
  deepEqual(of(seat), ['seat', 'seat', 'missed', null])
  deepEqual(of(seat, false), ['seat', 'seat', 'perhaps', 'perhaps'])
  deepEqual(of({ state: 'waiting', checked_in_at: null }), [null, 'waiting', null, null])
  for (const state of ['held', 'offered', 'cancelled'])
    deepEqual(of({ state, checked_in_at: null }), [null, null, null, null])
})
