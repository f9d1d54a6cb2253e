import { byId, type Conversation, isLeftOut, type Vote } from './conversation.ts'

/**
 * People by statements, of which most cells are empty: row after row, only the votes. Rows and columns stand in the order
 * of their names, so the same votes give the same matrix however they came.
 */
export interface VoteMatrix {
  people: readonly string[]
  /** Those with at least one vote. */
  statements: readonly string[]
  /** Where the votes of each person begin; the last number is where they all end. */
  starts: Int32Array
  columns: Int32Array
  opinions: Int8Array
  /** 1 for a statement that is left out of the map. */
  leftOut: Uint8Array
}

export function voteMatrix({ statements, votes }: Conversation): VoteMatrix {
  const people = names(votes, ({ person }) => person)
  const voted = names(votes, ({ statement }) => statement)
  const left = new Set(statements.filter(isLeftOut).map(({ id }) => id))
  const leftOut = Uint8Array.from(voted, (id) => (left.has(id) ? 1 : 0))
  return { people, statements: voted, leftOut, ...rowsOf(votes, people, voted) }
}

const names = (votes: readonly Vote[], nameOf: (vote: Vote) => string): string[] => {
  const all = new Set<string>()
  for (const vote of votes) all.add(nameOf(vote))
  return [...all].sort(byId)
}

export const indexOf = (all: readonly string[]): Map<string, number> =>
  new Map(all.map((name, index) => [name, index]))

type Rows = Pick<VoteMatrix, 'starts' | 'columns' | 'opinions'>

function rowsOf(votes: readonly Vote[], people: readonly string[], statements: readonly string[]): Rows {
  const [rowOf, columnOf] = [indexOf(people), indexOf(statements)]
  const byPerson: Vote[][] = people.map(() => [])
  for (const vote of votes) byPerson[rowOf.get(vote.person) ?? 0]?.push(vote)
  const starts = new Int32Array(people.length + 1)
  const columns = new Int32Array(votes.length)
  const opinions = new Int8Array(votes.length)
  const standing: (Vote | undefined)[] = statements.map(() => undefined)
  let end = 0
  for (const [row, all] of byPerson.entries()) {
    const start = end
    for (const vote of all) {
      const column = columnOf.get(vote.statement) ?? 0
      const before = standing[column]
      if (!before) columns[end++] = column
      if (!before || isLater(vote, before)) standing[column] = vote
    }
    columns.subarray(start, end).sort()
    for (let at = start; at < end; at += 1) {
      const column = columns[at] ?? 0
      opinions[at] = standing[column]?.opinion ?? 0
      standing[column] = undefined
    }
    starts[row + 1] = end
  }
  return { starts, columns: columns.slice(0, end), opinions: opinions.slice(0, end) }
}

// Two different votes in the same millisecond: the friendlier one, so that the order of the rows decides nothing.
const isLater = (vote: Vote, before: Vote): boolean =>
  vote.at === before.at ? vote.opinion > before.opinion : vote.at > before.at

/** How many votes each person gave, those on statements that are left out included. */
export const votesOf = ({ people, starts }: VoteMatrix): Int32Array =>
  Int32Array.from(people, (_, row) => (starts[row + 1] ?? 0) - (starts[row] ?? 0))

/** The same statements, and of the people only these rows, in this order. */
export function onlyRows(matrix: VoteMatrix, rows: readonly number[]): VoteMatrix {
  const starts = new Int32Array(rows.length + 1)
  const [columns, opinions]: [Int32Array[], Int8Array[]] = [[], []]
  for (const [index, row] of rows.entries()) {
    const [from, to] = [matrix.starts[row] ?? 0, matrix.starts[row + 1] ?? 0]
    columns.push(matrix.columns.subarray(from, to))
    opinions.push(matrix.opinions.subarray(from, to))
    starts[index + 1] = (starts[index] ?? 0) + to - from
  }
  return {
    ...matrix,
    people: rows.map((row) => matrix.people[row] ?? ''),
    starts,
    columns: Int32Array.from(columns.flatMap((some) => [...some])),
    opinions: Int8Array.from(opinions.flatMap((some) => [...some])),
  }
}
