/**
 * The lot of something in a draw: a number that its name and the seed alone decide, so that anybody can draw again and
 * find the same. FNV-1a, and then the bits well mixed, since names that are nearly alike must have nothing in common.
 */
export function lotOf(seed: string, name: string): number {
  let hash = 0x811c9dc5
  for (const sign of `${seed} ${name}`) {
    hash ^= sign.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** In the order of the draw; two with the same lot in the order of their names. */
export const drawn = <T extends { id: string }>(seed: string, all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, lot: lotOf(seed, one.id) }))
    .toSorted((a, b) => a.lot - b.lot || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one }) => one)
