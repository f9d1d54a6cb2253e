import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  correctionsUntil,
  mayBeAddedTo,
  type NoteState,
  partiesMissing,
  refusalToAnswer,
  refusalToApprove,
  refusalToCorrect,
  refusalToPublish,
  refusalToSend,
  refusalToWriteNote,
} from './note.rules.ts'

const states: NoteState[] = ['draft', 'sent', 'approved', 'published']
const begins = '2026-11-23T11:00:00.000Z'
const ends = '2026-11-23T12:00:00.000Z'
const saved = '2026-11-23T12:30:00.000Z'
const until = '2026-11-30T13:00:00.000Z'
const now = '2026-11-23T13:00:00.000Z'
const standing = (state: NoteState) => ({ state, changed_at: saved, corrections_until: until })

test('notes are written from the moment the event begins', () => {
  const attempt = { startsAt: begins, now: begins, seenChangedAt: '', note: null }
  equal(refusalToWriteNote({ ...attempt, now: '2026-11-23T10:59:59.999Z' }), 'event-not-begun')
  equal(refusalToWriteNote(attempt), null)
  equal(refusalToWriteNote({ ...attempt, now: '2027-11-23T11:00:00.000Z' }), null)
})

test('nobody writes over what was saved meanwhile without having seen it', () => {
  const attempt = { startsAt: begins, now, note: standing('draft') }
  equal(refusalToWriteNote({ ...attempt, seenChangedAt: '' }), 'changed-meanwhile')
  equal(refusalToWriteNote({ ...attempt, seenChangedAt: begins }), 'changed-meanwhile')
  equal(refusalToWriteNote({ ...attempt, seenChangedAt: saved }), null)
})

test('what is approved does not change: it is added to', () => {
  const writing = (state: NoteState) =>
    refusalToWriteNote({ startsAt: begins, now, seenChangedAt: saved, note: standing(state) })
  deepEqual(states.map(writing), [null, null, 'approved-already', 'approved-already'])
  deepEqual(states.map(mayBeAddedTo), [false, false, true, true])
})

test('a draft is sent once, when the event is over and there is something to read', () => {
  const sending = { endsAt: ends, now, seenChangedAt: saved, note: { ...standing('draft'), hasText: true } }
  equal(refusalToSend(sending), null)
  equal(refusalToSend({ ...sending, now: '2026-11-23T11:59:00.000Z' }), 'event-not-over')
  equal(refusalToSend({ ...sending, note: { ...sending.note, hasText: false } }), 'nothing-written')
  equal(refusalToSend({ ...sending, seenChangedAt: begins }), 'changed-meanwhile')
  for (const state of states.slice(1))
    equal(refusalToSend({ ...sending, note: { ...sending.note, state } }), 'sent-already')
})

test('those who were present have seven days, over the night when clocks change too; nobody waits for nobody', () => {
  equal(correctionsUntil(now, 1), until)
  equal(correctionsUntil('2026-10-20T10:00:00.000Z', 3), '2026-10-27T11:00:00.000Z')
  equal(correctionsUntil(now, 0), now)
})

test('coordinators approve, one of each party, when the corrections have come and are answered', () => {
  const approving = {
    ...{ party: 'city', approvedBy: [], unanswered: 0, now: until, seenChangedAt: saved },
    note: standing('sent'),
  }
  equal(refusalToApprove(approving), null)
  equal(refusalToApprove({ ...approving, approvedBy: ['civil-society'] }), null)
  equal(refusalToApprove({ ...approving, party: null }), 'not-a-coordinator')
  equal(refusalToApprove({ ...approving, approvedBy: ['city'] }), 'your-party-approved')
  equal(refusalToApprove({ ...approving, now: '2026-11-30T12:59:59.999Z' }), 'corrections-open')
  equal(refusalToApprove({ ...approving, unanswered: 1 }), 'corrections-unanswered')
  equal(refusalToApprove({ ...approving, seenChangedAt: begins }), 'changed-meanwhile')
  equal(refusalToApprove({ ...approving, note: standing('draft') }), 'not-sent')
  equal(refusalToApprove({ ...approving, note: standing('approved') }), 'approved-already')
  equal(refusalToApprove({ ...approving, note: standing('published') }), 'approved-already')
})

test('every party that has a coordinator says yes, and one alone is enough when it is alone', () => {
  deepEqual(partiesMissing(['city', 'civil-society'], ['city']), ['civil-society'])
  deepEqual(partiesMissing(['city', 'civil-society'], ['civil-society', 'city']), [])
  deepEqual(partiesMissing(['city'], ['city']), [])
})

test('what is approved is published, once', () => {
  deepEqual(states.map(refusalToPublish), ['not-approved', 'not-approved', null, 'published-already'])
})

test('corrections come while the minutes are with those who were present, and are answered once', () => {
  equal(refusalToCorrect(standing('sent'), 0, now), null)
  equal(refusalToCorrect(standing('sent'), 0, until), 'corrections-closed')
  equal(refusalToCorrect(standing('sent'), 10, now), 'too-many-corrections')
  for (const state of ['draft', 'approved', 'published'] as const)
    equal(refusalToCorrect(standing(state), 0, now), 'corrections-closed')
  equal(refusalToAnswer('sent', null), null)
  equal(refusalToAnswer('sent', 'taken-in'), 'answered-already')
  equal(refusalToAnswer('approved', null), 'approved-already')
})
