import type { Texts } from '#platform/language.ts'
import { type CsvRow, readCsv, UnreadableCsv } from '#platform/read-csv.ts'
import type { CommissionLine } from './commission.rules.ts'

/** The columns of the file, by their names in its first line; in whatever order. */
export const columns = ['kind', 'code', 'parent', 'sv', 'en', 'es', 'source'] as const
const needed = ['kind', 'code', 'parent', 'source'] as const
const linesMax = 1000

export type FileProblem =
  | { problem: 'empty' | 'unreadable' | 'too-many-lines' }
  | { problem: 'column-missing'; column: string }

export type CommissionFile = { ok: true; lines: CommissionLine[] } | { ok: false; problem: FileProblem }

/** Reads a spreadsheet of the Commission's objectives, without judging what is in it. */
export function readCommissionFile(text: string): CommissionFile {
  const all = rowsIn(text)
  if (all === null) return { ok: false, problem: { problem: 'unreadable' } }
  const [heading, ...rows] = all
  if (!heading) return { ok: false, problem: { problem: 'empty' } }
  const names = heading.cells.map((name) => name.trim().toLowerCase())
  const missing = needed.filter((column) => !names.includes(column)).join(', ')
  if (missing) return { ok: false, problem: { problem: 'column-missing', column: missing } }
  if (rows.length > linesMax) return { ok: false, problem: { problem: 'too-many-lines' } }
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim()))
  return { ok: true, lines: filled.map((row) => lineOf(names, row)) }
}

function rowsIn(text: string): readonly CsvRow[] | null {
  try {
    return readCsv(text).rows
  } catch (error) {
    if (error instanceof UnreadableCsv) return null
    throw error
  }
}

function lineOf(names: readonly string[], { line, cells }: CsvRow): CommissionLine {
  const at = (column: (typeof columns)[number]): string =>
    (cells[names.indexOf(column)] ?? '').normalize('NFC').trim()
  const title = Object.fromEntries(
    (['sv', 'en', 'es'] as const).flatMap((language) => (at(language) ? [[language, at(language)]] : [])),
  ) as Texts
  return {
    ...{ line, title, kind: at('kind').toLowerCase() },
    ...{ code: at('code'), parent: at('parent'), source: at('source') },
  }
}
