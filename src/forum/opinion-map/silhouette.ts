import type { Points } from './positions.ts'
import { below, type Chance } from './seeded-chance.ts'

/** So many people are enough to tell how well groups stand apart; every pair of them is looked at. */
const lookedAtMax = 2000

/**
 * How well groups stand apart, for several ways to part the same people: the mean of how much nearer one is to one's own group
 * than to the next, from -1 to 1. Whoever is alone in a group, or apart, says nothing for it.
 */
export function silhouettes({ x, y }: Points, partings: readonly Int8Array[], chance: Chance): number[] {
  const looked = sample(x.length, lookedAtMax, chance)
  const parted = partings.map((groupOf) => {
    const groups = Math.max(...groupOf, 0) + 1
    const own = Int8Array.from(looked, (row) => groupOf[row] ?? -1)
    return { groups, own, sums: new Float64Array(looked.length * groups) }
  })
  const [xs, ys] = [
    Float64Array.from(looked, (row) => x[row] ?? 0),
    Float64Array.from(looked, (row) => y[row] ?? 0),
  ]
  for (let one = 0; one < looked.length; one += 1) {
    const distances = new Float64Array(one)
    const [px, py] = [xs[one] ?? 0, ys[one] ?? 0]
    for (let other = 0; other < one; other += 1) {
      const dx = px - (xs[other] ?? 0)
      const dy = py - (ys[other] ?? 0)
      distances[other] = Math.sqrt(dx * dx + dy * dy)
    }
    for (const { groups, own, sums } of parted) addDistances(sums, distances, own, groups)
  }
  return parted.map(({ groups, own, sums }) => meanSilhouette(sums, own, groups))
}

function addDistances(sums: Float64Array, distances: Float64Array, own: Int8Array, groups: number): void {
  const one = distances.length
  const mine = own[one] ?? -1
  if (mine < 0) return
  for (let other = 0; other < one; other += 1) {
    const theirs = own[other] ?? -1
    if (theirs < 0) continue
    const distance = distances[other] ?? 0
    const here = one * groups + theirs
    const there = other * groups + mine
    sums[here] = (sums[here] ?? 0) + distance
    sums[there] = (sums[there] ?? 0) + distance
  }
}

function meanSilhouette(sums: Float64Array, own: Int8Array, groups: number): number {
  const sizes = new Int32Array(groups)
  for (const group of own) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1
  let sum = 0
  let people = 0
  for (const [one, mine] of own.entries()) {
    if (mine < 0) continue
    people += 1
    sum += silhouetteOf(sums.subarray(one * groups, (one + 1) * groups), mine, sizes)
  }
  return people === 0 ? 0 : sum / people
}

/** Of one person, from the sums of the distances to everybody in each group. */
function silhouetteOf(sums: Float64Array, mine: number, sizes: Int32Array): number {
  if ((sizes[mine] ?? 0) <= 1) return 0
  const inside = (sums[mine] ?? 0) / ((sizes[mine] ?? 0) - 1)
  let outside = Infinity
  for (const [group, size] of sizes.entries())
    if (group !== mine && size > 0) outside = Math.min(outside, (sums[group] ?? 0) / size)
  const larger = Math.max(inside, outside)
  return outside === Infinity || larger === 0 ? 0 : (outside - inside) / larger
}

/** Some of the numbers from 0, in order; all of them if there are no more than that. */
export function sample(size: number, most: number, chance: Chance): Int32Array {
  const all = Int32Array.from({ length: size }, (_, index) => index)
  if (size <= most) return all
  for (let index = 0; index < most; index += 1) {
    const other = index + below(size - index, chance)
    ;[all[index], all[other]] = [all[other] ?? 0, all[index] ?? 0]
  }
  return all.slice(0, most).sort()
}
