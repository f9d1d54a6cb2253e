import type { VoteMatrix } from './vote-matrix.ts'

/** How often each statement was agreed to, disagreed with, and voted on at all, passes included. */
export interface VoteCounts {
  agree: Int32Array
  disagree: Int32Array
  votes: Int32Array
}

/** Nobody's group. */
export const apart = -1

const none = (size: number): VoteCounts => ({
  agree: new Int32Array(size),
  disagree: new Int32Array(size),
  votes: new Int32Array(size),
})

/** The votes of each group, given the group of each person, or `apart`. */
export function countsOfGroups(matrix: VoteMatrix, groupOf: ArrayLike<number>, groups: number): VoteCounts[] {
  const { people, statements, starts, columns, opinions } = matrix
  const all = Array.from({ length: groups }, () => none(statements.length))
  for (let row = 0; row < people.length; row += 1) {
    const counts = all[groupOf[row] ?? apart]
    if (!counts) continue
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const [column, opinion] = [columns[at] ?? 0, opinions[at] ?? 0]
      counts.votes[column] = (counts.votes[column] ?? 0) + 1
      if (opinion > 0) counts.agree[column] = (counts.agree[column] ?? 0) + 1
      if (opinion < 0) counts.disagree[column] = (counts.disagree[column] ?? 0) + 1
    }
  }
  return all
}

export const countsOfAll = (matrix: VoteMatrix): VoteCounts =>
  countsOfGroups(matrix, new Int32Array(matrix.people.length), 1)[0] ?? none(matrix.statements.length)

/** All groups but one, taken together. */
export function countsOfOthers(groups: readonly VoteCounts[], group: number): VoteCounts {
  const size = groups[group]?.votes.length ?? 0
  const sum = none(size)
  for (const [index, counts] of groups.entries()) {
    if (index === group) continue
    for (const kind of ['agree', 'disagree', 'votes'] as const)
      for (let at = 0; at < size; at += 1) sum[kind][at] = (sum[kind][at] ?? 0) + (counts[kind][at] ?? 0)
  }
  return sum
}

/** The smallest number of votes that a statement has from any of these groups. */
export const fewestVotes = (groups: readonly VoteCounts[], statement: number): number =>
  Math.min(...groups.map(({ votes }) => votes[statement] ?? 0))
