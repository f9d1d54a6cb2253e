import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { localTime } from '#platform/time.ts'
import { changePlaces, minutesTooLong, timesOf } from './agenda.rules.ts'

const noon = '2026-12-03T11:00:00.000Z'
const lasting = (...all: [minutes: number, pinned_to?: string][]) =>
  all.map(([minutes, pinned_to = null]) => ({ minutes, pinned_to }))
const clock = (items: ReturnType<typeof lasting>, from = noon) =>
  timesOf(items, from).map(({ starts_at, ends_at, overlap }) => [
    `${localTime(starts_at)}–${localTime(ends_at)}`,
    overlap,
  ])

test('each item begins when the one before ends, and the first with the event', () => {
  deepEqual(clock([]), [])
  deepEqual(clock(lasting([10], [25], [25])), [
    ['12:00–12:10', 0],
    ['12:10–12:35', 0],
    ['12:35–13:00', 0],
  ])
})

test('what is pinned begins at its time: there is air before it, or what comes before runs into it', () => {
  deepEqual(clock(lasting([10], [20, '12:30'], [5])), [
    ['12:00–12:10', 0],
    ['12:30–12:50', 0],
    ['12:50–12:55', 0],
  ])
  deepEqual(clock(lasting([42], [20, '12:30'])), [
    ['12:00–12:42', 0],
    ['12:30–12:50', 12],
  ])
  deepEqual(clock(lasting([10, '12:00'])), [['12:00–12:10', 0]])
})

test('a pinned time that has passed is that of the next day', () => {
  const times = timesOf(lasting([300], [60, '09:00'], [60]), noon)
  deepEqual(
    times.map(({ starts_at, overlap }) => [starts_at, overlap]),
    [
      [noon, 0],
      ['2026-12-04T08:00:00.000Z', 0],
      ['2026-12-04T09:00:00.000Z', 0],
    ],
  )
})

test('an hour lasts an hour on the nights when clocks change', () => {
  const spring = timesOf(lasting([60], [60]), '2027-03-28T00:00:00.000Z')
  deepEqual(
    spring.map(({ starts_at, ends_at }) => `${localTime(starts_at)}–${localTime(ends_at)}`),
    ['01:00–03:00', '03:00–04:00'],
  )
  const autumn = timesOf(lasting([60], [60, '03:00']), '2026-10-25T00:00:00.000Z')
  deepEqual(
    autumn.map(({ starts_at, overlap }) => [starts_at, overlap]),
    [
      ['2026-10-25T00:00:00.000Z', 0],
      ['2026-10-25T02:00:00.000Z', 0],
    ],
  )
})

test('a programme is as many minutes too long as it runs beyond the event', () => {
  const end = '2026-12-03T12:00:00.000Z'
  const over = (...all: Parameters<typeof lasting>) => minutesTooLong(timesOf(lasting(...all), noon), end)
  equal(over(), 0)
  equal(over([60]), 0)
  equal(over([60], [12]), 12)
  equal(over([10], [30, '12:40']), 10)
  // The long first part ends last, though something short was pinned into it.
  equal(over([75], [5, '12:30']), 15)
})

test('an item changes places with its neighbor, and stays where there is none', () => {
  const items = ['a', 'b', 'c'].map((id, position) => ({ id, position }))
  const moved = (id: string, way: 'up' | 'down') => changePlaces(items, id, way)?.map((one) => one.id) ?? null
  deepEqual(moved('b', 'up'), ['b', 'a'])
  deepEqual(moved('b', 'down'), ['b', 'c'])
  equal(moved('a', 'up'), null)
  equal(moved('c', 'down'), null)
  equal(moved('nobody', 'up'), null)
  equal(moved('nobody', 'down'), null)
})
