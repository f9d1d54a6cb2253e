import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  callState,
  refusalToChoose,
  refusalToConfirm,
  refusalToJudge,
  refusalToLeaveOut,
  refusalToPropose,
  refusalToSupport,
} from './focus.rules.ts'

const call = { opens_on: '2026-11-01', closes_on: '2026-11-30' }

test('a call is open from its first day to its last, and proposals come meanwhile', () => {
  for (const [today, state, refusal] of [
    ['2026-10-31', 'planned', 'not-open-yet'],
    ['2026-11-01', 'open', null],
    ['2026-11-30', 'open', null],
    ['2026-12-01', 'closed', 'closed'],
  ] as const) {
    equal(callState(call, today), state)
    equal(refusalToPropose(call, today), refusal)
  }
})

test('what is decided about is neither supported nor judged again', () => {
  equal(refusalToSupport('proposed'), null)
  for (const state of ['chosen', 'not-chosen', 'withdrawn']) equal(refusalToSupport(state), 'not-proposed')
  equal(refusalToJudge({ confirmed_at: null, state: 'waiting' }), 'not-confirmed')
  equal(refusalToJudge({ confirmed_at: 'then', state: 'waiting' }), null)
  equal(refusalToJudge({ confirmed_at: 'then', state: 'turned-down' }), null)
  equal(refusalToJudge({ confirmed_at: 'then', state: 'shown' }), 'judged-already')
})

test('an address is confirmed within a week', () => {
  equal(refusalToConfirm('2026-11-20T10:00:00.000Z', '2026-11-27T10:00:00.000Z'), null)
  equal(refusalToConfirm('2026-11-20T10:00:00.000Z', '2026-11-27T10:00:01.000Z'), 'too-late')
})

test('a choice is made after the call, of a few, in a plan that lasts', () => {
  const closed = { chosen: 3, call, hasPlan: true, today: '2026-12-01' }
  equal(refusalToChoose(closed), null)
  equal(refusalToChoose({ ...closed, call: undefined }), null)
  equal(refusalToChoose({ ...closed, today: '2026-11-30' }), 'call-is-open')
  equal(refusalToChoose({ ...closed, chosen: 0 }), 'nothing-chosen')
  equal(refusalToChoose({ ...closed, chosen: 6 }), 'too-many-areas')
  equal(refusalToChoose({ ...closed, hasPlan: false }), 'no-plan')
  equal(refusalToLeaveOut('proposed', call, '2026-12-01'), null)
  equal(refusalToLeaveOut('proposed', call, '2026-11-30'), 'still-open')
  equal(refusalToLeaveOut('chosen', undefined, '2026-12-01'), 'is-chosen')
})
