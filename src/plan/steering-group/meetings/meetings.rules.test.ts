import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  isToBeCalled,
  lettersDue,
  refusalToChangeItems,
  refusalToDecide,
  refusalToPlanMeeting,
  whoIsDue,
  yearOfMeetings,
} from './meetings.rules.ts'

const now = '2026-11-23T11:00:00.000Z'
const meeting = (starts_at: string, party_id = 'city', cancelled_at: string | null = null) => ({
  ...{ starts_at, ends_at: starts_at.replace('T16', 'T18'), party_id, cancelled_at, state: null },
})
const on = (date: string, party?: string, off?: string) => meeting(`${date}T16:00:00.000Z`, party, off)

test('of four meetings a year it is said how many were held and are planned, and when the next is due', () => {
  const year = (...dates: string[]) => {
    const { held, planned, dueBy, isLate } = yearOfMeetings(
      dates.map((date) => on(date)),
      2026,
      now,
    )
    return [held, planned, dueBy, isLate]
  }
  deepEqual(year(), [0, 0, '2026-03-31', true])
  deepEqual(year('2026-02-10', '2026-05-10', '2026-08-10'), [3, 0, '2026-12-31', false])
  deepEqual(year('2026-02-10', '2026-05-10'), [2, 0, '2026-09-30', true])
  deepEqual(year('2026-02-10', '2026-05-10', '2026-08-10', '2026-12-10'), [3, 1, null, false])
  deepEqual(year('2025-12-31', '2027-01-01'), [0, 0, '2026-03-31', true])
  equal(yearOfMeetings([], 2025, now).dueBy, null, 'a year that is over asks for nothing')
  equal(yearOfMeetings([on('2026-02-10', 'city', now)], 2026, now).held, 0, 'what was called off is not held')
})

test('the next is called six weeks before its quarter ends, by the party whose turn it is', () => {
  const year = yearOfMeetings([on('2026-02-10'), on('2026-05-10'), on('2026-08-10')], 2026, now)
  equal(isToBeCalled(year, '2026-11-18'), false)
  equal(isToBeCalled(year, '2026-11-19'), true)
  const both = ['city', 'civil']
  equal(whoIsDue([], both), 'city')
  equal(whoIsDue([on('2026-02-10')], both), 'civil')
  equal(whoIsDue([on('2026-02-10'), on('2026-05-10', 'civil')], both), 'city')
  equal(whoIsDue([on('2026-02-10'), on('2026-05-10', 'civil', now)], both), 'civil')
  equal(whoIsDue([], []), null)
})

test('a meeting is planned ahead, and what was approved no longer changes', () => {
  equal(refusalToPlanMeeting(null, '2026-11-23T10:59:00.000Z', now), 'in-the-past')
  equal(refusalToPlanMeeting(null, '2026-12-01T16:00:00.000Z', now), null)
  const held = on('2026-11-20')
  equal(refusalToPlanMeeting(held, '2026-12-01T16:00:00.000Z', now), 'held-already')
  equal(refusalToPlanMeeting({ ...held, state: 'draft' }, held.starts_at, now), 'minutes-begun')
  equal(refusalToPlanMeeting(on('2026-12-20', 'city', now), now, now), 'cancelled-already')
  equal(refusalToDecide(on('2026-12-20'), now), 'not-begun')
  equal(refusalToDecide(held, now), null)
  for (const state of ['approved', 'published'])
    equal(refusalToChangeItems({ state, cancelled_at: null }), 'approved-already')
})

test('members are called at once and reminded a week before, once for each time that is set', () => {
  const far = on('2026-12-20')
  equal(lettersDue(far, [], now), 'called')
  equal(lettersDue(far, [{ kind: 'called', starts_at: far.starts_at }], now), null)
  equal(lettersDue(far, [{ kind: 'called', starts_at: '2026-12-21T16:00:00.000Z' }], now), 'called')
  const near = on('2026-11-30')
  equal(lettersDue(near, [{ kind: 'called', starts_at: near.starts_at }], now), 'reminded')
  equal(lettersDue(near, [{ kind: 'reminded', starts_at: near.starts_at }], now), null)
  equal(lettersDue(on('2026-11-20'), [], now), null)
  equal(lettersDue(on('2026-12-20', 'city', now), [], now), null)
})
