import type { Points } from './positions.ts'
import { below, type Chance } from './seeded-chance.ts'

export interface Clusters {
  groupOf: Int8Array
  /** x and y of each, one after another. */
  centres: Float64Array
  sizes: number[]
  /** The sum of all squared distances to the own centre: the smaller, the better. */
  inertia: number
}

const roundsMax = 60

/** Everybody to the nearest centre, every centre to the middle of its people, until nobody moves. */
export function kMeans(points: Points, begin: Float64Array): Clusters {
  const count = begin.length / 2
  const centres = begin.slice()
  const groupOf = new Int8Array(points.x.length).fill(-1)
  let sums: Float64Array = new Float64Array(3 * count)
  for (let round = 0; round < roundsMax; round += 1) {
    const moved = toNearest(points, centres, groupOf)
    if (moved === 0) break
    sums = sumsOf(points, groupOf, count)
    moveCentres(centres, sums)
  }
  const sizes = Array.from({ length: count }, (_, one) => sums[3 * one + 2] ?? 0)
  return { groupOf, centres, sizes, inertia: inertiaOf(points, centres, groupOf) }
}

/** How many have changed groups. */
function toNearest({ x, y }: Points, centres: Float64Array, groupOf: Int8Array): number {
  let moved = 0
  for (let row = 0; row < x.length; row += 1) {
    const nearest = nearestOf(centres, x[row] ?? 0, y[row] ?? 0)
    if (groupOf[row] !== nearest) moved += 1
    groupOf[row] = nearest
  }
  return moved
}

function nearestOf(centres: Float64Array, px: number, py: number): number {
  let nearest = 0
  let least = Infinity
  for (let at = 0; at < centres.length; at += 2) {
    const dx = px - (centres[at] ?? 0)
    const dy = py - (centres[at + 1] ?? 0)
    const distance = dx * dx + dy * dy
    if (distance >= least) continue
    least = distance
    nearest = at >> 1
  }
  return nearest
}

/** Of each group the sum of x, the sum of y, and how many there are. */
function sumsOf({ x, y }: Points, groupOf: Int8Array, count: number): Float64Array {
  const sums = new Float64Array(3 * count)
  for (let row = 0; row < x.length; row += 1) {
    const at = 3 * (groupOf[row] ?? 0)
    sums[at] = (sums[at] ?? 0) + (x[row] ?? 0)
    sums[at + 1] = (sums[at + 1] ?? 0) + (y[row] ?? 0)
    sums[at + 2] = (sums[at + 2] ?? 0) + 1
  }
  return sums
}

function inertiaOf({ x, y }: Points, centres: Float64Array, groupOf: Int8Array): number {
  let inertia = 0
  for (let row = 0; row < x.length; row += 1) {
    const at = 2 * (groupOf[row] ?? 0)
    inertia += ((x[row] ?? 0) - (centres[at] ?? 0)) ** 2 + ((y[row] ?? 0) - (centres[at + 1] ?? 0)) ** 2
  }
  return inertia
}

/** A centre without people stays where it is. */
function moveCentres(centres: Float64Array, sums: Float64Array): void {
  for (let one = 0; one < centres.length / 2; one += 1) {
    const size = sums[3 * one + 2] ?? 0
    if (size === 0) continue
    centres[2 * one] = (sums[3 * one] ?? 0) / size
    centres[2 * one + 1] = (sums[3 * one + 1] ?? 0) / size
  }
}

/** The middle of each group, where its people stand now; whoever is apart is in none. */
export function centresOf({ x, y }: Points, groupOf: Int8Array, groups: number): Float64Array {
  const [centres, sizes] = [new Float64Array(2 * groups), new Int32Array(groups)]
  for (const [row, group] of groupOf.entries()) {
    if (group < 0) continue
    centres[2 * group] = (centres[2 * group] ?? 0) + (x[row] ?? 0)
    centres[2 * group + 1] = (centres[2 * group + 1] ?? 0) + (y[row] ?? 0)
    sizes[group] = (sizes[group] ?? 0) + 1
  }
  return centres.map((sum, at) => sum / Math.max(sizes[at >> 1] ?? 0, 1))
}

/**
 * Where to begin: one person, then again and again another who is likely to be far from all chosen so far (k-means++). Good
 * beginnings, and different ones each time.
 */
export function spreadOut({ x, y }: Points, count: number, chance: Chance): Float64Array {
  const centres = new Float64Array(2 * count)
  const far = new Float64Array(x.length).fill(Infinity)
  let chosen = below(x.length, chance)
  for (let one = 0; one < count; one += 1) {
    const [cx, cy] = [x[chosen] ?? 0, y[chosen] ?? 0]
    centres[2 * one] = cx
    centres[2 * one + 1] = cy
    let sum = 0
    for (let row = 0; row < far.length; row += 1) {
      const distance = ((x[row] ?? 0) - cx) ** 2 + ((y[row] ?? 0) - cy) ** 2
      far[row] = Math.min(far[row] ?? 0, distance)
      sum += far[row] ?? 0
    }
    chosen = drawn(far, sum * chance())
  }
  return centres
}

function drawn(weights: Float64Array, from: number): number {
  let left = from
  for (let row = 0; row < weights.length; row += 1) {
    left -= weights[row] ?? 0
    if (left < 0) return row
  }
  return weights.length - 1
}
