import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datePlus } from '#platform/time.ts'
import { gathered, partOfYear, pointAt, rings } from './year-wheel.rules.ts'

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

test('what would hide each other stands at one place, with nothing lost and nothing across New Year', () => {
  const around = ['2026-12-30', '2026-01-02', '2026-06-10', '2026-06-11', '2026-06-12', '2026-07-20']
  const places = gathered(
    around.map((date) => ({ date })),
    100,
    20,
  )
  deepEqual(
    places.map(({ items }) => items.map(({ date }) => date.slice(5))),
    [['01-02'], ['06-10', '06-11', '06-12'], ['07-20'], ['12-30']],
  )
})

test('however many there are, no two marks on a ring come nearer than they may', () => {
  const day = fc.integer({ min: 0, max: 364 }).map((days) => ({ date: datePlus('2026-01-01', days) }))
  fc.assert(
    fc.property(fc.array(day, { maxLength: 80 }), fc.integer({ min: 50, max: 180 }), (items, radius) => {
      const places = gathered(items, radius, 20)
      equal(places.flatMap((place) => place.items).length, items.length)
      const least = 20 / (2 * Math.PI * radius)
      for (const [index, { part }] of places.entries()) {
        const before = places[index - 1]
        if (before) ok(part - before.part >= least - 1e-9)
      }
      const [first, last] = [places[0], places.at(-1)]
      if (first && last && first !== last) ok(first.part + 1 - last.part >= least - 1e-9)
    }),
  )
})
