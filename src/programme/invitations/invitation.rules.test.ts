import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  answerOf,
  invitedMax,
  isToRemind,
  refusalToAnswer,
  refusalToInvite,
  refusalToSend,
} from './invitation.rules.ts'

const event = {
  published_at: '2026-11-01T10:00:00.000Z',
  cancelled_at: null,
  sign_up_closes_at: '2026-11-30T23:00:00.000Z',
  starts_at: '2026-12-01T10:00:00.000Z',
}
const early = '2026-11-20T10:00:00.000Z'
const closed = '2026-12-01T01:00:00.000Z'
const begun = event.starts_at

test('people are put on the list until the event begins, also of a draft, and up to a number', () => {
  equal(refusalToInvite(event, 1, early), null)
  equal(refusalToInvite({ ...event, published_at: null }, invitedMax, early), null)
  equal(refusalToInvite(event, invitedMax + 1, early), 'too-many')
  equal(refusalToInvite(event, 1, begun), 'already-begun')
  equal(refusalToInvite({ ...event, cancelled_at: early }, 1, early), 'event-cancelled')
})

test('nobody is mailed who could not sign up', () => {
  equal(refusalToSend(event, 1, early), null)
  equal(refusalToSend(event, 0, early), 'nobody')
  equal(refusalToSend({ ...event, published_at: null }, 1, early), 'not-published')
  equal(refusalToSend(event, 1, closed), 'closed')
  equal(refusalToSend(event, 1, begun), 'already-begun')
  equal(refusalToSend({ ...event, cancelled_at: early }, 1, early), 'event-cancelled')
})

test('an answer can be changed until it begins, also after sign-up has closed', () => {
  equal(refusalToAnswer(event, closed), null)
  equal(refusalToAnswer(event, begun), 'already-begun')
  equal(refusalToAnswer({ ...event, cancelled_at: early }, early), 'event-cancelled')
})

test('the latest thing that somebody did is their answer', () => {
  const sent = { declined_at: null, sent_on: '2026-11-20', mail_state: 'sent' }
  equal(answerOf({ ...sent, sent_on: null, mail_state: null }, []), 'not-sent')
  equal(answerOf(sent, []), 'no-answer')
  equal(answerOf({ ...sent, mail_state: 'failed' }, []), 'mail-failed')
  equal(answerOf({ ...sent, declined_at: early }, []), 'declined')
  equal(answerOf({ ...sent, mail_state: 'failed', declined_at: early }, []), 'declined')
  equal(answerOf(sent, [{ state: 'cancelled' }]), 'declined')
  for (const state of ['held', 'seat', 'offered'] as const) {
    equal(answerOf(sent, [{ state: 'cancelled' }, { state: 'waiting' }, { state }]), 'coming')
  }
  equal(answerOf(sent, [{ state: 'waiting' }]), 'waiting')
})

test('only who did not answer is reminded, and not on the day of another mail', () => {
  equal(isToRemind('no-answer', '2026-11-20', '2026-11-21'), true)
  equal(isToRemind('no-answer', '2026-11-20', '2026-11-20'), false)
  equal(isToRemind('no-answer', null, '2026-11-20'), false)
  for (const answer of ['coming', 'waiting', 'declined', 'mail-failed', 'not-sent'] as const)
    equal(isToRemind(answer, '2026-11-20', '2026-11-25'), false)
})
