import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isPossible, refusalToChange, yearlyKind } from './edit-series.rules.ts'

const yearly = (yearly_min: number, yearly_max: number | null) => ({ yearly_min, yearly_max })

test('at most is never fewer than at least, and may be left open', () => {
  equal(isPossible(yearly(2, 1)), false)
  equal(isPossible(yearly(2, 2)), true)
  equal(isPossible(yearly(2, null)), true)
})

test('numbers are told in the shortest way', () => {
  equal(yearlyKind(yearly(0, null)), 'none')
  equal(yearlyKind(yearly(6, null)), 'at-least')
  equal(yearlyKind(yearly(1, 1)), 'exactly')
  equal(yearlyKind(yearly(0, 2)), 'between')
})

test('only what still stands as it was seen may be replaced', () => {
  equal(refusalToChange({ seen: 'a', stands: 'a' }), null)
  equal(refusalToChange({ seen: 'a', stands: 'b' }), 'changed-meanwhile')
  equal(refusalToChange({ seen: '', stands: 'b' }), 'changed-meanwhile')
})
