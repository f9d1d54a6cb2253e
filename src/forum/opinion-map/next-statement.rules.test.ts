import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { nextStatement, priorityOf, type Waiting } from './next-statement.rules.ts'
import { seededChance } from './seeded-chance.ts'

const waiting = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  ...{ id, agree: 0, pass: 0, votes: 0, extremity: 0, isMeta: false },
  ...more,
})

test('the priority is that of the formula, worked out by hand', () => {
  const cases: [Partial<Waiting>, number][] = [
    // ((1 - 1/2) · 1 · 1/2 · 9)²
    [{}, 5.0625],
    // ((1 - 1/7) · 2 · 4/7 · 5)²
    [{ agree: 3, votes: 5, extremity: 1 }, (6 / 7) ** 2 * 4 * (16 / 49) * 25],
    // ((1 - 3/12) · 1.5 · 5/12 · (1 + 8/4))²
    [{ agree: 4, pass: 2, votes: 10, extremity: 0.5 }, (0.75 * 1.5 * (5 / 12) * 3) ** 2],
    // Everybody passed: hardly ever shown again.
    [{ pass: 20, votes: 20 }, ((1 / 22) * (1 / 22) * 1.5) ** 2],
    [{ agree: 9, votes: 10, isMeta: true }, 49],
  ]
  for (const [more, known] of cases)
    ok(Math.abs(priorityOf(waiting('s', more)) - known) < 1e-12, JSON.stringify(more))
})

const all = [
  waiting('new'),
  waiting('liked', { agree: 30, votes: 40, extremity: 1.2 }),
  waiting('passed', { agree: 5, pass: 30, votes: 40, extremity: 0.3 }),
  waiting('meta', { isMeta: true }),
  waiting('seen', { agree: 10, votes: 10 }),
]
const seen = new Set(['seen'])

test('statements are drawn as often as their priority says, and never one that was seen', () => {
  const chance = seededChance(11)
  const draws = 40_000
  const drawn: Record<string, number> = {}
  for (let time = 0; time < draws; time += 1) {
    const id = nextStatement(all, seen, chance()) ?? ''
    drawn[id] = (drawn[id] ?? 0) + 1
  }
  equal(drawn['seen'], undefined)
  const unseen = all.filter(({ id }) => !seen.has(id))
  const sum = unseen.reduce((total, one) => total + priorityOf(one), 0)
  // Pearson's chi-squared with three degrees of freedom stays under 16.3 in 999 of 1 000 times.
  const chiSquared = unseen.reduce((total, one) => {
    const expected = (draws * priorityOf(one)) / sum
    return total + ((drawn[one.id] ?? 0) - expected) ** 2 / expected
  }, 0)
  ok(chiSquared < 16.3, `chi-squared ${chiSquared}`)
  ok(new Set(unseen.map(priorityOf)).size === unseen.length, 'every statement has a priority of its own')
})

test('the ends of chance draw the first and the last, and nothing is left when all are seen', () => {
  equal(nextStatement(all, seen, 0), 'new')
  equal(nextStatement(all, seen, 1 - 2 ** -53), 'meta')
  deepEqual(nextStatement(all, new Set(all.map(({ id }) => id)), 0.5), null)
  equal(nextStatement([], seen, 0.5), null)
})
