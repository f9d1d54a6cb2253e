import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRenewed, isToBeDrawn } from './map-times.rules.ts'
import { isShownNow, refusalToShow } from './show-map.rules.ts'
import { percent, sectorsToCompare, told } from './singled-out.rules.ts'

const at = (time: string): string => `2026-11-23T${time}.000Z`
const now = at('12:00:00')
const state = {
  ...{ computed_at: at('11:00:00'), hasChanges: true, until: null },
  ...{ closes_at: at('18:00:00'), closed_at: null },
}

for (const [what, given, isDue] of [
  ['votes came', {}, true],
  ['nothing came', { hasChanges: false }, false],
  ['it was never drawn', { computed_at: null }, true],
  ['nobody ever voted', { computed_at: null, hasChanges: false }, false],
  ['it was drawn 14 seconds ago', { computed_at: at('11:59:46') }, false],
  ['it was drawn 15 seconds ago', { computed_at: at('11:59:45') }, true],
  ['somebody else draws it', { until: at('12:00:01') }, false],
  ['somebody began and was not heard of again', { until: now, hasChanges: false }, true],
  ['the voting closed since', { hasChanges: false, closes_at: at('11:30:00') }, true],
  ['somebody closed it since', { hasChanges: false, closed_at: at('11:30:00') }, true],
  ['it was drawn after the closing', { hasChanges: false, closes_at: at('10:30:00') }, false],
  ['it closed without a vote', { computed_at: null, hasChanges: false, closes_at: at('11:30:00') }, false],
] as const)
  test(`a map is ${isDue ? '' : 'not '}drawn when ${what}`, () =>
    equal(isToBeDrawn({ ...state, ...given }, now), isDue))

const since = { shownOf: at('11:00:00'), isClosed: false, people: 0, isStatementGone: false }
for (const [what, given, renews] of [
  ['nobody has seen any', { shownOf: null }, true],
  ['four people have voted since', { people: 4 }, false],
  ['five people have voted since', { people: 5 }, true],
  ['a statement was turned down', { isStatementGone: true }, true],
  ['the voting is over', { isClosed: true }, true],
] as const)
  test(`what everybody sees ${renews ? 'follows' : 'stays'} when ${what}`, () =>
    equal(isRenewed({ ...since, ...given }), renews))

const dialogue = {
  ...{ opened_at: at('08:00:00'), closes_at: at('18:00:00'), closed_at: null },
  ...{ shown_at: null, cancelled_at: null },
}
for (const [what, given, refusal] of [
  ['that is open', {}, null],
  ['that has closed', { closes_at: at('11:00:00') }, null],
  ['that is not open yet', { opened_at: null }, 'not-opened'],
  ['that is shown', { shown_at: at('11:00:00') }, 'shown-already'],
  ['of a cancelled event', { cancelled_at: at('11:00:00') }, 'cancelled'],
] as const)
  test(`the map of a dialogue ${what}: ${refusal ?? 'may be shown'}`, () =>
    equal(refusalToShow({ ...dialogue, ...given }), refusal))

test('what is to be shown at the closing is shown at once when that was', () => {
  equal(isShownNow('now', dialogue, now), true)
  equal(isShownNow('at-closing', dialogue, now), false)
  equal(isShownNow('at-closing', dialogue, at('18:00:00')), true)
  equal(isShownNow('at-closing', { ...dialogue, closed_at: at('11:00:00') }, now), true)
})

for (const [what, people, all, compared] of [
  ['two large ones', { city: 9, society: 12 }, 21, ['city', 'society']],
  ['four people in one', { city: 9, society: 12, elected: 8, other: 4 }, 33, ['city', 'society']],
  ['nobody in a small one', { city: 9, society: 12, elected: 5 }, 26, ['city', 'elected', 'society']],
  ['five who told nothing', { city: 9, society: 12 }, 26, ['city', 'society']],
  ['one who told nothing', { city: 9, society: 12, elected: 5 }, 27, ['city', 'society']],
  ['one large one', { city: 9, society: 2 }, 20, []],
  ['only two, and one person beside', { city: 9, society: 12 }, 22, []],
] as const)
  test(`sectors that are compared, with ${what}`, () =>
    deepEqual(sectorsToCompare(new Map(Object.entries(people)), all), compared))

test('whatever the sectors are, nobody can be worked out by taking the compared ones away from all', () => {
  const sectors = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 30 }))
  fc.assert(
    fc.property(sectors, fc.nat(20), (people, untold) => {
      const all = Object.values(people).reduce((sum, count) => sum + count, untold)
      const compared = sectorsToCompare(new Map(Object.entries(people)), all)
      const left = compared.reduce((rest, name) => rest - (people[name] ?? 0), all)
      return compared.length === 0 || left === 0 || left >= 5
    }),
  )
})

test('numbers of people are told from five on, and nobody is told as nobody', () => {
  deepEqual([0, 1, 4, 5, 60].map(told), [0, null, null, 5, 60])
  deepEqual([percent(1, 3), percent(0, 0), percent(5, 5)], [33, 0, 100])
})
