/** A number from 0 up to, but not, 1. Chance is always an argument, so that the same votes give the same map. */
export type Chance = () => number

/** The generator called sfc32, which is fast and passes the usual tests, from one number. */
export function seededChance(seed: number): Chance {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1]
  const next = (): number => {
    const mixed = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + mixed) | 0
    return (mixed >>> 0) / 2 ** 32
  }
  // The first numbers still look like the seed.
  for (let round = 0; round < 12; round += 1) next()
  return next
}

export const below = (limit: number, chance: Chance): number => Math.floor(chance() * limit)
