import type { Conversation, Moderation, Opinion, Statement, Vote } from './conversation.ts'
import {
  cellOf,
  columnOf,
  optionalColumn,
  readTable,
  type Row,
  type Table,
  UnreadableFile,
} from './csv-rows.ts'
import { textIn } from './csv-text.ts'
import { readSectors } from './read-parts.ts'

/** The files of an export, by name; of the votes one of the two has to be there. */
export interface PolisFiles {
  'votes.csv'?: string | undefined
  'participants-votes.csv'?: string | undefined
  'comments.csv'?: string | undefined
  'summary.csv'?: string | undefined
  /** Ours: what people take part as. */
  'sectors.csv'?: string | undefined
}

export function readPolis(files: PolisFiles): Conversation {
  const { 'votes.csv': votes, 'participants-votes.csv': matrix, 'comments.csv': comments } = files
  if (votes === undefined && matrix === undefined)
    throw new UnreadableFile('is-missing', { file: 'votes.csv' })
  const { topic, description } = summary(files['summary.csv'])
  return {
    ...{ topic, description },
    statements: comments === undefined ? [] : statementsIn(readTable('comments.csv', comments)),
    votes:
      votes === undefined
        ? votesInMatrix(readTable('participants-votes.csv', matrix ?? ''))
        : votesIn(readTable('votes.csv', votes)),
    sectors:
      files['sectors.csv'] === undefined ? new Map() : readSectors('sectors.csv', files['sectors.csv']),
  }
}

const opinions: ReadonlyMap<string, Opinion> = new Map([
  ...(['1', '+1', '1.0'] as const).map((word): [string, Opinion] => [word, 1]),
  ...(['0', '0.0', '-0'] as const).map((word): [string, Opinion] => [word, 0]),
  ...(['-1', '-1.0'] as const).map((word): [string, Opinion] => [word, -1]),
])

function opinionIn({ file }: Table, row: Row, cell: string): Opinion {
  const opinion = opinions.get(cell)
  if (opinion === undefined) throw new UnreadableFile('is-no-vote', { file, line: row.line, found: cell })
  return opinion
}

function nameIn({ file }: Table, row: Row, column: number): string {
  const name = cellOf(row, column)
  if (name === '') throw new UnreadableFile('lacks-a-name', { file, line: row.line })
  return name
}

function numberIn({ file }: Table, row: Row, column: number): number {
  const cell = cellOf(row, column)
  const number = Number(cell)
  if (cell === '' || !Number.isFinite(number))
    throw new UnreadableFile('is-no-number', { file, line: row.line, found: cell })
  return number
}

/** Without times, a later row is a later vote. */
function votesIn(table: Table): Vote[] {
  const time = optionalColumn(table, 'timestamp')
  const statement = columnOf(table, 'comment-id', 'statement-id', 'tid')
  const person = columnOf(table, 'voter-id', 'participant', 'participant-id', 'pid')
  const vote = columnOf(table, 'vote')
  return table.rows.map((row, index) => ({
    person: nameIn(table, row, person),
    statement: nameIn(table, row, statement),
    opinion: opinionIn(table, row, cellOf(row, vote)),
    at: time === -1 ? index : numberIn(table, row, time),
  }))
}

const aboutPeople = ['participant', 'xid', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']

/** One row for each person, one column for each statement; an empty cell is no vote. */
function votesInMatrix(table: Table): Vote[] {
  const person = columnOf(table, 'participant')
  const statements = table.columns.flatMap((name, column) =>
    aboutPeople.includes(name) ? [] : [{ name, column }],
  )
  return table.rows.flatMap((row) =>
    statements.flatMap(({ name, column }): Vote[] => {
      const cell = cellOf(row, column)
      if (cell === '') return []
      const opinion = opinionIn(table, row, cell)
      return [{ person: nameIn(table, row, person), statement: name, opinion, at: 0 }]
    }),
  )
}

const moderations: ReadonlyMap<string, Moderation> = new Map([
  ...['-1', '-1.0'].map((word): [string, Moderation] => [word, 'out']),
  ...['0', '0.0', ''].map((word): [string, Moderation] => [word, 'unseen']),
  ...['1', '1.0'].map((word): [string, Moderation] => [word, 'in']),
])

const isYes = (cell: string): boolean => /^(true|t|yes|1)$/i.test(cell)

function statementsIn(table: Table): Statement[] {
  const id = columnOf(table, 'comment-id', 'statement-id', 'tid')
  const place = (...names: string[]): number => optionalColumn(table, ...names)
  const [time, author, moderated] = [place('timestamp'), place('author-id'), place('moderated')]
  const [text, meta, seed] = [place('comment-body', 'body'), place('is-meta'), place('is-seed')]
  return table.rows.map((row) => {
    const moderation = moderations.get(cellOf(row, moderated))
    if (!moderation) {
      const found = cellOf(row, moderated)
      throw new UnreadableFile('is-no-moderation', { file: table.file, line: row.line, found })
    }
    return {
      ...{ id: nameIn(table, row, id), moderation },
      text: textIn(row.cells[text] ?? ''),
      author: cellOf(row, author),
      at: time === -1 ? 0 : numberIn(table, row, time),
      ...{ isMeta: isYes(cellOf(row, meta)), isSeed: isYes(cellOf(row, seed)) },
    }
  })
}

/** Lines of a name and a value; all that is kept of them is what the conversation is about. */
function summary(text: string | undefined): { topic: string; description: string } {
  const all = text?.trim() ? readTable('summary.csv', `name,value\n${text.replace(/^\uFEFF/, '')}`).rows : []
  const valueOf = (name: string): string => textIn(all.find(({ cells }) => cells[0] === name)?.cells[1] ?? '')
  return { topic: valueOf('topic'), description: valueOf('conversation-description') }
}
