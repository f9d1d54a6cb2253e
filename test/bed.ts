import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Database, openDatabase } from '#platform/db.ts'
import { checksumOf, migrate } from '#platform/migrate.ts'
import { projectRoot } from '#platform/root.ts'

export interface FreshDatabase {
  db: Database
  engine: 'sqlite' | 'postgres'
  url?: string
  file?: string
  /** For uploads; gone with the database. */
  folder: string
  /** Opened once more, as by another program that knows nothing of the first; closed with it. */
  openAgain(): Database
  close(): Promise<void>
}

/** An empty database with all tables, for one test file; on the engine that `TEST_DATABASE` names (SQLite if none). */
export function freshDatabase(): Promise<FreshDatabase> {
  const engine = process.env['TEST_DATABASE'] ?? 'sqlite'
  if (engine === 'sqlite') return freshSqlite()
  if (engine === 'postgres') return freshPostgres(serverUrl())
  throw new Error(`TEST_DATABASE must be sqlite or postgres, not ${engine}.`)
}

async function freshSqlite(): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'malmoandan-test-'))
  const file = join(folder, 'malmoandan.sqlite')
  copyFileSync(await migratedFile(), file)
  const db = openDatabase({ file })
  const others = otherPrograms(() => openDatabase({ file }))
  return {
    db,
    engine: 'sqlite',
    file,
    folder,
    openAgain: others.open,
    async close() {
      await others.close()
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freshPostgres(server: string): Promise<FreshDatabase> {
  const template = await migratedTemplate(server)
  const name = `malmoandan_test_${randomBytes(6).toString('hex')}`
  await tell(server, `create database ${name} template ${template} strategy file_copy`)
  const url = databaseOf(server, name)
  const db = openDatabase({ url })
  const folder = mkdtempSync(join(tmpdir(), 'malmoandan-test-'))
  const others = otherPrograms(() => openDatabase({ url }))
  return {
    db,
    engine: 'postgres',
    url,
    folder,
    openAgain: others.open,
    async close() {
      await others.close()
      await db.close()
      await tell(server, `drop database ${name} with (force)`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Migrates once and copies from then on: to migrate takes a third of a second, and a run needs hundreds. */
async function migratedFile(): Promise<string> {
  const file = join(cache, `${checksumOfMigrations()}.sqlite`)
  if (existsSync(file)) return file
  mkdirSync(cache, { recursive: true })
  // Test files run side by side: each that finds none makes one, and the last one stays.
  const unfinished = join(cache, `${randomBytes(6).toString('hex')}.sqlite`)
  const db = openDatabase({ file: unfinished })
  await migrate(db)
  await db.close()
  renameSync(unfinished, file)
  return file
}

const cache = join(projectRoot, 'node_modules', '.cache', 'migrated')

// The name changes with the migrations, so what was made with others is never used.
const checksumOfMigrations = (): string => {
  const folder = join(projectRoot, 'migrations')
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  return checksumOf(texts.join('\n')).slice(0, 12)
}

function otherPrograms(open: () => Database) {
  const opened: Database[] = []
  return {
    open(): Database {
      const db = open()
      opened.push(db)
      return db
    },
    close: () => Promise.all(opened.map((db) => db.close())),
  }
}

/** The same on a server. */
async function migratedTemplate(server: string): Promise<string> {
  const name = `malmoandan_template_${checksumOfMigrations()}`
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    // Test files run side by side: the first one makes the template, the others wait for it.
    await client.query(`select pg_advisory_lock(${templateLock})`)
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await makeTemplate(client, server, name)
  } finally {
    await client.end()
  }
  return name
}

const templateLock = 2_014_061_4

async function makeTemplate(client: Client, server: string, name: string): Promise<void> {
  const unfinished = `${name}_unfinished`
  await client.query(`drop database if exists ${unfinished} with (force)`)
  await client.query(`create database ${unfinished}`)
  const db = openDatabase({ url: databaseOf(server, unfinished) })
  try {
    await migrate(db)
  } finally {
    await db.close()
  }
  await client.query(`alter database ${unfinished} rename to ${name}`)
}

async function tell(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function databaseOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES_URL']
  if (url) return url
  throw new Error(
    'TEST_POSTGRES_URL is missing: run the tests with `npm test -- --postgres`, which starts a server.',
  )
}
