import type { AddsTo } from './handle.ts'
import { CompiledQuery, type Insertable, type Selectable, SqliteAdapter } from 'kysely'
import { manyRows } from './many-rows.ts'

/** A row to add, with JSON columns as the things themselves. */
export type NewRow<Table> = {
  [Column in keyof Insertable<Table>]: Column extends keyof Selectable<Table>
    ? Selectable<Table>[Column]
    : never
}

/**
 * Adds many rows within a transaction, in their order; every row names the same columns. The statement is the same
 * for many numbers of rows, so an engine reads it once: SQLite is given some at a time, PostgreSQL all in one
 * journey. What comes after the rows (`on conflict …`, `returning …`) is plain SQL that both engines speak.
 */
export async function insertRows<Table, Returned = never>(
  tx: AddsTo<unknown>,
  table: string,
  rows: readonly NewRow<Table>[],
  after = '',
): Promise<Returned[]> {
  const [first] = rows
  if (!first) return []
  const columns = Object.keys(first) as (keyof NewRow<Table> & string)[]
  const target = `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')})`
  const isSqlite = tx.getExecutor().adapter instanceof SqliteAdapter
  const query = isSqlite
    ? manyRows({
        ...{ before: target, after, row: `(${columns.map(() => '?').join(', ')})` },
        rows: rows.map((row) => columns.map((column) => stored(row[column]))),
      })
    : CompiledQuery.raw(
        `${target} select ${columns.map((column) => `"${column}"`).join(', ')} ` +
          // A row of the table that does not exist tells the types; by its name the table "record" is not found.
          `from json_populate_recordset((select one from "${table}" as one limit 0), $1) ${after}`,
        [JSON.stringify(rows)],
      )
  return (await tx.executeQuery<Returned>(query)).rows
}

const stored = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value
