import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { refusalToWorkshop, workshopTimes, type WorkshopRefusal } from './workshop.rules.ts'

const now = '2026-11-20T10:00:00.000Z'
const forum = { ends_at: '2026-12-01T15:00:00.000Z', cancelled_at: null }

const cases: [
  date: string,
  forum: Partial<typeof forum> | { cancelled_at: string },
  WorkshopRefusal | null,
][] = [
  ['2026-12-15', {}, null],
  ['2026-12-01', {}, 'before-the-forum'],
  ['2026-12-01', { ends_at: '2026-12-01T11:00:00.000Z' }, null],
  ['2026-11-30', {}, 'before-the-forum'],
  ['2026-11-19', {}, 'begins-in-the-past'],
  ['2026-12-15', { cancelled_at: now }, 'forum-cancelled'],
  // Long after a forum that was held.
  ['2027-03-01', { ends_at: '2026-03-01T15:00:00.000Z' }, null],
]

test('an idea workshop follows its forum, and is still to come', () => {
  for (const [date, given, refusal] of cases)
    equal(refusalToWorkshop({ ...forum, ...given }, workshopTimes(date).starts_at, now), refusal, date)
})
