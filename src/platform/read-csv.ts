import { CsvError, parse } from 'csv-parse/sync'

/** One row, and where its first line is in the file. */
export interface CsvRow {
  line: number
  cells: readonly string[]
}

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

export interface CsvFile {
  delimiter: Delimiter
  /** Without the empty ones; the first one is the row of headings. */
  rows: CsvRow[]
}

/** A text that is no table, and the line where that shows. */
export class UnreadableCsv extends Error {
  override name = 'UnreadableCsv'
  readonly line: number | undefined

  constructor(line: number | undefined) {
    super('this cannot be read as separated values')
    this.line = line
  }
}

/** Reads a table, whoever wrote it: with a byte-order mark, commas, semicolons or tabs, and any line ends. */
export function readCsv(text: string): CsvFile {
  const plain = text.replace(/^\uFEFF/, '')
  const delimiter = delimiterOf(plain)
  // Votes are half a million rows of bare numbers, which need no more than to be cut.
  const rows = plain.includes('"') ? parsed(plain, delimiter) : cut(plain, delimiter)
  // What Excel writes for itself in front of the headings.
  return { delimiter, rows: saysDelimiter.test(plain) ? rows.slice(1) : rows }
}

const saysDelimiter = /^sep=([,;\t])\r?\n/i

/** What the first line says, or has most of outside of quotes; commas where it has none. */
function delimiterOf(text: string): Delimiter {
  const said = delimiters.find((one) => one === saysDelimiter.exec(text)?.[1])
  if (said) return said
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1)
  const bare = first.replaceAll(/"[^"]*"?/g, '')
  const counted = delimiters.map((one) => ({ one, count: bare.split(one).length }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).one
}

function cut(text: string, delimiter: Delimiter): CsvRow[] {
  const lines = text.includes('\n') ? text.split('\n') : text.split('\r')
  return lines.flatMap((whole, index) => {
    const row = whole.endsWith('\r') ? whole.slice(0, -1) : whole
    return row.trim() === '' ? [] : [{ line: index + 1, cells: row.split(delimiter) }]
  })
}

function parsed(text: string, delimiter: Delimiter): CsvRow[] {
  const options = {
    ...{ delimiter, info: true, record_delimiter: '\n' },
    ...{ relax_column_count: true, skip_empty_lines: true },
  } as const
  const plain = text.replaceAll(/\r\n?/g, '\n')
  try {
    const found = parse(plain, options) as unknown as { record: string[]; info: { lines: number } }[]
    const rows = found.map(({ record, info }) => ({ line: info.lines - linesWithin(record), cells: record }))
    return rows.filter(({ cells }) => cells.length > 1 || cells[0]?.trim() !== '')
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableCsv(error.code === 'CSV_QUOTE_NOT_CLOSED' ? lineOfOpen(plain) : lineOf(error))
  }
}

function lineOf(error: CsvError): number | undefined {
  const line = Number(error['lines'])
  return Number.isInteger(line) ? line : undefined
}

/** Where the quote begins that nobody closed: everything after it was taken for one cell. */
const lineOfOpen = (text: string): number => text.slice(0, text.lastIndexOf('"')).split('\n').length

/** How many line ends stand inside the quotes of a row. */
const linesWithin = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
