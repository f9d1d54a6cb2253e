import { parse } from 'csv-parse/sync'
import type { Texts } from '#platform/language.ts'
import type { CommissionLine } from './commission.rules.ts'

/** The columns of the file, by their names in its first line; in whatever order. */
export const columns = ['kind', 'code', 'parent', 'sv', 'en', 'es', 'source'] as const
const needed = ['kind', 'code', 'parent', 'source'] as const
const linesMax = 1000

export type FileProblem =
  | { problem: 'empty' | 'unreadable' | 'too-many-lines' }
  | { problem: 'column-missing'; column: string }

export type CommissionFile = { ok: true; lines: CommissionLine[] } | { ok: false; problem: FileProblem }

/** UTF-8, or what a Swedish spreadsheet saves when it does not say so. */
export function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A comma or a semicolon, whichever the first line has more of. */
const delimiterOf = (text: string): ';' | ',' => {
  const [first = ''] = text.split(/\r?\n/, 1)
  return first.split(';').length > first.split(',').length ? ';' : ','
}

interface Parsed {
  record: Record<string, string>
  info: { lines: number }
}

/** Reads a spreadsheet of the Commission's objectives, without judging what is in it. */
export function readCommissionFile(text: string): CommissionFile {
  const plain = text.replace(/^\uFEFF/, '')
  if (!plain.trim()) return { ok: false, problem: { problem: 'empty' } }
  const [header = ''] = plain.split(/\r?\n/, 1)
  const names = header.split(delimiterOf(plain)).map(nameOf)
  const missing = needed.find((column) => !names.includes(column))
  if (missing) return { ok: false, problem: { problem: 'column-missing', column: missing } }
  try {
    const rows = parse(plain, {
      ...{ columns: (all: string[]) => all.map(nameOf), delimiter: delimiterOf(plain), info: true },
      ...{
        trim: true,
        skip_empty_lines: true,
        relax_column_count: true,
        record_delimiter: ['\r\n', '\n', '\r'],
      },
    }) as unknown as Parsed[]
    if (rows.length > linesMax) return { ok: false, problem: { problem: 'too-many-lines' } }
    return { ok: true, lines: rows.filter(({ record }) => Object.values(record).some(Boolean)).map(lineOf) }
  } catch {
    return { ok: false, problem: { problem: 'unreadable' } }
  }
}

const nameOf = (name: string): string => name.trim().replaceAll('"', '').toLowerCase()

function lineOf({ record, info }: Parsed): CommissionLine {
  const at = (column: (typeof columns)[number]): string => (record[column] ?? '').normalize('NFC').trim()
  const title = Object.fromEntries(
    (['sv', 'en', 'es'] as const).flatMap((language) => (at(language) ? [[language, at(language)]] : [])),
  ) as Texts
  return {
    line: info.lines,
    kind: at('kind').toLowerCase(),
    code: at('code'),
    parent: at('parent'),
    title,
    source: at('source'),
  }
}
