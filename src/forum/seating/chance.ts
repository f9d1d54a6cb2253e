/** Numbers that look random and are the same for the same seed: from 0 to below 1 (xorshift128, Marsaglia 2003). */
export function chanceFrom(seed: number): () => number {
  let [a, b, c, d] = [mixed(seed), mixed(seed + 1), mixed(seed + 2), mixed(seed + 3) | 1]
  return () => {
    const t = a ^ (a << 11)
    a = b
    b = c
    c = d
    d = d ^ (d >>> 19) ^ t ^ (t >>> 8)
    return (d >>> 0) / 4_294_967_296
  }
}

/** Neighbouring seeds give unlike numbers (the finaliser of MurmurHash3). */
function mixed(seed: number): number {
  let hash = Math.imul(seed ^ 0x9e37_79b9, 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35)
  return (hash ^ (hash >>> 16)) | 0
}
