import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Group, groupMin, groupsToShow } from './groups.rules.ts'

const groups = (counts: Partial<Record<Group['capacity'], number>>): Group[] =>
  Object.entries(counts).map(([capacity, count]) => ({ capacity: capacity as Group['capacity'], count }))

test('groups of five or more are shown, the largest first', () => {
  deepEqual(groupsToShow(groups({ elected: 5, 'civil-society': 12 })), {
    shown: groups({ 'civil-society': 12, elected: 5 }),
    rest: 0,
  })
})

test('smaller groups are counted together', () => {
  deepEqual(groupsToShow(groups({ 'civil-society': 12, elected: 4, academia: 3 })), {
    shown: groups({ 'civil-society': 12 }),
    rest: 7,
  })
})

test('one small group alone takes the next along, so that it cannot be worked out', () => {
  deepEqual(groupsToShow(groups({ 'civil-society': 12, 'civil-servant': 8, elected: 1 })), {
    shown: groups({ 'civil-society': 12 }),
    rest: 9,
  })
})

test('no number that is shown is small, unless everybody together is few', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 7, maxLength: 7 })
  const names = [
    'civil-society',
    'elected',
    'civil-servant',
    'academia',
    'business',
    'resident',
    'other',
  ] as const
  fc.assert(
    fc.property(counts, (all) => {
      const { shown, rest } = groupsToShow(
        names.map((capacity, index) => ({ capacity, count: all[index] ?? 0 })),
      )
      const total = all.reduce((sum, count) => sum + count, 0)
      ok(shown.every(({ count }) => count >= groupMin))
      ok(rest === 0 || rest >= groupMin || rest === total)
      ok(shown.reduce((sum, { count }) => sum + count, rest) === total)
    }),
  )
})
