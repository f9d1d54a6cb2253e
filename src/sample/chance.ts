/** What looks like chance and is not: the same seed gives the same year. */
export interface Chance {
  /** From 0 up to, but not, 1. */
  part(): number
  /** A whole number from 0 up to, but not, the limit. */
  below(limit: number): number
  shuffled<T>(all: readonly T[]): T[]
  bytes(count: number): Uint8Array
}

/** The generator called mulberry32: small, and even enough for invented people. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const part = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(part() * limit)
  return {
    part,
    below,
    shuffled: (all) =>
      all
        .map((one) => ({ one, order: part() }))
        .sort((a, b) => a.order - b.order)
        .map(({ one }) => one),
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  }
}
