import { stringify } from 'csv-stringify/sync'

/**
 * A table that spreadsheets open as it is meant: UTF-8 with a byte-order mark, semicolons as Swedish Excel expects.
 * A value that begins like a formula gets an apostrophe in front, so that it stays text.
 */
export const toCsv = (
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string =>
  stringify(
    [header, ...rows].map((row) => row.map(asText)),
    { bom: true, delimiter: ';', record_delimiter: 'windows' },
  )

const asText = (value: string | number | null): string => {
  if (value === null) return ''
  const text = String(value)
  return typeof value === 'string' && /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
