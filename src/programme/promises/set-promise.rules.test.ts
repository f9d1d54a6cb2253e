import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { refusalToGiveReason } from './missed.rules.ts'
import { madeRoomFor, refusalToEnd, refusalToSet } from './set-promise.rules.ts'
import { isPossible, yearlyKind } from './yearly.rules.ts'

const numbers = { yearly_min: 2, yearly_max: 4, counts: 'events', words: {}, plan_id: null }
const stands = { ...numbers, id: 'a', from_on: '2026-01-01', until_on: null }
const wish = { ...numbers, yearly_min: 3, from_on: '2026-07-01', until_on: null }
const attempt = { seen: 'x', stands: 'x', wish, promises: [stands], plan: null, today: '2026-11-26' }
const plan = { starts_on: '2022-01-01', ends_on: '2026-12-31' }

test('a promise changes with the plan, also in the middle of a year, but never for a year that is over', () => {
  const cases = [
    [{}, null],
    [{ wish: { ...wish, from_on: '2026-01-01' } }, null],
    [{ wish: { ...wish, from_on: '2025-12-31' } }, 'year-is-over'],
    [{ stands: 'y' }, 'changed-meanwhile'],
    [{ wish: { ...wish, yearly_min: 2 } }, 'says-the-same'],
    [{ wish: { ...wish, yearly_min: 2, words: { sv: 'Två' } } }, null],
    [{ plan, wish: { ...wish, plan_id: 'p', until_on: '2026-12-31' } }, null],
    [{ plan, wish: { ...wish, plan_id: 'p', until_on: '2027-01-01' } }, 'outside-plan'],
    [{ plan, wish: { ...wish, plan_id: 'p', from_on: '2027-01-01', until_on: null } }, 'outside-plan'],
    [{ promises: [] }, null],
  ] as const
  for (const [given, refusal] of cases)
    equal(refusalToSet({ ...attempt, ...given }), refusal, JSON.stringify(given))
})

test('a new promise ends the one in force the day before, and takes the place of those that would follow', () => {
  const all = [
    { id: 'a', from_on: '2025-01-01', until_on: '2026-06-30' },
    { id: 'b', from_on: '2026-07-01', until_on: null },
  ]
  deepEqual(madeRoomFor(all, '2026-03-01'), { ends: 'a', replaced: ['b'] })
  deepEqual(madeRoomFor(all, '2026-07-01'), { ends: null, replaced: ['b'] })
  deepEqual(madeRoomFor(all, '2027-01-01'), { ends: 'b', replaced: [] })
  deepEqual(madeRoomFor([], '2027-01-01'), { ends: null, replaced: [] })
})

test('a series ends once, on a day on which something is promised', () => {
  const end = { seen: 'x', stands: 'x', on: '2026-12-01', promises: [stands], today: '2026-11-26' }
  const cases = [
    [{}, null],
    [{ on: '2025-12-31' }, 'year-is-over'],
    [{ stands: 'y' }, 'changed-meanwhile'],
    [{ promises: [] }, 'nothing-to-end'],
    [{ promises: [{ ...stands, until_on: '2026-12-01' }] }, 'says-the-same'],
  ] as const
  for (const [given, refusal] of cases) equal(refusalToEnd({ ...end, ...given }), refusal)
})

test('a reason is given for what was missed, and for nothing else', () => {
  equal(refusalToGiveReason('missed'), null)
  for (const state of [
    'kept',
    'planned',
    'time-left',
    'at-risk',
    'without-number',
    'nothing-promised',
  ] as const)
    equal(refusalToGiveReason(state), 'not-missed')
})

const yearly = (yearly_min: number, yearly_max: number | null) => ({ yearly_min, yearly_max })

test('at most is never fewer than at least, and may be left open', () => {
  equal(isPossible(yearly(2, 1)), false)
  equal(isPossible(yearly(2, 2)), true)
  equal(isPossible(yearly(2, null)), true)
})

test('numbers are told in the shortest way', () => {
  equal(yearlyKind(yearly(0, null)), 'none')
  equal(yearlyKind(yearly(0, 0)), 'none')
  equal(yearlyKind(yearly(6, null)), 'at-least')
  equal(yearlyKind(yearly(1, 1)), 'exactly')
  equal(yearlyKind(yearly(0, 2)), 'between')
})
