import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meetingDates, nextOpening } from './meeting-weeks.ts'

test('weeks are counted without those in which nobody meets', () => {
  const dateOf = meetingDates('2026-11-23')
  assert.equal(dateOf(-1, 3), '2026-11-18')
  assert.equal(dateOf(2, 3), '2026-12-09')
  assert.equal(dateOf(4, 4), '2027-01-14', 'over New Year')
  assert.equal(dateOf(-16, 2), '2026-06-16', 'over the summer')
})

test('a meeting on a public holiday is held the day before', () => {
  assert.equal(meetingDates('2026-05-04')(1, 4), '2026-05-13', 'Ascension Day is 14 May 2026')
  assert.equal(meetingDates('2027-04-26')(-1, 4), '2027-04-22', 'an ordinary Thursday')
  assert.equal(meetingDates('2029-04-23')(1, 2), '2029-04-30', 'the first of May')
})

test('somebody who starts the sample year can always try a door within a day', () => {
  const openings = [
    ['2026-11-23T08:00:00.000Z', '2026-11-23', '17:30'],
    ['2026-11-23T14:29:00.000Z', '2026-11-23', '17:30'],
    ['2026-11-23T14:30:00.000Z', '2026-11-24', '12:00'],
    ['2026-12-31T22:59:00.000Z', '2027-01-01', '12:00'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01', '17:30'],
  ] as const
  for (const [now, date, from] of openings) {
    const opening = nextOpening(now)
    assert.deepEqual([opening.date, opening.from], [date, from], now)
  }
})
