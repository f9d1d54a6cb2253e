import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  cameAfterApproval,
  daysAnsweredLate,
  refusalToAnswer,
  refusalToChange,
  refusalToHandOver,
  refusalToRecommend,
  stateOf,
} from './recommendation.rules.ts'

const today = '2026-11-23'

test('a recommendation stands where its dates and its answer put it', () => {
  const handed = { handed_over_on: '2026-09-01', answer_due_on: '2026-11-23', answer_kind: null }
  equal(stateOf({ handed_over_on: null, answer_due_on: null, answer_kind: null }, today), 'draft')
  equal(stateOf(handed, today), 'waiting', 'the day itself is still in time')
  equal(stateOf({ ...handed, answer_due_on: '2026-11-22' }, today), 'late')
  for (const answer_kind of ['accepted', 'partly', 'declined'] as const) {
    equal(stateOf({ ...handed, answer_due_on: '2026-01-01', answer_kind }, today), answer_kind)
  }
})

test('that an answer came late stays known, and by how many days', () => {
  const late = (answer_due_on: string | null, answered_on: string | null): number =>
    daysAnsweredLate({ answer_due_on, answered_on })
  equal(late('2026-11-01', '2026-11-24'), 23)
  equal(late('2026-11-24', '2026-11-24'), 0, 'the day itself is in time')
  equal(late('2026-11-24', '2026-11-01'), 0)
  equal(late('2026-11-01', null), 0, 'what has no answer is late otherwise')
  equal(late(null, null), 0)
})

test('what was approved or handed over stays as it was, and nothing is added to what was approved', () => {
  const cases = [
    [null, null, null],
    ['draft', null, null],
    ['sent', null, null],
    ['approved', 'recommendation-approved', 'recommendation-approved'],
    ['published', 'recommendation-approved', 'recommendation-approved'],
  ] as const
  for (const [note_state, added, changed] of cases) {
    equal(refusalToRecommend(note_state), added)
    equal(refusalToChange({ handed_over_on: null, note_state }), changed)
    equal(refusalToChange({ handed_over_on: '2026-11-01', note_state }), 'handed-over')
  }
})

test('what came to a report after its approval is known, and told apart', () => {
  const at = '2026-11-20T10:00:00.000Z'
  const came = (created_at: string, note_approved_at: string | null): boolean =>
    cameAfterApproval({ created_at, note_approved_at })
  equal(came('2026-11-20T10:00:00.001Z', at), true)
  equal(came(at, at), false)
  equal(came(at, null), false)
})

test('a hand-over comes after publication, lies between the event and today, and leaves time to answer', () => {
  const attempt = {
    alreadyOn: null,
    noteState: 'published' as const,
    handedOverOn: today,
    answerDueOn: '2027-01-12',
    eventDate: '2026-11-20',
    today,
  }
  equal(refusalToHandOver(attempt), null)
  equal(refusalToHandOver({ ...attempt, handedOverOn: '2026-11-20' }), null, 'on the day of the event itself')
  equal(refusalToHandOver({ ...attempt, alreadyOn: '2026-11-21' }), 'handed-over')
  for (const noteState of [null, 'draft', 'sent', 'approved'] as const)
    equal(refusalToHandOver({ ...attempt, noteState }), 'not-published')
  equal(refusalToHandOver({ ...attempt, handedOverOn: '2026-11-24' }), 'hand-over-in-future')
  equal(refusalToHandOver({ ...attempt, handedOverOn: '2026-11-19' }), 'hand-over-before-event')
  equal(refusalToHandOver({ ...attempt, answerDueOn: today }), 'due-not-later')
  equal(refusalToHandOver({ ...attempt, answerDueOn: '2026-11-24' }), null)
})

test('a recommendation is answered once, after it was handed over and not before today', () => {
  const attempt = { handedOverOn: '2026-11-01', isAnswered: false, answeredOn: '2026-11-20', today }
  equal(refusalToAnswer(attempt), null)
  equal(refusalToAnswer({ ...attempt, handedOverOn: null }), 'not-handed-over')
  equal(refusalToAnswer({ ...attempt, isAnswered: true }), 'already-answered')
  equal(refusalToAnswer({ ...attempt, answeredOn: '2026-10-31' }), 'answer-before-hand-over')
  equal(refusalToAnswer({ ...attempt, answeredOn: '2026-11-24' }), 'answer-in-future')
})
