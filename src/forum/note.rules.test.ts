import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { refusalToWriteNote } from './note.rules.ts'

const attempt = {
  startsAt: '2026-11-23T11:00:00.000Z',
  now: '2026-11-23T11:00:00.000Z',
  seenChangedAt: '',
  changedAt: null,
} as const

test('notes are written from the moment the event begins', () => {
  equal(refusalToWriteNote({ ...attempt, now: '2026-11-23T10:59:59.999Z' }), 'event-not-begun')
  equal(refusalToWriteNote(attempt), null)
  equal(refusalToWriteNote({ ...attempt, now: '2027-11-23T11:00:00.000Z' }), null)
})

test('nobody writes over what was saved meanwhile without having seen it', () => {
  const saved = '2026-11-23T11:30:00.000Z'
  equal(
    refusalToWriteNote({ ...attempt, changedAt: saved }),
    'changed-meanwhile',
    'the first note was not there yet',
  )
  equal(refusalToWriteNote({ ...attempt, changedAt: saved, seenChangedAt: attempt.now }), 'changed-meanwhile')
  equal(refusalToWriteNote({ ...attempt, changedAt: saved, seenChangedAt: saved }), null)
})
