import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase, type Session } from '#platform/db.ts'
import { checksumOf, forEngine } from '#platform/migrate.ts'
import { projectRoot } from '#platform/root.ts'
import type { FreshDatabase } from './bed.ts'

/** A database without a table. */
export async function emptied(bed: FreshDatabase): Promise<Database> {
  if (bed.engine === 'sqlite') return openDatabase({ file: join(bed.folder, 'old.sqlite') })
  await bed.db.alone((session) => session.script('drop schema public cascade; create schema public'))
  return bed.db
}

/** As the program left it that knew the migrations before this one, and no other; with what had been written there. */
export async function makeAsBefore(session: Session, first: string, written: string): Promise<void> {
  await session.script(
    'create table migration (name text primary key, checksum text not null, applied_at timestamptz not null)',
  )
  const folder = join(projectRoot, 'migrations')
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql') && name < first)
  for (const name of names.sort()) {
    const text = readFileSync(join(folder, name), 'utf8')
    await session.script(forEngine(text, session.engine))
    await session.script(
      `insert into migration values ('${name}', '${checksumOf(text)}', '2026-09-01T08:00:00.000Z')`,
    )
  }
  await session.script(written)
}
