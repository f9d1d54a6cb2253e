import { type CentredVotes, spreadOf, timesCovariance } from './centred-votes.ts'
import { largestEigen } from './largest-eigen.ts'
import { seededChance } from './seeded-chance.ts'

/** The two directions in which people differ most: a number for each statement, of length one, at right angles. */
export interface Components {
  first: Float64Array
  second: Float64Array
  /** How much of all difference each of the two shows, from 0 to 1. */
  shares: [number, number]
}

const exact = { tolerance: 1e-13, roomFor: 32, roundsMax: 200 }
/** Enough to tell how far groups stand apart, a hundred times for one map. */
export const rough: typeof exact = { tolerance: 1e-2, roomFor: 20, roundsMax: 1 }

const seed = 1

/** Directions of nothing where nobody differs, or only in one way. */
export function principalComponents(votes: CentredVotes, how: typeof exact = exact): Components {
  const size = votes.matrix.statements.length
  const times = (vector: Float64Array): Float64Array => timesCovariance(votes, vector)
  const { values, vectors } = largestEigen(times, size, { count: 2, ...how, chance: seededChance(seed) })
  const spread = spreadOf(votes)
  const [first, second] = [0, 1].map((index) => {
    const [value = 0, vector] = [values[index], vectors[index]]
    const isThere = vector && value > 1e-12 * spread
    return isThere ? { vector: facingUp(vector), share: value / spread } : nothing(size)
  })
  return {
    first: first?.vector ?? new Float64Array(size),
    second: second?.vector ?? new Float64Array(size),
    shares: [first?.share ?? 0, second?.share ?? 0],
  }
}

const nothing = (size: number): { vector: Float64Array; share: number } => ({
  vector: new Float64Array(size),
  share: 0,
})

/** Either end of a direction could be called the upper one: here it is where the statement stands that weighs most. */
function facingUp(vector: Float64Array): Float64Array {
  let heaviest = 0
  for (const weight of vector) if (Math.abs(weight) > Math.abs(heaviest) * (1 + 1e-9)) heaviest = weight
  return heaviest < 0 ? vector.map((weight) => -weight) : vector
}
