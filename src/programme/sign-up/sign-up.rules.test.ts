import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { plus } from '#platform/time.ts'
import type { SignUpState } from '../tables.ts'
import {
  type EventToSignUpFor,
  isSentAgain,
  refusalToChange,
  refusalToSignUp,
  takesSeat,
} from './sign-up.rules.ts'

const event: EventToSignUpFor = {
  starts_at: '2026-12-03T11:00:00.000Z',
  sign_up_closes_at: '2026-12-01T22:59:00.000Z',
  cancelled_at: null,
}
const off = { ...event, cancelled_at: '2026-11-20T08:00:00.000Z' }
const early = '2026-11-23T11:00:00.000Z'
const just = (instant: string): string => plus(instant, { seconds: -1 })

const signingUp: [string, EventToSignUpFor, string, ReturnType<typeof refusalToSignUp>][] = [
  ['while it is open', event, early, null],
  ['in the last second', event, just(event.sign_up_closes_at), null],
  ['when it closes', event, event.sign_up_closes_at, 'closed'],
  ['called off', off, early, 'cancelled'],
  ['called off and closed', off, event.starts_at, 'cancelled'],
]
for (const [name, of, now, expected] of signingUp)
  test(`who may sign up: ${name}`, () => equal(refusalToSignUp(of, now), expected))

const changing: [string, SignUpState, EventToSignUpFor, string, ReturnType<typeof refusalToChange>][] = [
  ['a seat, before the start', 'seat', event, early, null],
  ['a seat, when sign-up has closed', 'seat', event, plus(event.sign_up_closes_at, { hours: 1 }), null],
  ['in the last second', 'seat', event, just(event.starts_at), null],
  ['when it begins', 'seat', event, event.starts_at, 'already-begun'],
  ['of what is called off', 'waiting', off, early, 'event-cancelled'],
  ['what is over', 'cancelled', event, early, 'already-cancelled'],
  ['what is over, of what is called off', 'cancelled', off, early, 'already-cancelled'],
  ...(['held', 'waiting', 'offered'] as const).map((state): (typeof changing)[number] => [
    `a sign-up that is ${state}`,
    state,
    event,
    early,
    null,
  ]),
]
for (const [name, state, of, now, expected] of changing)
  test(`what may be changed or given back: ${name}`, () =>
    equal(refusalToChange({ state }, of, now), expected))

test('a seat is taken while it is held, had or offered', () => {
  for (const state of ['held', 'seat', 'offered'] as const) equal(takesSeat(state), true)
  for (const state of ['waiting', 'cancelled'] as const) equal(takesSeat(state), false)
})

test('the same form within two minutes is the same press', () => {
  const known = { name: 'Bo Ek', queued_at: early }
  const after = (seconds: number, name = 'Bo Ek') => isSentAgain(known, { name }, plus(early, { seconds }))
  equal(after(0), true)
  equal(after(119), true)
  equal(after(120), false)
  equal(after(1, 'Bo ek'), false)
})
