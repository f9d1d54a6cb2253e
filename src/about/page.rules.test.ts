import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { refusalToChange } from './page.rules.ts'

test('whoever saves second looks at what the first one wrote', () => {
  const opened = '2026-11-23T11:00:00.000Z'
  equal(refusalToChange({ seen: opened, changedAt: opened }), null)
  equal(refusalToChange({ seen: opened, changedAt: '2026-11-23T11:00:01.000Z' }), 'changed-meanwhile')
  equal(refusalToChange({ seen: '', changedAt: opened }), 'changed-meanwhile')
})
