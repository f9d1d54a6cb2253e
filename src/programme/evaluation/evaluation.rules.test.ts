import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { plus } from '#platform/time.ts'
import { capacityWithoutName, refusalToAnswer, refusalToTakeAnswer } from './evaluation.rules.ts'

const starts_at = '2026-12-03T11:00:00.000Z'
const event = { starts_at, ends_at: plus(starts_at, { hours: 2 }), cancelled_at: null }

test('an evaluation can be answered from when the event begins until three weeks after', () => {
  equal(refusalToAnswer(event, plus(starts_at, { seconds: -1 })), 'not-yet')
  equal(refusalToAnswer(event, starts_at), null)
  equal(refusalToAnswer(event, plus(event.ends_at, { days: 21, seconds: -1 })), null)
  equal(refusalToAnswer(event, plus(event.ends_at, { days: 21 })), 'closed')
  equal(refusalToAnswer({ ...event, cancelled_at: starts_at }, event.ends_at), 'called-off')
})

test('a link answers once, also in a full room; without one no more answer than fit in it', () => {
  const full = { answers: 20, capacity: 20 }
  equal(refusalToTakeAnswer({ used: 0 }, full), null)
  equal(refusalToTakeAnswer({ used: 1 }, { answers: 1, capacity: 20 }), 'answered-already')
  equal(refusalToTakeAnswer(null, { ...full, answers: 19 }), null)
  equal(refusalToTakeAnswer(null, full), 'enough')
})

test('what somebody takes part as is filled in for them only where five or more did', () => {
  deepEqual(
    [4, 5, undefined].map((resident) =>
      capacityWithoutName('resident', { elected: 9, ...(resident && { resident }) }),
    ),
    [null, 'resident', null],
  )
})
