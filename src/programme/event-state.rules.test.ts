import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { instantAt } from '#platform/time.ts'
import { eventState, isNearlyFull, type Timed, wayIn } from './event-state.rules.ts'

// The night to 25 October 2026 clocks go back: 02:00–03:00 comes twice.
const longNight: Timed = {
  published_at: '2026-06-01T08:00:00.000Z',
  cancelled_at: null,
  sign_up_closes_at: instantAt('2026-10-24', '00:00'),
  starts_at: instantAt('2026-10-24', '22:00'),
  ends_at: instantAt('2026-10-25', '04:00'),
  capacity: 40,
  seats_taken: 38,
}

test('an event goes from open to held by the clock, also over a night when clocks change', () => {
  const stateAt = (date: string, time: string) => eventState(longNight, instantAt(date, time)).name
  equal(stateAt('2026-06-02', '09:00'), 'open')
  equal(stateAt('2026-10-23', '23:59'), 'open')
  equal(stateAt('2026-10-24', '00:00'), 'closed')
  equal(stateAt('2026-10-24', '21:59'), 'closed')
  equal(stateAt('2026-10-24', '22:00'), 'under-way')
  equal(stateAt('2026-10-25', '03:59'), 'under-way')
  equal(stateAt('2026-10-25', '04:00'), 'held')
})

test('a night in March is an hour shorter, and an event that begins at three begins then', () => {
  const shortNight = {
    ...longNight,
    starts_at: instantAt('2027-03-28', '03:00'),
    ends_at: instantAt('2027-03-28', '05:00'),
  }
  equal(
    eventState({ ...shortNight, sign_up_closes_at: shortNight.starts_at }, '2027-03-28T00:59:59.999Z').name,
    'open',
  )
  equal(
    eventState({ ...shortNight, sign_up_closes_at: shortNight.starts_at }, '2027-03-28T01:00:00.000Z').name,
    'under-way',
  )
})

test('the state says how many places are left, and when none are', () => {
  const now = '2026-07-01T08:00:00.000Z'
  deepEqual(eventState(longNight, now), { name: 'open', placesLeft: 2 })
  deepEqual(eventState({ ...longNight, seats_taken: 40 }, now), { name: 'full' })
})

test('a cancelled event is cancelled for ever, a draft is a draft whatever the clock says', () => {
  const after = '2027-01-01T08:00:00.000Z'
  equal(eventState({ ...longNight, cancelled_at: '2026-09-01T08:00:00.000Z' }, after).name, 'cancelled')
  equal(eventState({ ...longNight, published_at: null }, after).name, 'draft')
})

test('a visitor can sign up while there is room, and join the waiting list when there is none', () => {
  equal(wayIn({ name: 'open', placesLeft: 1 }), 'sign-up')
  equal(wayIn({ name: 'full' }), 'join-waiting-list')
  for (const name of ['draft', 'closed', 'under-way', 'held', 'cancelled'] as const)
    equal(wayIn({ name }), null)
})

test('the last tenth of the places is worth saying, and at most ten', () => {
  equal(isNearlyFull({ capacity: 40 }, 4), true)
  equal(isNearlyFull({ capacity: 40 }, 5), false)
  equal(isNearlyFull({ capacity: 1000 }, 11), false)
})
