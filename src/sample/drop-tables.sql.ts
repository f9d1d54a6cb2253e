import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine, Session } from '#platform/db.ts'
import { forEngine } from '#platform/migrate.ts'
import { projectRoot } from '#platform/root.ts'

/** What this database was filled as; null when it has no tables of ours. */
export async function kindOf({ engine, rows }: Session): Promise<unknown> {
  const isThere =
    engine === 'sqlite'
      ? `select 1 from sqlite_master where name = 'installation'`
      : `select 1 where to_regclass('installation') is not null`
  if ((await rows(isThere)).length === 0) return null
  return (await rows('select kind from installation'))[0]?.['kind'] ?? null
}

/** The names of the files, pictures and others, that were sent in. */
export const sentFiles = async ({ rows }: Session): Promise<string[]> => {
  const names = 'select file_name from picture union select checksum as file_name from stored_file'
  return (await rows(names)).map((row) => String(row['file_name']))
}

/**
 * Takes away every table, view and function that the migrations make, and nothing else, since a PostgreSQL server may hold
 * other things beside. The latest comes first, so nobody is left pointing at what is gone. Rows can't be deleted
 * instead: the database keeps goals, answers and commitments from that.
 */
export async function dropTables({ engine, script }: Session): Promise<void> {
  const all = migrationTexts(engine)
  const tables = ['migration', ...named(all, /^create table (?:if not exists )?(\w+)/gm)]
  const functions = engine === 'postgres' ? named(all, /^create (?:or replace )?function (\w+)/gm) : []
  const cascade = engine === 'postgres' ? ' cascade' : ''
  // What looks at tables goes before them; SQLite would stumble over it later.
  for (const name of named(all, /^create view (\w+)/gm).toReversed())
    await script(`drop view if exists ${name}${cascade}`)
  // Some came to point at a younger table: SQLite counts at the end of the transaction, when all are gone.
  if (engine === 'sqlite') await script('pragma defer_foreign_keys = on')
  for (const name of tables.toReversed()) await script(`drop table if exists ${name}${cascade}`)
  for (const name of functions) await script(`drop function if exists ${name} cascade`)
}

const named = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, name = '']) => name)

function migrationTexts(engine: Engine): string {
  const folder = join(projectRoot, 'migrations')
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names
    .sort()
    .map((name) => forEngine(readFileSync(join(folder, name), 'utf8'), engine))
    .join('\n')
}
