import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { changesSince, inReadingOrder, statesOfRounds } from './your-tables.rules.ts'

const noon = '2026-12-01T12:00:00.000Z'
const later = '2026-12-01T12:30:00.000Z'
const round = (number: number, started_at: string | null = null, ended_at: string | null = null) => ({
  ...{ number, started_at, ended_at },
})

for (const [name, rounds, isOver, expected] of [
  ['before the first, the first is next', [round(1), round(2), round(3)], false, ['next', 'later', 'later']],
  ['what has begun runs', [round(1, noon), round(2), round(3)], false, ['now', 'next', 'later']],
  ['between two, none runs', [round(1, noon, later), round(2), round(3)], false, ['over', 'next', 'later']],
  ['the next one ends what nobody ended', [round(1, noon), round(2, later)], false, ['over', 'now']],
  ['the last one ends', [round(1, noon, later), round(2, later, later)], false, ['over', 'over']],
  ['after the forum all are over', [round(1), round(2)], true, ['over', 'over']],
] as const)
  test(`where each round stands: ${name}`, () => {
    deepEqual([...statesOfRounds(rounds, isOver).values()], expected)
  })

test('the round that runs is read first, and what is over last', () => {
  const states = ['over', 'now', 'next', 'later'] as const
  const rounds = states.map((state, index) => ({ number: index + 1, state }))
  deepEqual(
    inReadingOrder(rounds).map(({ number }) => number),
    [2, 3, 4, 1],
  )
})

test('only what differs from what was told, in rounds to come, is new', () => {
  const states = new Map([
    [1, 'over'],
    [2, 'now'],
    [3, 'next'],
    [4, 'later'],
  ] as const)
  const told = [1, 2, 3, 4].map((number) => ({ round: number, table: 7 }))
  const seats = [
    { round: 1, table: 1 },
    { round: 2, table: 5 },
    { round: 3, table: 7 },
  ]
  deepEqual(changesSince(told, seats, states), [
    { round: 2, was: 7, now: 5 },
    { round: 4, was: 7, now: null },
  ])
})
