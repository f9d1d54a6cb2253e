import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instantAt, localDate, localTime, plus, weekdayOf } from '#platform/time.ts'
import { heldLonger, holdMinutes, offerEnd } from './offers.rules.ts'

const hourMs = 60 * 60 * 1000
const hours = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / hourMs

const cases: [string, now: [string, string], start: [string, string], end: [string, string] | null][] = [
  ['a day to answer', ['2026-11-23', '12:00'], ['2026-12-03', '12:00'], ['2026-11-24', '12:00']],
  ['not at night: noon', ['2026-11-23', '21:30'], ['2026-12-03', '12:00'], ['2026-11-25', '12:00']],
  ['nor in the early morning', ['2026-11-24', '03:00'], ['2026-12-03', '12:00'], ['2026-11-25', '12:00']],
  ['not on a weekend', ['2026-11-27', '15:00'], ['2026-12-03', '12:00'], ['2026-11-30', '12:00']],
  ['but before a Sunday', ['2026-11-27', '15:00'], ['2026-12-06', '12:00'], ['2026-11-28', '15:00']],
  [
    'by the last day at the latest',
    ['2026-12-01', '18:00'],
    ['2026-12-03', '12:00'],
    ['2026-12-02', '12:00'],
  ],
  ['that evening, not at night', ['2026-12-01', '10:00'], ['2026-12-03', '07:00'], ['2026-12-01', '20:00']],
  ['on Friday evening for Monday', ['2026-11-27', '10:00'], ['2026-11-30', '12:00'], ['2026-11-27', '20:00']],
  ['four hours are enough', ['2026-12-02', '08:00'], ['2026-12-03', '12:00'], ['2026-12-02', '12:00']],
  ['less are not', ['2026-12-02', '08:01'], ['2026-12-03', '12:00'], null],
  ['on the last day', ['2026-12-02', '13:00'], ['2026-12-03', '12:00'], null],
  ['after the start', ['2026-12-04', '13:00'], ['2026-12-03', '12:00'], null],
  ['over the spring night', ['2027-03-27', '15:00'], ['2027-04-03', '12:00'], ['2027-03-28', '16:00']],
  ['over the autumn night', ['2026-10-24', '15:00'], ['2026-10-31', '12:00'], ['2026-10-25', '14:00']],
]
for (const [name, now, start, end] of cases)
  test(`when an offer runs out: ${name}`, () =>
    equal(offerEnd(instantAt(...now), instantAt(...start)), end && instantAt(...end)))

const isByDay = (at: Instant): boolean => localTime(at) >= '08:00' && localTime(at) <= '20:00'
const isOnWeekend = (at: Instant): boolean => weekdayOf(localDate(at)) > 5

/** A moment around one of the nights in which clocks are changed, or anywhere in two years. */
const moment = fc
  .tuple(
    fc.constantFrom('2026-10-25', '2027-03-28', '2026-01-01', '2027-07-01'),
    fc.integer({ min: -9 * 24 * 60, max: 9 * 24 * 60 }),
  )
  .map(([date, minutes]) => plus(instantAt(date, '03:00'), { minutes }))
// Mostly close to the start, where it is difficult.
const distance = fc.oneof(
  fc.integer({ min: 0, max: 5 * 24 * 60 }),
  fc.integer({ min: -600, max: 60 * 24 * 60 }),
)

test('no offer ever runs out at night, on a weekend before a weekday, in the last day, or before one can answer', () => {
  let [given, none] = [0, 0]
  fc.assert(
    fc.property(moment, distance, (now, minutes) => {
      const startsAt = plus(now, { minutes })
      const end = offerEnd(now, startsAt)
      if (end === null) {
        none += 1
        equal(aGoodMomentBetween(now, startsAt), null)
        return
      }
      given += 1
      ok(isByDay(end), `runs out at ${localTime(end)}`)
      ok(!isOnWeekend(end) || isOnWeekend(startsAt), `runs out on a weekend, ${localDate(end)}`)
      ok(hours(end, startsAt) >= 24, `${hours(end, startsAt)} hours before the start`)
      ok(hours(now, end) >= 4, `${hours(now, end)} hours to answer`)
      // Whoever is far from the start has a day; the longest wait is over a Christmas-less weekend.
      ok(hours(now, end) < 24 * 4.5, `${hours(now, end)} hours in which nobody else is offered the seat`)
      if (hours(now, startsAt) > 24 * 6) ok(hours(now, end) >= 24, 'less than a day, far from the start')
    }),
    { numRuns: 20_000 },
  )
  ok(given > 5000 && none > 500, `both kinds are met: ${given} and ${none}`)
})

/** Looked for minute by minute, knowing nothing of the rule. */
function aGoodMomentBetween(now: Instant, startsAt: Instant): Instant | null {
  const [first, last] = [plus(now, { hours: 4 }), plus(startsAt, { hours: -24 })]
  for (let at = first; at <= last; at = plus(at, { minutes: 1 }))
    if (isByDay(at) && (!isOnWeekend(at) || isOnWeekend(startsAt))) return at
  return null
}

test('a hold goes on for half an hour at a time while its mail waits, and for a day at most', () => {
  const queuedAt = '2026-11-23T11:00:00.000Z'
  const after = (span: { hours?: number; minutes?: number }) => heldLonger(queuedAt, plus(queuedAt, span))
  equal(after({ minutes: 30 }), plus(queuedAt, { minutes: 30 + holdMinutes }))
  equal(after({ hours: 24, minutes: -1 }), plus(queuedAt, { hours: 24, minutes: 29 }))
  equal(after({ hours: 24 }), null)
})
