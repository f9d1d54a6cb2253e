import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { refusalToCopy, timesOn } from './copy-event.rules.ts'

const autumn = {
  doors_at: '2026-10-08T09:45:00.000Z',
  starts_at: '2026-10-08T10:00:00.000Z',
  ends_at: '2026-10-08T11:00:00.000Z',
  sign_up_closes_at: '2026-10-05T22:00:00.000Z',
  kept_until: '2026-10-01T10:00:00.000Z',
}

test('a copy has the same times on the clock, also over the night when clocks change', () => {
  deepEqual(timesOn('2026-12-03', autumn), {
    doors_at: '2026-12-03T10:45:00.000Z',
    starts_at: '2026-12-03T11:00:00.000Z',
    ends_at: '2026-12-03T12:00:00.000Z',
    sign_up_closes_at: '2026-11-30T23:00:00.000Z',
    kept_until: '2026-11-26T11:00:00.000Z',
  })
  const bare = { ...autumn, doors_at: null, kept_until: null }
  equal(timesOn('2026-12-03', bare).doors_at, null)
  equal(timesOn('2026-12-03', bare).kept_until, null)
})

test('a copy is for something to come, at a time that clocks show', () => {
  const now = '2026-11-23T12:00:00.000Z'
  equal(refusalToCopy(autumn, timesOn('2026-12-03', autumn), now), null)
  equal(refusalToCopy(autumn, timesOn('2026-11-23', autumn), now), 'begins-in-the-past')
  const night = {
    ...autumn,
    doors_at: null,
    starts_at: '2026-10-08T00:30:00.000Z',
    ends_at: '2026-10-08T02:00:00.000Z',
  }
  equal(refusalToCopy(night, timesOn('2027-03-28', night), now), 'time-does-not-exist')
})
