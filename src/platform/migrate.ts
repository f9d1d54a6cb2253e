import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Engine, Session } from './db.ts'
import { OperatorError } from './errors.ts'
import { projectRoot } from './root.ts'

interface Migration {
  name: string
  text: string
}

const folder = join(projectRoot, 'migrations')

/** All migrations of this program, in order. */
const migrations = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

/** The checksum under which a migration is remembered. */
export const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Leaves out the blocks of the other engine: `-- sqlite:` or `-- postgres:` up to `-- end`. */
export function forEngine(text: string, engine: Engine): string {
  const other = engine === 'sqlite' ? 'postgres' : 'sqlite'
  return text.replaceAll(new RegExp(`^-- ${other}:$[\\s\\S]*?^-- end$`, 'gm'), '')
}

/**
 * Runs every migration that this database lacks, whatever order they were merged in, all or nothing. Refuses a
 * database that has migrations this program does not know, or other ones under the same name.
 */
export function migrate(database: Database): Promise<string[]> {
  return database.alone(async (session) => {
    await session.script(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null)',
    )
    const applied = new Map((await session.rows('select name, checksum from migration')).map(toEntry))
    const all = migrations()
    refuseNewerDatabase(applied, all)
    const missing = all.filter((one) => !applied.has(one.name))
    for (const one of missing) await apply(session, one)
    return missing.map((one) => one.name)
  })
}

const toEntry = (row: Record<string, unknown>): [string, string] => [
  String(row['name']),
  String(row['checksum']),
]

function refuseNewerDatabase(applied: ReadonlyMap<string, string>, all: readonly Migration[]): void {
  const known = new Map(all.map((one) => [one.name, checksumOf(one.text)]))
  const unknown = [...applied.keys()].filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new OperatorError(
      `The database is newer than this program: it holds ${unknown.join(', ')}, which this version does not know. ` +
        'Start the newer version, or restore the backup that was made with this one. Nothing was changed.',
    )
  }
  const changed = [...applied]
    .filter(([name, checksum]) => known.get(name) !== checksum)
    .map(([name]) => name)
  if (changed.length > 0) {
    throw new OperatorError(
      `The database was made with another text of ${changed.join(', ')}. Migrations are never edited once released: ` +
        'get the released files back. Nothing was changed.',
    )
  }
}

async function apply(session: Session, { name, text }: Migration): Promise<void> {
  await session.script(forEngine(text, session.engine))
  const at = new Date().toISOString()
  await session.script(`insert into migration values ('${name}', '${checksumOf(text)}', '${at}')`)
}
