import type { Context } from 'hono'
import { type CsvCell, toCsv } from './csv.ts'
import { download, type VisitEnv } from './http.ts'

interface TableFile {
  /** Without its ending. */
  name: string
  header: readonly string[]
  rows: readonly (readonly CsvCell[])[]
}

/** A list as a file that the reader's spreadsheet opens as it is meant. */
export const downloadTable = (c: Context<VisitEnv>, { name, header, rows }: TableFile): Response =>
  download(c, toCsv(header, rows, c.var.language), { name: `${name}.csv`, type: 'text/csv' })
