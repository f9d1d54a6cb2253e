import { stringify } from 'csv-stringify/sync'
import type { Language } from './language.ts'

export type CsvCell = string | number | null

/**
 * A table that spreadsheets open as it is meant: UTF-8 with a byte-order mark, and semicolons as Excel expects where a
 * comma stands in decimals, commas in English. A value that begins like a formula gets an apostrophe in front, so that it
 * stays text. Without a language it is read by programs: semicolons, and points in decimals.
 */
export const toCsv = (
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  language?: Language,
): string =>
  stringify(
    [header, ...rows].map((row) => row.map((cell) => asText(cell, language))),
    {
      ...{ bom: true, delimiter: language === 'en' ? ',' : ';', record_delimiter: 'windows' },
      // A lone line feed is no end of a record here, and is one for every spreadsheet.
      quoted_match: /[\r\n\t,;]/,
    },
  )

// Also the wide signs of eastern keyboards, which some spreadsheets take for the narrow ones.
const formula = /^'*\s*[=+\-@\t\r＝＋－＠]/

function asText(value: CsvCell, language: Language | undefined): string {
  if (value === null) return ''
  if (typeof value === 'number')
    return language === 'sv' || language === 'es' ? String(value).replace('.', ',') : String(value)
  return formula.test(value) ? `'${value}` : value
}

/** The text of a cell that we wrote, without the apostrophe that kept it from running. */
export const textOfCell = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
