import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { aboveHalf, aboveOther, atLeast, shareOf } from './shares.rules.ts'

const near = (found: number, known: number): void =>
  ok(Math.abs(found - known) < 1e-9, `${found} is not ${known}`)

test('a share believes in one vote more on either side', () => {
  near(shareOf(0, 0), 0.5)
  near(shareOf(1, 1), 2 / 3)
  near(shareOf(59, 70), 60 / 72)
})

test('how clearly a share lies above a half, and above another', () => {
  near(aboveHalf(0, 0), 1)
  near(aboveHalf(4, 8), 2 * 3 * (5 / 9 - 0.5))
  near(aboveOther(8, 8, 0, 8), (1 - 1 / 9) / Math.sqrt((10 / 18) * (8 / 18) * (2 / 9)))
  equal(aboveOther(5, 5, 7, 7), 0)
})

test('the lower bound of few votes is low, and rises to the share with more of them', () => {
  equal(atLeast(0, 0), 0)
  near(atLeast(0, 10), 0)
  const bounds = [2, 10, 100, 10_000].map((votes) => atLeast(votes, votes))
  ok(bounds.every((bound, index) => bound > (bounds[index - 1] ?? 0)))
  // By hand: votes = 4, all of them; z = 1: 1 / (1 + 1/4) · (1 + 1/8 - 1/8).
  near(atLeast(4, 4, 1), 0.8)
})
