import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { easterOf, firstWorkingDay, isLetterDay, isWorkingDay } from './working-days.rules.ts'

test('Easter is where the almanac has it', () => {
  const known = {
    ...{ 1961: '04-02', 1999: '04-04', 2000: '04-23', 2008: '03-23', 2011: '04-24', 2024: '03-31' },
    ...{ 2025: '04-20', 2026: '04-05', 2027: '03-28', 2028: '04-16', 2038: '04-25', 2049: '04-18' },
  }
  for (const [year, date] of Object.entries(known)) equal(easterOf(Number(year)), `${year}-${date}`)
})

test('offices are closed on weekends, holidays and the eves that everybody takes off', () => {
  const closed = [
    ...['2026-01-01', '2026-01-06', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2025-06-06'],
    ...['2026-06-19', '2026-12-24', '2026-12-25', '2026-12-31', '2026-11-28', '2026-11-29'],
  ]
  deepEqual(closed.filter(isWorkingDay), [])
  const open = ['2026-01-02', '2026-04-02', '2026-04-07', '2026-05-25', '2026-06-18', '2026-11-27']
  deepEqual(
    open.filter((date) => !isWorkingDay(date)),
    [],
  )
})

test('the first working day of a month passes over New Year, May Day, Easter and weekends', () => {
  const cases = {
    ...{ '2026-01-20': '2026-01-02', '2027-01-31': '2027-01-04', '2026-05-02': '2026-05-04' },
    // Good Friday on April 1 and 2: the letter waits for the Tuesday after.
    ...{ '2022-04-30': '2022-04-01', '2021-04-10': '2021-04-01', '2011-06-30': '2011-06-01' },
    ...{ '2026-08-15': '2026-08-03', '2026-12-24': '2026-12-01', '2033-05-31': '2033-05-02' },
  }
  for (const [date, first] of Object.entries(cases)) equal(firstWorkingDay(date), first, date)
  // April 1, 2018 was Easter Sunday, and the 2nd Easter Monday.
  equal(firstWorkingDay('2018-04-01'), '2018-04-03')
})

test('the letter goes out that day, or within a week when the platform stood still', () => {
  deepEqual(['2027-01-01', '2027-01-03', '2027-01-04', '2027-01-11', '2027-01-12'].map(isLetterDay), [
    false,
    false,
    true,
    true,
    false,
  ])
})
