import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { partOfYear, pointAt, rings } from './year-wheel.rules.ts'

test('the year begins at the top and is half gone in July, also in a leap year', () => {
  equal(partOfYear('2026-01-01'), 0)
  equal(partOfYear('2028-07-02').toFixed(2), '0.50')
  ok(partOfYear('2026-12-31') < 1)
})

test('a point goes with the clock', () => {
  deepEqual(pointAt(0, 100), { x: 0, y: -100 })
  deepEqual(pointAt(0.25, 100), { x: 100, y: -0 })
  deepEqual(pointAt(0.75, 100), { x: -100, y: 0 })
})

test('rings lie inside each other and never touch', () => {
  const all = rings(6, 176, 66)
  equal(all.length, 6)
  for (const [index, ring] of all.entries()) {
    ok(ring.outer > ring.middle && ring.middle > ring.inner)
    const next = all[index + 1]
    if (next) ok(ring.inner > next.outer)
  }
  deepEqual(rings(0, 176, 66), [])
})
