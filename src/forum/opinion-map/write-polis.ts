import { stringify } from 'csv-stringify/sync'
import { byId, type Conversation, type Moderation, type Statement } from './conversation.ts'
import { textOut } from './csv-text.ts'
import type { PolisFiles } from './read-polis.ts'
import { countsOfAll } from './vote-counts.ts'
import { indexOf, type VoteMatrix, voteMatrix } from './vote-matrix.ts'

type Cell = string | number

const csv = (rows: readonly (readonly Cell[])[]): string => stringify(rows.map((row) => [...row]))

/** As researchers and Polis' own tools read it. Who people are, and what they take part as, is in none of these files. */
export function writePolis(
  conversation: Conversation,
  groups: readonly { name: string; people: readonly string[] }[] = [],
): Record<Exclude<keyof PolisFiles, 'sectors.csv'>, string> {
  const matrix = voteMatrix(conversation)
  return {
    'votes.csv': votesCsv(conversation),
    'comments.csv': commentsCsv(conversation, matrix),
    'participants-votes.csv': participantsCsv(conversation, matrix, groups),
    'summary.csv': summaryCsv(conversation, matrix, groups.length),
  }
}

const stamp = (at: number): string => new Date(at).toUTCString()

function votesCsv({ votes }: Conversation): string {
  const sorted = votes.toSorted(
    (a, b) => byId(a.statement, b.statement) || byId(a.person, b.person) || a.at - b.at,
  )
  return csv([
    ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'],
    ...sorted.map(({ at, statement, person, opinion }) => [at, stamp(at), statement, person, opinion]),
  ])
}

const moderated: Record<Moderation, number> = { out: -1, unseen: 0, in: 1 }

function commentsCsv({ statements }: Conversation, matrix: VoteMatrix): string {
  const counts = countsOfAll(matrix)
  const columnOf = indexOf(matrix.statements)
  const count = (counted: Int32Array, { id }: Statement): number => counted[columnOf.get(id) ?? -1] ?? 0
  const heading = ['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated']
  return csv([
    [...heading, 'comment-body', 'is-meta', 'is-seed'],
    ...statements.map((one) => [
      ...[one.at, stamp(one.at), one.id, one.author, count(counts.agree, one), count(counts.disagree, one)],
      ...[moderated[one.moderation], textOut(one.text), String(one.isMeta), String(one.isSeed)],
    ]),
  ])
}

/** One row for each person; the groups of the map get numbers, as there. */
function participantsCsv(
  { statements }: Conversation,
  matrix: VoteMatrix,
  groups: readonly { people: readonly string[] }[],
): string {
  const groupOf = new Map(
    groups.flatMap(({ people }, group) => people.map((id): [string, number] => [id, group])),
  )
  const heading = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']
  return csv([
    [...heading, ...matrix.statements],
    ...matrix.people.map((id, row) => {
      const cells: Cell[] = matrix.statements.map(() => '')
      const [from, to] = [matrix.starts[row] ?? 0, matrix.starts[row + 1] ?? 0]
      for (let at = from; at < to; at += 1) cells[matrix.columns[at] ?? 0] = matrix.opinions[at] ?? 0
      const opinions = matrix.opinions.subarray(from, to)
      const agreed = opinions.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0)
      const against = opinions.reduce((sum, one) => sum + (one < 0 ? 1 : 0), 0)
      const written = statements.filter(({ author }) => author === id).length
      return [id, groupOf.get(id) ?? '', written, to - from, agreed, against, ...cells]
    }),
  ])
}

function summaryCsv(
  { topic, description, statements }: Conversation,
  matrix: VoteMatrix,
  groups: number,
): string {
  const authors = new Set(statements.map(({ author }) => author).filter((author) => author !== ''))
  return csv([
    ['topic', textOut(topic)],
    ['voters', matrix.people.length],
    ['commenters', authors.size],
    ['comments', statements.length],
    ['groups', groups],
    ['conversation-description', textOut(description)],
  ])
}
