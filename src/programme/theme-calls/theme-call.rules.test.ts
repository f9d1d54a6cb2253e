import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  callState,
  refusalToBack,
  refusalToConfirm,
  refusalToPropose,
  refusalToSave,
  refusalToSecond,
  refusalToSet,
} from './theme-call.rules.ts'

const call = { opens_at: '2026-11-01T23:00:00.000Z', closes_at: '2026-11-30T23:00:00.000Z' }
const early = '2026-11-01T22:59:59.999Z'
const first = call.opens_at
const last = '2026-11-30T22:59:59.999Z'
const over = call.closes_at

const moments = [
  [early, false, 'planned', 'not-open-yet'],
  [first, false, 'open', null],
  [last, false, 'open', null],
  [over, false, 'closed', 'closed'],
  [over, true, 'set', 'theme-set'],
] as const

test('a call is open from its first day through the whole of its last', () => {
  for (const [now, isSet, state, refusal] of moments) {
    equal(callState(call, isSet, now), state, now)
    equal(refusalToPropose(call, isSet, now), refusal, now)
    equal(refusalToSecond(call, isSet, 'shown', now), refusal, now)
  }
})

test('only what is shown is seconded', () => {
  equal(refusalToSecond(call, false, 'waiting', last), 'not-shown')
  equal(refusalToSecond(call, false, 'turned-down', last), 'not-shown')
  equal(refusalToSecond(call, false, 'waiting', over), 'closed')
})

test('what was sent in time is confirmed within a week, also after the last day, until the theme is set', () => {
  equal(refusalToConfirm(last, false, '2026-12-07T22:00:00.000Z'), null)
  equal(refusalToConfirm(last, false, '2026-12-07T23:00:00.000Z'), 'too-late')
  equal(refusalToConfirm(last, true, over), 'theme-set')
})

test('the theme is set once, after the call, from what was shown or with another', () => {
  equal(refusalToSet(call, false, 'shown', over), null)
  equal(refusalToSet(call, false, null, over), null)
  equal(refusalToSet(call, false, 'shown', last), 'still-open')
  equal(refusalToSet(call, false, null, early), 'still-open')
  equal(refusalToSet(call, true, 'shown', over), 'theme-set')
  equal(refusalToSet(call, false, 'turned-down', over), 'not-shown')
  equal(refusalToSet(call, false, 'waiting', over), 'not-shown')
})

test('dates move until the theme is set, but a call that has begun does not begin later', () => {
  const before = { ...call, isSet: false }
  equal(refusalToSave(null, call, early), null)
  equal(refusalToSave(null, call, over), 'closes-in-the-past')
  equal(refusalToSave(before, { ...call, closes_at: '2026-12-10T23:00:00.000Z' }, over), null)
  equal(refusalToSave(before, { ...call, opens_at: '2026-11-20T23:00:00.000Z' }, early), null)
  equal(refusalToSave(before, { ...call, opens_at: '2026-11-20T23:00:00.000Z' }, last), 'began-already')
  equal(refusalToSave(before, { ...call, closes_at: first }, last), 'closes-in-the-past')
  equal(refusalToSave({ ...call, isSet: true }, { ...call, closes_at: last }, over), 'theme-set')
  equal(refusalToSave({ ...call, isSet: true }, call, over), null, 'its words can still be changed')
})

test('each party stands behind a theme once', () => {
  equal(refusalToBack(true, ['city'], 'civil-society'), null)
  equal(refusalToBack(true, ['city'], 'city'), 'backed-already')
  equal(refusalToBack(false, [], 'city'), 'not-set')
})
