import { decoded, type Encoding, encodingOf } from '#platform/decode.ts'
import { textOfCell } from '#platform/csv.ts'
import { type CsvFile, type CsvRow, type Delimiter, readCsv, UnreadableCsv } from '#platform/read-csv.ts'
import { columnNamed } from './columns.ts'
import type { LineProblem } from './judgement.rules.ts'
import type { ListKind } from './tables.ts'

export type FileProblem =
  | { problem: 'empty' | 'no-rows' | 'too-many-lines' | 'no-headings' }
  | { problem: 'unreadable'; line: number }
  | { problem: 'column-missing' | 'column-twice'; column: string }

/** Cells by the columns they stand in; empty ones are left out. */
export interface ListLine {
  line: number
  cells: ReadonlyMap<string, string>
  problems: readonly LineProblem[]
}

interface List {
  encoding: Encoding
  delimiter: Delimiter
  ignored: readonly string[]
  lines: readonly ListLine[]
}

export const linesMax = 20_000

/** At least one column of each of these. */
const needed: Record<ListKind, readonly (readonly string[])[]> = {
  organisations: [['name.sv', 'name.en', 'name.es', 'slug', 'number']],
  contacts: [['organisation', 'number'], ['name'], ['email']],
}

/** Reads a list, without judging what is in it: as a spreadsheet in any of our languages saved it. */
export function readList(kind: ListKind, bytes: Uint8Array): FileProblem | List {
  const text = decoded(bytes)
  const file = fileIn(text)
  if (file instanceof UnreadableCsv) return { problem: 'unreadable', line: file.line ?? 1 }
  const [heading, ...rows] = file.rows
  if (!heading) return { problem: 'empty' }
  const columns = heading.cells.map((cell) => columnNamed(kind, textOfCell(cell)))
  const problem = problemOf(kind, columns)
  if (problem) return problem
  const lines = rows.map((row) => lineOf(row, columns)).filter(({ cells }) => cells.size > 0)
  if (lines.length === 0) return { problem: 'no-rows' }
  if (lines.length > linesMax) return { problem: 'too-many-lines' }
  const ignored = heading.cells.flatMap((cell, at) =>
    columns[at] === null && cell.trim() ? [cell.trim()] : [],
  )
  return { encoding: encodingOf(bytes), delimiter: file.delimiter, ignored, lines }
}

function fileIn(text: string): CsvFile | UnreadableCsv {
  try {
    return readCsv(text)
  } catch (error) {
    if (error instanceof UnreadableCsv) return error
    throw error
  }
}

function problemOf(kind: ListKind, columns: readonly (string | null)[]): FileProblem | null {
  if (columns.every((column) => column === null)) return { problem: 'no-headings' }
  const twice = columns.find((column, at) => column !== null && columns.indexOf(column) !== at)
  if (twice) return { problem: 'column-twice', column: twice }
  const missing = needed[kind].find((ways) => !ways.some((one) => columns.includes(one)))
  return missing ? { problem: 'column-missing', column: missing[0] ?? '' } : null
}

function lineOf({ line, cells }: CsvRow, columns: readonly (string | null)[]): ListLine {
  const read = new Map<string, string>()
  for (const [at, cell] of cells.entries()) {
    const [column, text] = [columns[at], textOfCell(cell).normalize('NFC').trim()]
    if (column && text) read.set(column, text)
  }
  // A separator within a name that nobody put in quotes moves all that comes after it.
  const isMoved = cells.slice(columns.length).some((cell) => cell.trim() !== '')
  return {
    line,
    cells: read,
    problems: isMoved ? [{ column: '', problem: 'lists.problem.too-many-cells' }] : [],
  }
}
