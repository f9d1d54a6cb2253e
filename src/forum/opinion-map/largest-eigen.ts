import { eigenOf, type Eigen } from './eigen.ts'
import type { Chance } from './seeded-chance.ts'

export interface Wanted {
  /** How many, from the largest down. */
  count: number
  /** How much of a vector may still be wrong, as a part of the largest eigenvalue. */
  tolerance: number
  /** How many vectors span the room in which a round looks for the best ones. */
  roomFor: number
  roundsMax: number
  chance: Chance
}

// A few more vectors than are wanted go through together, so that two equal eigenvalues are both found.
const together = 4

/**
 * The largest eigenvectors of a large symmetric matrix of which nothing is known but what it makes of a vector. What it
 * makes of a few vectors, and again of those, spans a small room; the best vectors in that room begin the next round.
 */
export function largestEigen(
  times: (vector: Float64Array) => Float64Array,
  size: number,
  { count, tolerance, roomFor, roundsMax, chance }: Wanted,
): Eigen {
  let begin = Array.from({ length: Math.min(together, size) }, () =>
    times(Float64Array.from({ length: size }, () => chance() - 0.5)),
  )
  for (let round = 1; ; round += 1) {
    const { basis, images } = roomFrom(begin, times, roomFor)
    const inside = eigenOf(basis.map((one) => Float64Array.from(images, (image) => dot(one, image))))
    const vectors = inside.vectors.slice(0, together).map((parts) => sumOf(basis, parts))
    const largest = inside.values[0] ?? 0
    const isFound = vectors.slice(0, count).every((vector, index) => {
      const rest = sumOf(images, inside.vectors[index] ?? new Float64Array())
      addTo(rest, vector, -(inside.values[index] ?? 0))
      return length(rest) <= tolerance * largest
    })
    if (isFound || basis.length < roomFor || round === roundsMax)
      return { values: inside.values.slice(0, count), vectors: vectors.slice(0, count) }
    begin = vectors
  }
}

/** Vectors at right angles to each other: the first ones, what becomes of them, what becomes of that. */
function roomFrom(
  begin: readonly Float64Array[],
  times: (vector: Float64Array) => Float64Array,
  roomFor: number,
): { basis: Float64Array[]; images: Float64Array[] } {
  const basis: Float64Array[] = []
  const images: Float64Array[] = []
  const waiting = [...begin]
  for (let next = waiting.shift(); next && basis.length < roomFor; next = waiting.shift()) {
    const vector = next.slice()
    const before = length(vector)
    // Once leaves rounding errors of its own behind, twice is enough.
    for (let time = 0; time < 2; time += 1) for (const one of basis) addTo(vector, one, -dot(one, vector))
    const left = length(vector)
    if (left <= 1e-10 * before || left === 0) continue
    for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / left
    basis.push(vector)
    const image = times(vector)
    images.push(image)
    waiting.push(image)
  }
  return { basis, images }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

const length = (vector: Float64Array): number => Math.sqrt(dot(vector, vector))

function addTo(vector: Float64Array, other: Float64Array, times: number): void {
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) + times * (other[at] ?? 0)
}

function sumOf(vectors: readonly Float64Array[], parts: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0)
  for (const [index, vector] of vectors.entries()) addTo(sum, vector, parts[index] ?? 0)
  return sum
}
