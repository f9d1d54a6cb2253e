import { rejects } from 'node:assert/strict'
import { sql } from 'kysely'
import { transact } from '#platform/db.ts'
import type { FreshDatabase } from './bed.ts'

/** A trigger that has a name on each engine. */
export interface Guard {
  table: string
  sqlite: string
  postgres: string
}

/** Does something while one guard is away, to see the one behind it; afterwards the guard stands again. */
export async function withoutGuard(bed: FreshDatabase, guard: Guard, work: () => Promise<void>) {
  const db = bed.db.as()
  const run = (text: string): Promise<unknown> => sql.raw(text).execute(db)
  const { table, sqlite, postgres } = guard
  const of = `select sql from sqlite_master where type = 'trigger' and name = '${sqlite}'`
  const written = bed.engine === 'sqlite' ? (await sql.raw<{ sql: string }>(of).execute(db)).rows[0]?.sql : ''
  const [away, back] =
    bed.engine === 'sqlite'
      ? [`drop trigger ${sqlite}`, written ?? '']
      : [
          `alter table ${table} disable trigger ${postgres}`,
          `alter table ${table} enable trigger ${postgres}`,
        ]
  await run(away)
  try {
    await work()
  } finally {
    await run(back)
  }
}

/** Nothing but this guard refuses it: without the guard it goes through, and is undone again. */
export const goesThroughWithout = (bed: FreshDatabase, guard: Guard, text: string): Promise<void> =>
  withoutGuard(bed, guard, () =>
    rejects(
      transact(bed.db.as(), async (tx) => {
        await sql.raw(text).execute(tx)
        throw new Error('undone')
      }),
      { message: 'undone' },
      text,
    ),
  )
