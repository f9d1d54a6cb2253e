import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { refusalToAnswerByLink, refusalToLink } from './answer-link.rules.ts'
import { reminderDue } from './answer-reminders.rules.ts'

const today = '2026-11-26'
const open = { endedBecause: null, handedOverOn: '2026-11-01', isAnswered: false, nextBy: null, today }

test('whoever has an open link answers once; a replaced link answers no more, and nothing is promised for the past', () => {
  equal(refusalToAnswerByLink(open), null)
  equal(refusalToAnswerByLink({ ...open, nextBy: today }), null)
  equal(refusalToAnswerByLink({ ...open, nextBy: '2026-11-25' }), 'next-before-today')
  equal(refusalToAnswerByLink({ ...open, isAnswered: true }), 'already-answered')
  equal(refusalToAnswerByLink({ ...open, endedBecause: 'answered', isAnswered: true }), 'already-answered')
  equal(refusalToAnswerByLink({ ...open, endedBecause: 'replaced' }), 'link-replaced')
  equal(refusalToAnswerByLink({ ...open, handedOverOn: null }), 'not-handed-over')
})

test('a link is made for what was handed over and waits for an answer', () => {
  equal(refusalToLink({ handed_over_on: today, answer_kind: null }), null)
  equal(refusalToLink({ handed_over_on: null, answer_kind: null }), 'not-handed-over')
  equal(refusalToLink({ handed_over_on: today, answer_kind: 'partly' }), 'already-answered')
})

const asked = { handedOverOn: '2026-09-01', dueOn: '2026-11-01' }

for (const [day, sent, due] of [
  ['2026-10-24', [], null],
  ['2026-10-25', [], 'soon'],
  ['2026-10-30', ['soon'], null],
  ['2026-11-01', ['soon'], null],
  ['2026-11-02', ['soon'], 'late'],
  ['2026-11-02', [], 'late'],
  ['2026-11-10', ['soon', 'late'], null],
  ['2026-11-22', ['soon', 'late'], 'very-late'],
  ['2026-12-20', ['soon', 'late', 'very-late'], null],
  // A server that was away for long sends the latest alone, and nobody is reminded for ever.
  ['2026-12-20', [], 'very-late'],
  ['2027-01-15', [], null],
] as const)
  test(`on ${day} a receiver who got ${sent.join(', ') || 'nothing'} is reminded: ${due ?? 'no'}`, () => {
    equal(reminderDue(asked, day, sent), due)
  })

test('who was handed it some days ago has it in mind', () => {
  equal(reminderDue({ handedOverOn: '2026-11-20', dueOn: '2026-11-28' }, today, []), null)
})
