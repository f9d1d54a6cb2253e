import type { CentredVotes } from './centred-votes.ts'
import type { Components } from './principal-components.ts'

/** Places in the picture. */
export interface Points {
  x: Float64Array
  y: Float64Array
}

/**
 * Where each person stands. Whoever voted on few statements would end up in the middle for want of votes, so the sum is
 * stretched by the root of all statements over one's own. A statement that is left out counts as nothing from everybody, so it is
 * among one's own whether or not one voted on it.
 */
export function positionsOfPeople({ matrix, values }: CentredVotes, { first, second }: Components): Points {
  const { people, starts, columns, statements, leftOut } = matrix
  const leftOutCount = leftOut.reduce((sum, one) => sum + one, 0)
  const [x, y] = [new Float64Array(people.length), new Float64Array(people.length)]
  for (let row = 0; row < people.length; row += 1) {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0]
    let [alongFirst, alongSecond, own] = [0, 0, leftOutCount]
    for (let at = from; at < to; at += 1) {
      const value = values[at] ?? 0
      const column = columns[at] ?? 0
      alongFirst += value * (first[column] ?? 0)
      alongSecond += value * (second[column] ?? 0)
      if (!leftOut[column]) own += 1
    }
    const stretch = Math.sqrt(statements.length / Math.max(own, 1))
    x[row] = stretch * alongFirst
    y[row] = stretch * alongSecond
  }
  return { x, y }
}

/** Where somebody would stand who agreed with this statement and voted on nothing else. */
export function positionsOfStatements({ means }: CentredVotes, { first, second }: Components): Points {
  const stretch = Math.sqrt(means.length)
  const along = (direction: Float64Array): Float64Array =>
    direction.map((weight, column) => stretch * (1 - (means[column] ?? 0)) * weight)
  return { x: along(first), y: along(second) }
}

/** How far each place lies from the middle. A statement far out tells people apart. */
export const extremities = ({ x, y }: Points): Float64Array =>
  x.map((value, index) => Math.hypot(value, y[index] ?? 0))
