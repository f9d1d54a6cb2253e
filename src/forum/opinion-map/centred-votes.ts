import type { VoteMatrix } from './vote-matrix.ts'

/**
 * The matrix with its means taken away. A vote that is missing counts as the mean of its statement, which is nothing once the
 * mean is taken away: so only the votes that are there have to be kept.
 */
export interface CentredVotes {
  matrix: VoteMatrix
  means: Float64Array
  values: Float64Array
}

export function centredVotes(matrix: VoteMatrix, opinions: Int8Array = matrix.opinions): CentredVotes {
  const means = meansOf(matrix, opinions)
  const { columns, leftOut } = matrix
  const values = new Float64Array(columns.length)
  for (let at = 0; at < values.length; at += 1) {
    const column = columns[at] ?? 0
    values[at] = leftOut[column] ? 0 : (opinions[at] ?? 0) - (means[column] ?? 0)
  }
  return { matrix, means, values }
}

/** The mean opinion on each statement; a statement that is left out is nothing to everybody. */
function meansOf({ columns, statements, leftOut }: VoteMatrix, opinions: Int8Array): Float64Array {
  const sums = new Float64Array(statements.length)
  const counts = new Int32Array(statements.length)
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0
    sums[column] = (sums[column] ?? 0) + (opinions[at] ?? 0)
    counts[column] = (counts[column] ?? 0) + 1
  }
  return sums.map((sum, column) => (leftOut[column] ? 0 : sum / Math.max(counts[column] ?? 0, 1)))
}

/** How far all votes together lie from their means: the sum of all squares. */
export const spreadOf = ({ values }: CentredVotes): number => {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) ** 2
  return sum
}

/** What the matrix of how statements vary together makes of a vector, by way of the people and without being built. */
export function timesCovariance({ matrix, values }: CentredVotes, vector: Float64Array): Float64Array {
  const { starts, columns, people } = matrix
  const made = new Float64Array(vector.length)
  for (let row = 0; row < people.length; row += 1) {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0]
    let sum = 0
    for (let at = from; at < to; at += 1) sum += (values[at] ?? 0) * (vector[columns[at] ?? 0] ?? 0)
    if (sum === 0) continue
    for (let at = from; at < to; at += 1) {
      const column = columns[at] ?? 0
      made[column] = (made[column] ?? 0) + sum * (values[at] ?? 0)
    }
  }
  return made
}
