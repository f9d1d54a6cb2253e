import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Group, groupMin, groupsToShow } from './groups.rules.ts'

const groups = (counts: Partial<Record<Group['capacity'], number>>): Group[] =>
  Object.entries(counts).map(([capacity, count]) => ({ capacity: capacity as Group['capacity'], count }))

test('groups of five or more are shown, the largest first', () => {
  deepEqual(groupsToShow(groups({ elected: 5, 'civil-society': 12 }), 7), {
    shown: groups({ 'civil-society': 12, elected: 5 }),
    rest: 0,
  })
})

test('smaller groups are counted together', () => {
  deepEqual(groupsToShow(groups({ 'civil-society': 12, elected: 4, academia: 3 }), 7), {
    shown: groups({ 'civil-society': 12 }),
    rest: 7,
  })
})

test('one small group alone takes the next along, so that it cannot be worked out', () => {
  deepEqual(groupsToShow(groups({ 'civil-society': 12, 'civil-servant': 8, elected: 1 }), 7), {
    shown: groups({ 'civil-society': 12 }),
    rest: 9,
  })
})

test('no number that is shown is small, unless everybody together is few', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 7, maxLength: 7 })
  const names = [
    'civil-society',
    'elected',
    'civil-servant',
    'academia',
    'business',
    'resident',
    'other',
  ] as const
  fc.assert(
    fc.property(counts, (all) => {
      const { shown, rest } = groupsToShow(
        names.map((capacity, index) => ({ capacity, count: all[index] ?? 0 })),
        7,
      )
      const total = all.reduce((sum, count) => sum + count, 0)
      ok(shown.every(({ count }) => count >= groupMin))
      ok(rest === 0 || rest >= groupMin || rest === total)
      ok(shown.reduce((sum, { count }) => sum + count, rest) === total)
    }),
  )
})

test('of two groups that could be told apart by a rule alone, both are counted with the next', () => {
  const three = (...counts: [number, number, number]): Group[] =>
    groups({ elected: counts[0], academia: counts[1], business: counts[2] })
  // Of three kinds with five of one, two that are eight together could only be four and four.
  deepEqual(groupsToShow(three(5, 4, 4), 3), { shown: [], rest: 13 })
  // Which of two fives is shown would say where the four is.
  deepEqual(groupsToShow(three(5, 5, 4), 3), { shown: [], rest: 14 })
  deepEqual(groupsToShow(three(9, 5, 4), 3), { shown: three(9, 0, 0).slice(0, 1), rest: 9 })
})

/** Everything that could be the case, by what would be shown of it. */
function byWhatIsShown(kinds: number, most: number): Map<string, number[][]> {
  const all = new Map<string, number[][]>()
  const vectors = (length: number): number[][] =>
    length === 0
      ? [[]]
      : vectors(length - 1).flatMap((rest) =>
          Array.from({ length: most + 1 }, (_, count) => [...rest, count]),
        )
  for (const counts of vectors(kinds)) {
    const { shown, rest } = groupsToShow(
      counts.map((count, key) => ({ key, count })),
      kinds,
    )
    const seen = JSON.stringify({ shown: shown.toSorted((a, b) => a.key - b.key), rest })
    all.set(seen, [...(all.get(seen) ?? []), counts])
  }
  return all
}

test('who knows the rule, the whole and everything shown can still not tell any number that is hidden', () => {
  const most = 13
  for (const [seen, cases] of [...byWhatIsShown(2, 20), ...byWhatIsShown(3, most)]) {
    const { shown, rest } = JSON.parse(seen) as { shown: { key: number }[]; rest: number }
    // Nothing is hidden; or everybody together is too few to be shown at all; or the cases were cut short.
    if (rest < groupMin || cases.some((counts) => counts.includes(most))) continue
    const hidden = cases[0]?.flatMap((_, key) => (shown.some((one) => one.key === key) ? [] : [key])) ?? []
    for (const key of hidden) ok(new Set(cases.map((counts) => counts[key])).size > 1, `${seen} tells ${key}`)
  }
})

test('the same holds for as many kinds as there are: those counted together can change places', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(counts, (all) => {
      const shownOf = (values: readonly number[]) => {
        const { shown, rest } = groupsToShow(
          values.map((count, key) => ({ key, count })),
          values.length,
        )
        return { shown: new Set(shown.map(({ key, count }) => `${key}: ${count}`)), rest }
      }
      const before = shownOf(all)
      if (before.rest < groupMin) return
      const hidden = all.flatMap((count, key) => (before.shown.has(`${key}: ${count}`) ? [] : [key]))
      for (const key of hidden) ok(others(all, hidden, key).some((other) => same(shownOf(other), before)))
    }),
    { examples: [[[4, 4, 4]], [[4, 4, 4, 4, 4]], [[4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]]] },
  )
})

/** Other ways it could be, in which this one is another number and the whole is the same. */
function others(all: readonly number[], hidden: readonly number[], key: number): number[][] {
  const swapped = hidden.map((other) => all.with(key, all[other] ?? 0).with(other, all[key] ?? 0))
  const moved = hidden.flatMap((other) =>
    [-1, 1].map((by) => all.with(key, (all[key] ?? 0) + by).with(other, (all[other] ?? 0) - by)),
  )
  return [...swapped, ...moved, ...levelled(all, hidden)].filter(
    (one) => one[key] !== all[key] && one.every((count) => count >= 0),
  )
}

/** As many as possible of those hidden are alike, one has what is over, and the rest are none. */
function levelled(all: readonly number[], hidden: readonly number[]): number[][] {
  const whole = hidden.reduce((sum, key) => sum + (all[key] ?? 0), 0)
  const levels = Array.from({ length: Math.max(0, whole - groupMin + 1) }, (_, index) => groupMin + index)
  return levels.flatMap((level) => {
    const alike = Math.floor(whole / level)
    if (alike >= hidden.length) return []
    const values = hidden.map((_, place) => (place < alike ? level : place === alike ? whole % level : 0))
    return hidden.map((_, turn) =>
      hidden.reduce(
        (one, key, place) => one.with(key, values[(place + turn) % hidden.length] ?? 0),
        [...all],
      ),
    )
  })
}

type Seen = { shown: Set<string>; rest: number }
const same = (one: Seen, other: Seen): boolean =>
  one.rest === other.rest && one.shown.symmetricDifference(other.shown).size === 0
