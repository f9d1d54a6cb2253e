import { equal, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { refusalToAskAdoption, refusalToClose, refusalToEditGoal, wordingOf } from './goal.rules.ts'
import { latestBegun, phaseOf } from '../period.rules.ts'

const adopted = '2017-05-24T10:00:00.000Z'

test('a goal is worked on until the parties are asked about it, and never after they have adopted it', () => {
  equal(refusalToEditGoal({ adopted_at: null, isAsked: false }), null)
  equal(refusalToEditGoal({ adopted_at: null, isAsked: true }), 'goal-is-asked-about')
  equal(refusalToEditGoal({ adopted_at: adopted, isAsked: false }), 'goal-is-adopted')
})

test('what the parties are asked about is what was read, once', () => {
  const one = { adopted_at: null, seen: 'a', wording: 'a', isAsked: false }
  equal(refusalToAskAdoption(one), null)
  equal(refusalToAskAdoption({ ...one, wording: 'b' }), 'goal-changed-meanwhile')
  equal(refusalToAskAdoption({ ...one, isAsked: true }), 'goal-is-asked-about')
  equal(refusalToAskAdoption({ ...one, adopted_at: adopted }), 'goal-is-adopted')
})

test('an adopted goal may be closed, once', () => {
  const one = { adopted_at: adopted, closed_at: null, isAsked: false }
  equal(refusalToClose(one), null)
  equal(refusalToClose({ ...one, adopted_at: null }), 'goal-is-a-draft')
  equal(refusalToClose({ ...one, closed_at: adopted }), 'goal-is-closed')
  equal(refusalToClose({ ...one, isAsked: true }), 'goal-is-asked-about')
})

test('every word and every link of a goal counts as its wording', () => {
  const goal = { title: { sv: 'a' }, about: {}, sdgs: [3], domains: [1], items: [] }
  equal(wordingOf(goal), wordingOf({ ...goal }))
  const others = [
    { title: { en: 'a' } },
    { about: { sv: 'b' } },
    { sdgs: [3, 4] },
    { domains: [] },
    { items: [{ item_id: 'a', how: {} }] },
  ]
  for (const other of others) notEqual(wordingOf(goal), wordingOf({ ...goal, ...other }))
})

test('the plan of the day is the one that began last', () => {
  const first = { starts_on: '2018-01-01', ends_on: '2021-12-31', adopted_on: '2017-12-01' }
  const second = { starts_on: '2022-01-01', ends_on: '2026-12-31', adopted_on: '2021-12-01' }
  equal(latestBegun([second, first], '2021-12-31'), first)
  equal(latestBegun([first, second], '2022-01-01'), second)
  equal(latestBegun([first, second], '2027-06-01'), second)
  equal(latestBegun([first, second], '2017-01-01'), undefined)
  equal(latestBegun([first, { ...second, adopted_on: null }], '2022-01-01'), first)
  equal(phaseOf(second, '2026-12-31'), 'current')
  equal(phaseOf(second, '2027-01-01'), 'earlier')
  equal(phaseOf(second, '2021-12-31'), 'next')
})
