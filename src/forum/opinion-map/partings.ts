import { centresOf, type Clusters, kMeans, spreadOut } from './k-means.ts'
import type { Points } from './positions.ts'
import type { Chance } from './seeded-chance.ts'
import { silhouettes } from './silhouette.ts'
import { apart } from './vote-counts.ts'

/** One way to part people into groups. */
export interface Parting {
  groups: number
  groupOf: Int8Array
  silhouette: number
}

export interface Ways {
  chance: Chance
  isQuick?: boolean
  /** How people were parted last time: also a beginning, and kept where nothing is clearly better. */
  before?: { groups: number; groupOf: Int8Array } | undefined
}

/** No group is smaller: nobody shall be singled out, and three odd people in a hundred are no group. */
const smallestGroup = (people: number): number => Math.max(3, Math.ceil(people * 0.05))

/** So many may stand apart because they are far from everybody; if more do, they are no exception. */
const apartMax = (people: number): number => Math.max(2, Math.floor(people * 0.05))

const groupsMax = 5

/** More groups are only looked for where there are people for them. */
const mostGroups = (people: number): number => Math.min(groupsMax, 2 + Math.floor(people / 25))

/** Partings whose inertia differs by so little are equally tight; then it counts which groups stand apart more clearly. */
const equallyTight = 1.01
const equallyTightMax = 4

/** From so many beginnings the tightest parting of two numbers for each person is as good as certain. */
const beginningsFor = (people: number): number => Math.max(12, Math.min(40, Math.round(40_000 / people)))

/** Where a hundred parted clouds are compared, fewer beginnings do, and the tightest parting alone. */
const quick = { beginnings: 6, equallyTightMax: 1 }

/** How much clearer another parting must be than the one of last time to take its place. */
const clearerBy = 0.01

interface Candidate {
  groups: number
  groupOf: Int8Array
  isBefore: boolean
}

/**
 * The best parting into each number of groups that is possible, with how well its groups stand apart. People are taken in
 * the order in which they stand, so that even their names decide nothing.
 */
export function bestPartings(points: Points, ways: Ways): Parting[] {
  const { x, y } = points
  const order = Int32Array.from({ length: x.length }, (_, row) => row).sort(
    (a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0) || a - b,
  )
  const { before } = ways
  const inOrder = before && {
    groups: before.groups,
    groupOf: Int8Array.from(order, (row) => before.groupOf[row] ?? apart),
  }
  return partingsInOrder(only(points, order), { ...ways, before: inOrder }).map((parting) => ({
    ...parting,
    groupOf: backIn(parting.groupOf, order, x.length),
  }))
}

function partingsInOrder(points: Points, ways: Ways): Parting[] {
  const people = points.x.length
  const candidates: Candidate[] = []
  for (let groups = 2; groups <= mostGroups(people); groups += 1)
    if (groups * smallestGroup(people) <= people) candidates.push(...partInto(points, groups, ways))
  const partings = candidates.map(({ groupOf }) => groupOf)
  const clear = silhouettes(points, partings, ways.chance)
  const best = new Map<number, Parting & { worth: number }>()
  for (const [index, { groups, groupOf, isBefore }] of candidates.entries()) {
    const silhouette = clear[index] ?? 0
    const worth = silhouette + (isBefore ? clearerBy : 0)
    if (worth > (best.get(groups)?.worth ?? -Infinity))
      best.set(groups, { groups, groupOf, silhouette, worth })
  }
  return [...best.values()].map(({ groups, groupOf, silhouette }) => ({ groups, groupOf, silhouette }))
}

/**
 * Those who would be a group too small are set apart, and the rest is parted again. Where too many would stand apart, only
 * partings count in which every group is large enough.
 */
function partInto(points: Points, groups: number, ways: Ways): Candidate[] {
  const people = points.x.length
  const smallest = smallestGroup(people)
  const isAllowed = ({ sizes }: Clusters): boolean => Math.min(...sizes) >= smallest
  let rows = Int32Array.from({ length: people }, (_, row) => row)
  for (;;) {
    const inside = only(points, rows)
    const tries = triesFrom(inside, groups, ways)
    const before = ways.before?.groups === groups ? beforeNow(inside, ways.before, rows) : null
    const [best] = tries
    if (!best) return []
    const staying = rows.filter((_, index) => (best.sizes[best.groupOf[index] ?? 0] ?? 0) >= smallest)
    if (staying.length === rows.length || people - staying.length > apartMax(people)) {
      const allowed = [...(before ? [before] : []), ...tries].filter(isAllowed)
      return tightest(allowed, ways.isQuick ? quick.equallyTightMax : equallyTightMax).map((clusters) => ({
        groups,
        groupOf: backIn(clusters.groupOf, rows, people),
        isBefore: clusters === before,
      }))
    }
    rows = staying
  }
}

const only = ({ x, y }: Points, rows: Int32Array): Points => ({
  x: Float64Array.from(rows, (row) => x[row] ?? 0),
  y: Float64Array.from(rows, (row) => y[row] ?? 0),
})

function backIn(groupOf: Int8Array, rows: Int32Array, people: number): Int8Array {
  const all = new Int8Array(people).fill(apart)
  for (const [index, row] of rows.entries()) all[row] = groupOf[index] ?? apart
  return all
}

/** What comes out of different beginnings, the tightest first, each once. */
function triesFrom(points: Points, groups: number, { chance, isQuick }: Ways): Clusters[] {
  const beginnings = isQuick ? quick.beginnings : beginningsFor(points.x.length)
  const found = Array.from({ length: beginnings }, () => kMeans(points, spreadOut(points, groups, chance)))
  found.sort((a, b) => a.inertia - b.inertia)
  return found.filter(({ inertia }, index) => inertia > (found[index - 1]?.inertia ?? -1) * (1 + 1e-9))
}

const beforeNow = (
  points: Points,
  before: { groups: number; groupOf: Int8Array },
  rows: Int32Array,
): Clusters => {
  const groupOf = Int8Array.from(rows, (row) => before.groupOf[row] ?? apart)
  return kMeans(points, centresOf(points, groupOf, before.groups))
}

function tightest(clusters: readonly Clusters[], most: number): Clusters[] {
  const sorted = clusters.toSorted((a, b) => a.inertia - b.inertia)
  const least = sorted[0]?.inertia ?? 0
  return sorted.filter(({ inertia }) => inertia <= least * equallyTight).slice(0, most)
}
