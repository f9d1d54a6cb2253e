import { sql } from 'kysely'
import type { World } from '../world.ts'

export type Row = Record<string, string>

/** The first row that a query finds in the sample year. */
export async function rowOf(world: World, query: string): Promise<Row> {
  const { rows } = await sql.raw<Row>(`${query} limit 1`).execute(world.database.as())
  if (!rows[0]) throw new Error(`the sample year has nothing for: ${query}`)
  return rows[0]
}
