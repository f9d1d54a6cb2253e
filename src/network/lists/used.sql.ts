import { sql } from 'kysely'
import type { Pointer } from '../organisations/merge.rules.ts'
import type { Db, Reads } from '../tables.ts'

/** Of what a list added: what any other row of the database points at. */
export async function usedOf(db: Db, importId: string, pointers: readonly Pointer[]): Promise<Set<string>> {
  const used = new Set<string>()
  const added = sql`select organisation_id from list_import_line where import_id = ${importId} and done = 'added'`
  for (const { table, column } of pointers) {
    if (table === 'list_import_line') continue
    const { rows } = await sql<{ id: string }>`
      select distinct ${sql.ref(column)} as id from ${sql.table(table)} where ${sql.ref(column)} in (${added})`.execute(
      db,
    )
    for (const { id } of rows) used.add(id)
  }
  const { rows } = await sql<{ id: string }>`
    select distinct organisation_id as id from list_import_line where import_id <> ${importId}
      and done in ('changed', 'listed', 'invited') and (undone is null or undone = 'stays')
      and organisation_id in (${added})`.execute(db)
  for (const { id } of rows) used.add(id)
  return used
}

/** Entries that another became. */
export const joinedWith = async (db: Reads): Promise<Set<string>> =>
  new Set(
    (await db.selectFrom('organisation_merge').select('into_id').distinct().execute()).map(
      ({ into_id }) => into_id,
    ),
  )
