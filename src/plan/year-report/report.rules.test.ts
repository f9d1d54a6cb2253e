import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  asOfDay,
  partiesMissing,
  refusalToApprove,
  refusalToBegin,
  refusalToEdit,
  refusalToPublish,
} from './report.rules.ts'

const approving = {
  ...{ state: 'draft' as const, year: 2025, today: '2026-01-20', party: 'city' },
  ...{ deciding: ['city', 'civil-society'], approvedBy: [] as string[], stands: '3 abc', seen: '3 abc' },
}

test('a report is begun while its year lasts, or later', () => {
  equal(refusalToBegin(2026, '2026-11-23'), null)
  equal(refusalToBegin(2024, '2026-11-23'), null)
  equal(refusalToBegin(2027, '2026-12-31'), 'year-not-begun')
})

test('a yes is to what was seen, once the year is over, by a party that decides, once', () => {
  const cases = [
    [{}, null],
    [{ party: null }, 'not-for-a-party'],
    [{ party: 'region' }, 'party-does-not-decide'],
    [{ state: 'approved' }, 'approved-already'],
    [{ state: 'published' }, 'approved-already'],
    [{ today: '2025-12-31' }, 'year-not-over'],
    [{ today: '2026-01-01' }, null],
    [{ approvedBy: ['city'] }, 'your-party-approved'],
    [{ approvedBy: ['civil-society'] }, null],
    [{ seen: '2 abc' }, 'changed-meanwhile'],
    [{ seen: '3 abd' }, 'changed-meanwhile'],
    [{ seen: '' }, 'changed-meanwhile'],
  ] as const
  for (const [given, refusal] of cases) equal(refusalToApprove({ ...approving, ...given }), refusal)
})

test('a draft changes for whoever saw it as it stands; what is approved never does', () => {
  equal(refusalToEdit({ state: 'draft', version: 4, seen: '4' }), null)
  equal(refusalToEdit({ state: 'draft', version: 4, seen: '3' }), 'changed-meanwhile')
  equal(refusalToEdit({ state: 'approved', version: 4, seen: '4' }), 'approved-already')
  equal(refusalToEdit({ state: 'published', version: 4, seen: '4' }), 'approved-already')
})

test('what is approved is published, once', () => {
  equal(refusalToPublish('draft'), 'not-approved')
  equal(refusalToPublish('approved'), null)
  equal(refusalToPublish('published'), 'published-already')
})

test('every party of the day is needed, and a party that has left is not', () => {
  deepEqual(partiesMissing(['city', 'civil-society'], ['city']), ['civil-society'])
  deepEqual(partiesMissing(['city'], ['city', 'civil-society']), [])
})

test('a report says how things stood on the last day of its year, or today while it lasts', () => {
  equal(asOfDay(2025, '2026-11-23'), '2025-12-31')
  equal(asOfDay(2026, '2026-11-23'), '2026-11-23')
})
