import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { urgencyOfReading, urgencyOfSetting } from './themes.rules.ts'

test('a proposal is read before its author has waited four days, and while others can still second it', () => {
  deepEqual(
    [0, 3, 4].map((waited) => urgencyOfReading(waited, 20)),
    ['soon', 'soon', 'now'],
  )
  deepEqual(
    [4, 3, 0, -1].map((left) => urgencyOfReading(0, left)),
    ['soon', 'now', 'now', 'now'],
  )
})

test('a theme is set within two weeks of the last day', () => {
  deepEqual([0, 14, 15].map(urgencyOfSetting), ['soon', 'soon', 'now'])
})
