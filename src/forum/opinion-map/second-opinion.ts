import type { Components } from './principal-components.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/**
 * A second opinion that needs no groups, as in the notes that a public adds to posts: how far a statement is agreed to beyond
 * what is explained by where people stand (its own worth), and how much it depends on that (its slant).
 */
export interface SecondOpinion {
  statement: string
  worth: number
  slant: number
  says: 'shared' | 'rejected' | 'open'
}

const ratingsMin = 5
const penalty = { worth: 0.15, slant: 0.03 }
const sharedFrom = 0.4
const rejectedUnder = (slant: number): number => -0.05 - 0.8 * Math.abs(slant)
const roundsMax = 100
const settled = 1e-5

/** Worth and slant of everything on one side: of all people, or of all statements. */
interface Side {
  worth: Float64Array
  slant: Float64Array
}

const sideOf = (slant: Float64Array): Side => ({ worth: new Float64Array(slant.length), slant })

/** The ratings, each with its person and its statement: 1 for agree, a half for pass, 0 for disagree. */
interface Ratings {
  person: Int32Array
  statement: Int32Array
  value: Float64Array
}

/**
 * A rating is the mean, the worth of the person and of the statement, and their slants multiplied; the smallest sum of squared
 * errors, with a penalty for large numbers. People and statements are solved for in turns, each exactly.
 */
export function secondOpinion(matrix: VoteMatrix, { first }: Components): SecondOpinion[] {
  const ratings = ratingsIn(matrix)
  const people = sideOf(new Float64Array(matrix.people.length))
  // Begins from the direction in which people differ most; from nothing it would stay nothing.
  const statements = sideOf(first.slice())
  let mean = 0.5
  for (let round = 0, moved = 1; moved > settled && round < roundsMax; round += 1) {
    solve(people, statements, ratings.person, ratings.statement, { value: ratings.value, mean })
    moved = solve(statements, people, ratings.statement, ratings.person, { value: ratings.value, mean })
    mean = meanOf(ratings, people, statements)
  }
  return verdicts(matrix, ratings, statements)
}

function ratingsIn({ people, starts, columns, opinions, leftOut }: VoteMatrix): Ratings {
  const person = new Int32Array(columns.length)
  for (let row = 0; row < people.length; row += 1) person.fill(row, starts[row], starts[row + 1])
  const counted = columns.map((column, at) => (leftOut[column] ? -1 : at)).filter((at) => at >= 0)
  return {
    person: counted.map((at) => person[at] ?? 0),
    statement: counted.map((at) => columns[at] ?? 0),
    value: Float64Array.from(counted, (at) => ((opinions[at] ?? 0) + 1) / 2),
  }
}

/** The best worth and slant for one side while the other stands still; how far any of them moved. */
function solve(
  side: Side,
  other: Side,
  own: Int32Array,
  theirs: Int32Array,
  { value, mean }: { value: Float64Array; mean: number },
): number {
  const sums = new Float64Array(5 * side.worth.length)
  for (let index = 0; index < value.length; index += 1) {
    const across = theirs[index] ?? 0
    const rest = (value[index] ?? 0) - mean - (other.worth[across] ?? 0)
    add(sums, 5 * (own[index] ?? 0), other.slant[across] ?? 0, rest)
  }
  let moved = 0
  for (let row = 0; row < side.worth.length; row += 1) {
    const { worth, slant } = solved(sums.subarray(5 * row, 5 * row + 5))
    moved = Math.max(moved, Math.abs(worth - (side.worth[row] ?? 0)))
    side.worth[row] = worth
    side.slant[row] = slant
  }
  return moved
}

/** How many, the sum of slants and of their squares, the sum of what is to be explained, and of that times slants. */
function add(sums: Float64Array, at: number, slant: number, rest: number): void {
  sums[at] = (sums[at] ?? 0) + 1
  sums[at + 1] = (sums[at + 1] ?? 0) + slant
  sums[at + 2] = (sums[at + 2] ?? 0) + slant * slant
  sums[at + 3] = (sums[at + 3] ?? 0) + rest
  sums[at + 4] = (sums[at + 4] ?? 0) + rest * slant
}

function solved(sums: Float64Array): { worth: number; slant: number } {
  const [count = 0, slants = 0, squares = 0, rest = 0, slanted = 0] = sums
  const [a, d] = [count + penalty.worth, squares + penalty.slant]
  const determinant = a * d - slants * slants
  return {
    worth: (rest * d - slanted * slants) / determinant,
    slant: (slanted * a - rest * slants) / determinant,
  }
}

function meanOf({ person, statement, value }: Ratings, people: Side, statements: Side): number {
  let sum = 0
  for (let at = 0; at < value.length; at += 1) {
    const [one, other] = [person[at] ?? 0, statement[at] ?? 0]
    const slanted = (people.slant[one] ?? 0) * (statements.slant[other] ?? 0)
    sum += (value[at] ?? 0) - (people.worth[one] ?? 0) - (statements.worth[other] ?? 0) - slanted
  }
  return sum / (value.length + penalty.worth)
}

/** Statements that are left out or have too few ratings get none; the others the most shared first. */
function verdicts({ statements: ids }: VoteMatrix, { statement }: Ratings, side: Side): SecondOpinion[] {
  const counts = new Int32Array(ids.length)
  for (const one of statement) counts[one] = (counts[one] ?? 0) + 1
  return ids
    .map((id, at) => ({ statement: id, at, worth: side.worth[at] ?? 0, slant: side.slant[at] ?? 0 }))
    .filter(({ at }) => (counts[at] ?? 0) >= ratingsMin)
    .map(({ statement, worth, slant }): SecondOpinion => {
      const says = worth >= sharedFrom ? 'shared' : worth < rejectedUnder(slant) ? 'rejected' : 'open'
      return { statement, worth, slant, says }
    })
    .sort((a, b) => b.worth - a.worth)
}
