import type { Capacity } from './tables.ts'

export interface Group {
  capacity: Capacity
  count: number
}

interface Counted {
  count: number
}

/** A smaller group could point at a person, so its number is not shown by itself. */
export const groupMin = 5

interface ShownGroups<Of> {
  shown: Of[]
  /** People of the groups that are not shown one by one. */
  rest: number
}

/**
 * Who comes, in numbers that point at nobody. `kinds` is how many kinds of group there could be. Small groups are
 * counted together. When they are too few even together, or when each of them could only be the largest small number,
 * the smallest of the others joins them, with all that are as small: then any of those counted together may have any
 * of their numbers, also for somebody who knows this rule and the whole.
 */
export function groupsToShow<Of extends Counted>(groups: readonly Of[], kinds: number): ShownGroups<Of> {
  const there = groups.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count)
  const large = there.filter(({ count }) => count >= groupMin)
  const rest = sumOf(there) - sumOf(large)
  const couldBeWorkedOut = rest < groupMin || rest === (groupMin - 1) * (kinds - large.length)
  if (rest === 0 || !couldBeWorkedOut) return { shown: large, rest }
  const smallest = large.at(-1)?.count ?? 0
  const shown = large.filter(({ count }) => count > smallest)
  return { shown, rest: sumOf(there) - sumOf(shown) }
}

const sumOf = (groups: readonly Counted[]): number => groups.reduce((sum, { count }) => sum + count, 0)
