import { CsvError, parse } from 'csv-parse/sync'

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

/** One row, and where its first line is in the file. */
export interface Row {
  line: number
  cells: readonly string[]
}

export interface Table {
  file: string
  columns: readonly string[]
  rows: readonly Row[]
}

/** Reads a file with a row of headings, whoever wrote it: with a byte-order mark, semicolons, or Windows' line ends. */
export function readTable(file: string, text: string): Table {
  const [heading, ...rows] = rowsIn(file, text.replace(/^\uFEFF/, ''))
  if (!heading) throw new UnreadableFile('is-empty', { file })
  const columns = heading.cells.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, '-'),
  )
  return { file, columns, rows }
}

function rowsIn(file: string, text: string): Row[] {
  const [first = ''] = text.split(/\r?\n/, 1)
  const delimiter = first.includes(';') && !first.includes(',') ? ';' : ','
  // Votes are half a million rows of bare numbers, which need no more than to be cut.
  if (!text.includes('"')) return cut(text, delimiter)
  try {
    return parsed(text, delimiter)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error['lines'])
    throw new UnreadableFile('is-not-csv', Number.isInteger(line) ? { file, line } : { file })
  }
}

const cut = (text: string, delimiter: string): Row[] =>
  text.split('\n').flatMap((whole, index) => {
    const row = whole.endsWith('\r') ? whole.slice(0, -1) : whole
    return row.trim() === '' ? [] : [{ line: index + 1, cells: row.split(delimiter) }]
  })

function parsed(text: string, delimiter: string): Row[] {
  const options = { delimiter, relax_column_count: true, skip_empty_lines: true, info: true } as const
  const found = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
  return found.map(({ record, info }) => ({ line: info.lines - linesWithin(record), cells: record }))
}

/** How many line ends stand inside the quotes of a row. */
const linesWithin = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + (cell.match(/\r?\n/g)?.length ?? 0), 0)

/** Where a column is, by any of its names; without it the file is no use. */
export function columnOf({ file, columns }: Table, ...names: string[]): number {
  const place = optionalColumn({ columns }, ...names)
  if (place === -1) throw new UnreadableFile('lacks-a-column', { file, line: 1, found: names[0] ?? '' })
  return place
}

export const optionalColumn = ({ columns }: Pick<Table, 'columns'>, ...names: string[]): number =>
  columns.findIndex((column) => names.includes(column))

export const cellOf = ({ cells }: Row, column: number): string => cells[column]?.trim() ?? ''
