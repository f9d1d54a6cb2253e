import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { notesAreLate, reminderDue } from './late-notes.rules.ts'

const ended = '2026-10-20T18:00:00.000Z'

test('notes are late when more than two weeks have passed, whatever the clock did meanwhile', () => {
  equal(notesAreLate(ended, '2026-11-03T22:59:00.000Z'), false)
  equal(notesAreLate(ended, '2026-11-03T23:00:00.000Z'), true)
})

const cases: [now: string, sent: number[], due: 3 | 7 | null][] = [
  ['2026-10-22T21:59:00.000Z', [], null],
  ['2026-10-22T22:00:00.000Z', [], 3],
  ['2026-10-25T08:00:00.000Z', [3], null],
  ['2026-10-26T22:59:00.000Z', [3], null],
  ['2026-10-26T23:00:00.000Z', [3], 7],
  ['2026-10-28T08:00:00.000Z', [], 7],
  ['2026-10-28T08:00:00.000Z', [7], null],
  ['2026-10-28T08:00:00.000Z', [3, 7], null],
  ['2026-11-19T08:00:00.000Z', [3], 7],
  ['2026-11-20T08:00:00.000Z', [], null],
]

test('organizers are reminded after three and seven days, once each, and of nothing old', () => {
  for (const [now, sent, due] of cases)
    equal(reminderDue(ended, now, sent), due, `${now} after ${sent.join()}`)
})
