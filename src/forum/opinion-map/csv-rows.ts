import { type CsvRow, readCsv, UnreadableCsv } from '#platform/read-csv.ts'

/** What is wrong with a file, so that whoever sent it can mend it. */
export type Problem =
  | 'is-missing'
  | 'is-no-folder'
  | 'is-empty'
  | 'lacks-a-column'
  | 'is-not-csv'
  | 'is-no-number'
  | 'is-no-vote'
  | 'is-no-moderation'
  | 'lacks-a-name'
  | 'is-no-group-list'
  | 'is-no-map'

const inWords: Record<Problem, string> = {
  'is-missing': 'There is no such file, and the map needs it',
  'is-no-folder': 'There is no such folder',
  'is-empty': 'There is nothing in the file',
  'lacks-a-column': 'A column is missing',
  'is-not-csv': 'This cannot be read as comma-separated values',
  'is-no-number': 'A number should stand here',
  'is-no-vote': 'A vote is 1 (agree), 0 (pass) or -1 (disagree)',
  'is-no-moderation': 'Moderation is 1 (shown), 0 (not looked at) or -1 (out)',
  'lacks-a-name': 'Somebody or something has no name here',
  'is-no-group-list': 'Groups are a table with participant and group-id, or {"name": [people]}',
  'is-no-map': 'This is no opinion map as this command prints it',
}

interface Where {
  file: string
  line?: number
  /** What stands there instead. */
  found?: string
}

export class UnreadableFile extends Error {
  override name = 'UnreadableFile'

  readonly problem: Problem
  readonly where: Where

  constructor(problem: Problem, where: Where) {
    const { file, line, found } = where
    const place = line === undefined ? file : `${file}, line ${line}`
    super(`${place}: ${inWords[problem]}${found === undefined ? '' : `: ${found}`}.`)
    this.problem = problem
    this.where = where
  }
}

export type Row = CsvRow

export interface Table {
  file: string
  columns: readonly string[]
  rows: readonly Row[]
}

/** Reads a file with a row of headings, whoever wrote it: with a byte-order mark, semicolons, or Windows' line ends. */
export function readTable(file: string, text: string): Table {
  const [heading, ...rows] = rowsIn(file, text)
  if (!heading) throw new UnreadableFile('is-empty', { file })
  const columns = heading.cells.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, '-'),
  )
  return { file, columns, rows }
}

function rowsIn(file: string, text: string): readonly Row[] {
  try {
    return readCsv(text).rows
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error
    throw new UnreadableFile('is-not-csv', error.line === undefined ? { file } : { file, line: error.line })
  }
}

/** Where a column is, by any of its names; without it the file is no use. */
export function columnOf({ file, columns }: Table, ...names: string[]): number {
  const place = optionalColumn({ columns }, ...names)
  if (place === -1) throw new UnreadableFile('lacks-a-column', { file, line: 1, found: names[0] ?? '' })
  return place
}

export const optionalColumn = ({ columns }: Pick<Table, 'columns'>, ...names: string[]): number =>
  columns.findIndex((column) => names.includes(column))

export const cellOf = ({ cells }: Row, column: number): string => cells[column]?.trim() ?? ''
