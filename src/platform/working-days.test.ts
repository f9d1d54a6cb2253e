import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datePlus } from './time.ts'
import {
  easterOf,
  firstWorkingDay,
  holidaysOf,
  isWorkingDay,
  workingDaysAfter,
  workingDaysBetween,
} from './working-days.ts'

test('Easter is where the almanac has it', () => {
  const years = [2024, 2025, 2026, 2027, 2028, 2038]
  deepEqual(years.map(easterOf), [
    ...['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25'],
  ])
})

test('the first working day of a month passes over New Year, May Day, Easter and weekends', () => {
  const cases = {
    ...{ '2026-01-20': '2026-01-02', '2027-01-31': '2027-01-04', '2026-05-02': '2026-05-04' },
    // Easter Sunday was April 1, 2018; Good Friday of 2021 was April 2.
    ...{ '2018-04-01': '2018-04-03', '2021-04-10': '2021-04-01', '2011-06-30': '2011-06-01' },
    ...{ '2026-08-15': '2026-08-03', '2026-12-24': '2026-12-01', '2033-05-31': '2033-05-02' },
  }
  for (const [date, first] of Object.entries(cases)) equal(firstWorkingDay(date), first, date)
})

test('Swedish offices are closed on red days and the eves before them', () => {
  deepEqual([...holidaysOf(2026)].toSorted(), [
    ...['2026-01-01', '2026-01-06', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-06-06'],
    ...['2026-06-19', '2026-12-24', '2026-12-25', '2026-12-26', '2026-12-31'],
  ])
  equal(isWorkingDay('2026-12-23'), true)
  equal(isWorkingDay('2026-12-24'), false)
  equal(isWorkingDay('2026-11-28'), false, 'a Saturday')
})

const after = [
  ['2026-11-23', 10, '2026-12-07'],
  ['2026-11-28', 1, '2026-11-30'],
  ['2026-12-22', 3, '2026-12-29'],
  ['2026-12-30', 1, '2027-01-04'],
  ['2026-04-01', 2, '2026-04-07'],
  ['2026-06-18', 1, '2026-06-22'],
  ['2026-11-23', 0, '2026-11-23'],
] as const

for (const [from, days, to] of after)
  test(`${days} working days after ${from} is ${to}`, () => {
    equal(workingDaysAfter(from, days), to)
    equal(workingDaysBetween(from, to), days)
    equal(workingDaysBetween(to, from), -days || 0)
  })

test('counting with weeks and holidays is the same as counting day by day', () => {
  const anyDay = fc.integer({ min: 0, max: 6000 }).map((days) => datePlus('2020-01-01', days))
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 500 }), (from, days) => {
      const to = datePlus(from, days)
      const each = Array.from({ length: days }, (_, place) => datePlus(from, place + 1))
      equal(workingDaysBetween(from, to), each.filter(isWorkingDay).length, `${from} to ${to}`)
    }),
    { numRuns: 30 },
  )
})
