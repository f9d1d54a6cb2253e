import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { refusalToChange } from './edit-series.rules.ts'

test('only what still stands as it was seen may be replaced', () => {
  equal(refusalToChange({ seen: 'a', stands: 'a' }), null)
  equal(refusalToChange({ seen: 'a', stands: 'b' }), 'changed-meanwhile')
  equal(refusalToChange({ seen: '', stands: 'b' }), 'changed-meanwhile')
})
