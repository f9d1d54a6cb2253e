import type { Capacity } from './tables.ts'

export interface Group {
  capacity: Capacity
  count: number
}

/** A smaller group could point at a person, so its number is not shown by itself. */
export const groupMin = 5

interface ShownGroups {
  shown: Group[]
  /** People of the groups that are not shown one by one. */
  rest: number
}

/**
 * Who comes, in numbers that point at nobody. Small groups are counted together; when they are too few even
 * together, the smallest of the others joins them, since the rest could be worked out from the whole.
 */
export function groupsToShow(groups: readonly Group[]): ShownGroups {
  const shown = groups.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count)
  let rest = 0
  while (shown.length > 0) {
    const smallest = shown.at(-1)?.count ?? 0
    const restPointsAtSomebody = rest > 0 && rest < groupMin
    if (smallest >= groupMin && !restPointsAtSomebody) break
    rest += smallest
    shown.pop()
  }
  return { shown, rest }
}
