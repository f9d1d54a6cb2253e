import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysBetween } from '#platform/time.ts'
import { announceBy, askedOf, coursesOf, heldBy, inForce, standingOf, touching } from './promise.rules.ts'

const asks = (yearly_min: number, yearly_max: number | null = null) => ({ yearly_min, yearly_max })
const year = { year: 2026, leadDays: 42, held: 0, coming: 0, today: '2026-03-01' }

test('a promise is kept by what was held, planned by what is announced, and missed when the year is over', () => {
  const cases = [
    [{ asks: asks(2), held: 2 }, 'kept', 0],
    [{ asks: asks(2), held: 1, coming: 1 }, 'planned', 0],
    [{ asks: asks(2), held: 1, coming: 0 }, 'time-left', 1],
    [{ asks: asks(2), held: 1, today: '2026-10-19' }, 'time-left', 1],
    [{ asks: asks(2), held: 1, today: '2026-10-20' }, 'at-risk', 1],
    [{ asks: asks(2), held: 1, today: '2026-12-31' }, 'at-risk', 1],
    [{ asks: asks(2), held: 1, today: '2027-01-01' }, 'missed', 1],
    // Begun before midnight on New Year's Eve and not over yet: it keeps the promise of the year that was.
    [{ asks: asks(2), held: 1, coming: 1, today: '2027-01-01' }, 'planned', 0],
    [{ asks: asks(0), held: 3 }, 'without-number', 0],
    [{ asks: null, held: 3 }, 'nothing-promised', 0],
  ] as const
  for (const [given, state, missing] of cases) {
    const standing = standingOf({ ...year, ...given })
    deepEqual([standing.state, standing.missing], [state, missing], JSON.stringify(given))
  }
})

test('more than the most is counted, and breaks nothing', () => {
  deepEqual(
    [2, 3, 4]
      .map((held) => standingOf({ ...year, asks: asks(1, 2), held }))
      .map((one) => [one.state, one.over]),
    [
      ['kept', 0],
      ['kept', 1],
      ['kept', 2],
    ],
  )
  equal(standingOf({ ...year, asks: asks(6), held: 40 }).over, 0)
})

test('the next must be announced so long before its turn that invitations can go out', () => {
  const cases = [
    [{ year: 2026, missing: 1, yearly_min: 1, leadDays: 42 }, '2026-11-19'],
    [{ year: 2026, missing: 2, yearly_min: 2, leadDays: 42 }, '2026-05-21'],
    [{ year: 2026, missing: 1, yearly_min: 2, leadDays: 0 }, '2026-12-31'],
    [{ year: 2026, missing: 6, yearly_min: 6, leadDays: 42 }, '2026-01-23'],
    // The 29th of February is a day like others.
    [{ year: 2028, missing: 1, yearly_min: 1, leadDays: 306 }, '2028-02-29'],
    [{ year: 2028, missing: 1, yearly_min: 1, leadDays: 366 }, '2027-12-31'],
  ] as const
  for (const [given, date] of cases) equal(announceBy(given), date, JSON.stringify(given))
  const late = standingOf({ ...year, asks: asks(6), today: '2026-03-01' })
  deepEqual([late.nextBy, late.late], ['2026-01-23', true])
})

test('what is missing always fits into its year, the last on its last day', () => {
  const numbers = { year: fc.integer({ min: 2000, max: 2100 }), yearly_min: fc.integer({ min: 1, max: 60 }) }
  fc.assert(
    fc.property(fc.record({ ...numbers, part: fc.double({ min: 0, max: 1, noNaN: true }) }), (given) => {
      const missing = Math.max(1, Math.round(given.part * given.yearly_min))
      const dates = heldBy({ ...given, missing })
      equal(dates.length, missing)
      equal(dates.at(-1), `${given.year}-12-31`)
      ok(dates.every((date) => date.startsWith(`${given.year}-`)))
      deepEqual(dates, dates.toSorted())
    }),
  )
})

test('the fewer are missing, the later the next can be announced', () => {
  for (let missing = 2; missing <= 6; missing += 1) {
    const by = (many: number) => announceBy({ year: 2026, missing: many, yearly_min: 6, leadDays: 42 })
    ok(daysBetween(by(missing), by(missing - 1)) > 0)
  }
})

const promises = [
  { name: 'two', from_on: '2025-01-01', until_on: '2026-06-30' },
  { name: 'four', from_on: '2026-07-01', until_on: '2028-02-29' },
]

test('a year asks what is in force on its last day, and nothing once the series has ended', () => {
  const cases = [
    [2024, undefined],
    [2025, 'two'],
    [2026, 'four'],
    [2027, 'four'],
    [2028, undefined],
    [2029, undefined],
  ] as const
  for (const [of, name] of cases) equal(askedOf(promises, of)?.name, name, String(of))
  equal(inForce(promises, '2026-06-30')?.name, 'two')
  equal(inForce(promises, '2026-07-01')?.name, 'four')
  equal(inForce(promises, '2028-02-29')?.name, 'four')
  equal(inForce(promises, '2028-03-01'), null)
  deepEqual(
    touching(promises, 2026).map(({ name }) => name),
    ['two', 'four'],
  )
  deepEqual(touching(promises, 2029), [])
})

test('a course is one, and belongs to the year in which it begins', () => {
  const on = (...dates: string[]) => dates.map((date) => ({ begins: date, ends: date, course: null }))
  deepEqual(coursesOf([]), [])
  deepEqual(coursesOf(on('2026-11-10', '2026-09-10', '2027-02-10')), [
    { begins: '2026-09-10', ends: '2027-02-10' },
  ])
  equal(coursesOf(on('2026-01-01', '2026-05-01')).length, 1)
  equal(coursesOf(on('2026-01-01', '2026-05-02')).length, 2)
  // Two courses side by side, whose sessions are told apart however near they are.
  const inCourse = (course: string, ...dates: string[]) => on(...dates).map((one) => ({ ...one, course }))
  deepEqual(
    coursesOf([...inCourse('a', '2026-09-10', '2027-03-10'), ...inCourse('b', '2026-10-01', '2026-10-08')]),
    [
      { begins: '2026-09-10', ends: '2027-03-10' },
      { begins: '2026-10-01', ends: '2026-10-08' },
    ],
  )
})
