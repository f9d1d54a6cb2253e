import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { moved, refusalToAdd } from './table-questions.rules.ts'

const now = '2026-11-23T11:00:00.000Z'
const event = { ends_at: '2026-12-01T11:00:00.000Z', cancelled_at: null }
const counts = { questions: 4, sources: 2, known: 2 }

for (const [what, given, more, refusal] of [
  ['of what is there', {}, {}, null],
  ['out of nothing', {}, { sources: 0, known: 0 }, null],
  ['as the twelfth', {}, { questions: 11 }, null],
  ['as the thirteenth', {}, { questions: 12 }, 'too-many'],
  ['of six', {}, { sources: 6, known: 6 }, null],
  ['of seven', {}, { sources: 7, known: 7 }, 'too-many-sources'],
  ['of something that is gone', {}, { known: 1 }, 'unknown-source'],
  ['when the forum is over', { ends_at: now }, {}, 'event-over'],
  ['of a cancelled forum', { cancelled_at: now }, {}, 'event-over'],
] as const)
  test(`a question ${what}: ${refusal ?? 'may be added'}`, () =>
    equal(refusalToAdd({ ...event, ...given }, { ...counts, ...more }, now), refusal))

test('questions change places with their neighbour, and none is lost', () => {
  deepEqual(moved(['a', 'b', 'c'], 'c', 'up'), ['a', 'c', 'b'])
  deepEqual(moved(['a', 'b', 'c'], 'a', 'up'), ['a', 'b', 'c'])
  deepEqual(moved(['a', 'b', 'c'], 'b', 'down'), ['a', 'c', 'b'])
  deepEqual(moved(['a', 'b'], 'x', 'down'), ['a', 'b'])
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 })
  fc.assert(
    fc.property(ids, fc.nat(), fc.constantFrom('up' as const, 'down' as const), (all, at, way) => {
      deepEqual(moved(all, all[at % all.length] ?? '', way).toSorted(), all.toSorted())
    }),
  )
})
