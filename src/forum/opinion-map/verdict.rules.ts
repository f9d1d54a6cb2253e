/** Why nothing can be said yet. */
export type TooFew = 'people' | 'statements' | 'differences'

export type Verdict =
  | { kind: 'too-few'; why: TooFew }
  /** People differ, but not in groups: a wide field without gaps, or no pattern at all. */
  | { kind: 'no-groups'; p: number }
  | { kind: 'groups'; p: number }
  /** The groups were given, and are shown as they are. */
  | { kind: 'given' }

/** Groups of three among fewer than eight people would be one voice more or less. */
const peopleMin = 8
const statementsMin = 3

/** What is missing before a map says anything at all. */
export function tooFew(found: {
  people: number
  statements: number
  haveDifferences: boolean
}): TooFew | null {
  if (found.people < peopleMin) return 'people'
  if (found.statements < statementsMin) return 'statements'
  return found.haveDifferences ? null : 'differences'
}

/**
 * How often of 99 times shuffled votes may look as clear as the real ones, so that there are groups all the same. Whoever has been shown
 * groups is told that there are none only when that has become likely: else the answer would change with every vote.
 */
export const asClearMax = (hadGroups: boolean): number => (hadGroups ? 19 : 2)

/**
 * How much more clearly groups must stand apart for one group more than is needed, and, once people have seen a number of
 * groups, for more than that. Fewer groups are easier to understand, so they need not be clearer by anything.
 */
const clearerBy = { atFirst: 0.02, forFewer: 0, forMore: 0.05 }

interface Numbered {
  groups: number
  silhouette: number
}

/** How many groups there would be by today's votes: as many as stand apart most clearly, but no more than make a difference. */
export function howMany(partings: readonly Numbered[], before: number | null): number | null {
  const kept = partings.find(({ groups }) => groups === before)
  if (kept) {
    const clearer = partings.filter(({ groups, silhouette }) => {
      const by = groups < kept.groups ? clearerBy.forFewer : clearerBy.forMore
      return groups !== kept.groups && silhouette > kept.silhouette + by
    })
    if (clearer.length === 0) return kept.groups
    return howMany(clearer, null)
  }
  const best = Math.max(...partings.map(({ silhouette }) => silhouette))
  return partings.find(({ silhouette }) => silhouette >= best - clearerBy.atFirst)?.groups ?? null
}

/** One group is none. */
export const noGroups = 1

/** What people see changes only when two maps running would change it in the same way. */
export const shownNumber = (wanted: number, before: { shown: number; wanted: number } | null): number =>
  before === null || wanted === before.wanted ? wanted : before.shown
