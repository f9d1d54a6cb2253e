import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { dateAndTime, timeSpan } from './dates.ts'
import { datePlus, daysBetween, instantAt, localDate, localTime, plus } from './time.ts'

test('clocks go forward on the last Sunday of March: the day has 23 hours, and 02:30 does not exist', () => {
  const before = instantAt('2027-03-28', '01:30')
  equal(before, '2027-03-28T00:30:00.000Z')
  equal(localTime(plus(before, { hours: 1 })), '03:30')
  equal(instantAt('2027-03-28', '02:30'), '2027-03-28T01:30:00.000Z')
  equal(plus(instantAt('2027-03-27', '08:00'), { days: 1 }), instantAt('2027-03-28', '08:00'))
})

test('clocks go back on the last Sunday of October: of the doubled hour the first is meant', () => {
  equal(instantAt('2026-10-25', '02:30'), '2026-10-25T00:30:00.000Z')
  equal(localTime('2026-10-25T01:30:00.000Z'), '02:30')
  equal(plus(instantAt('2026-10-24', '08:00'), { days: 1 }), instantAt('2026-10-25', '08:00'))
})

test('days are counted as the calendar does, also over a leap day', () => {
  equal(datePlus('2028-02-28', 1), '2028-02-29')
  equal(daysBetween('2027-12-31', '2028-12-31'), 366)
  equal(localDate('2026-12-31T23:30:00.000Z'), '2027-01-01')
})

test('times are written as each language writes them', () => {
  const [from, to] = [instantAt('2026-12-03', '12:00'), instantAt('2026-12-03', '13:00')]
  deepEqual(
    (['sv', 'en', 'es'] as const).map((language) => timeSpan(language, from, to)),
    ['kl.\u00a012.00–13.00', '12:00–13:00', '12:00–13:00\u00a0h'],
  )
  equal(dateAndTime('sv', from, to), 'torsdag 3 december 2026, kl.\u00a012.00–13.00')
})
