/** One figure of the run, beside its floor and what we want of it. */
export interface Row {
  what: string
  measured: string
  floor?: string
  /** Measured as a share of the floor. */
  share?: number
  goal?: string
}

const columns = ['', 'platform', 'floor, same run', 'share', 'goal']

/** The rows as a Markdown table that also reads well as it is. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, measured, floor = '', share, goal = '' }) => [
    ...[what, measured, floor],
    ...[share === undefined ? '' : `${Math.round(share * 100)} %`, goal],
  ])
  const all = [columns, ...cells]
  const widths = columns.map((_, index) => Math.max(3, ...all.map((row) => row[index]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')
}

/** A number for people: thousands apart, and no more digits than it is worth. */
export const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US').replaceAll(',', ' ') : value.toFixed(1)
