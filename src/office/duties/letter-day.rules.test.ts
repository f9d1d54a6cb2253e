import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { isLetterDay } from './letter-day.rules.ts'

test('the letter goes out on the first working day, or within a week when the platform stood still', () => {
  const days = ['2027-01-01', '2027-01-03', '2027-01-04', '2027-01-11', '2027-01-12']
  deepEqual(
    days.filter((day) => isLetterDay(day, '2027-01-04')),
    ['2027-01-04', '2027-01-11'],
  )
})
