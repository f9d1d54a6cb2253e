import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { World } from '../world.ts'

/** Every table with a mark of all that stands in it, to tell whether anything changed. */
export async function stateOf(world: World): Promise<Record<string, string>> {
  const db = world.database.as() as unknown as Kysely<unknown>
  const marks: Record<string, string> = {}
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db)
    const lines = rows.map((row) => JSON.stringify(row)).sort()
    marks[name] = createHash('sha256').update(lines.join('\n')).digest('hex')
  }
  return marks
}
