import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ColumnType, Kysely, sql } from 'kysely'
import type { Pool } from 'pg'
import type { DbOf } from './handle.ts'
import { messageOf, OperatorError } from './errors.ts'
import { postgresDialect, postgresPool } from './postgres.ts'
import { SqliteFile, sqliteDialect } from './sqlite.ts'

export { askTogether } from './ask-together.ts'
export { decide, decideTogether } from './decide.ts'
export { insertRows, type NewRow } from './insert-rows.ts'
export { transact } from './transact.ts'

export type Engine = 'sqlite' | 'postgres'

export type Place = { file: string } | { url: string }

/** A column that holds JSON: written with `json(…)`, read as the thing itself. */
export type Json<T> = ColumnType<T, string, string>

/** The text to write into a `jsonb` column. */
export const json = (value: unknown): string => JSON.stringify(value)

/** What a migration is run with: plain statements on one connection that nobody else uses meanwhile. */
export interface Session {
  engine: Engine
  script(sqlText: string): Promise<void>
  rows(sqlText: string): Promise<Record<string, unknown>[]>
}

export interface Database {
  engine: Engine
  /** Where it is, so that a thread of its own may open it as well. */
  place: Place
  /** The handle, typed as the tables that the receiver may spell. */
  as<Tables>(): DbOf<Tables>
  /** Runs alone, also among several processes: for migrations. */
  alone<R>(work: (session: Session) => Promise<R>): Promise<R>
  /** A number or word that changes whenever anything was committed by anybody; cheap to ask for. */
  version(): Promise<string>
  close(): Promise<void>
}

/** Opens the database: a SQLite file, made when missing, or a PostgreSQL server. */
export function openDatabase(place: Place): Database {
  return 'file' in place ? openSqlite(place.file) : openPostgres(place.url)
}

/** Where the database is, by the settings: PostgreSQL when an address is given, else a file in the data folder. */
export const databasePlace = (settings: { databaseUrl?: string | undefined; dataDir: string }): Place =>
  settings.databaseUrl ? { url: settings.databaseUrl } : { file: join(settings.dataDir, 'malmoandan.sqlite') }

function openSqlite(file: string): Database {
  try {
    mkdirSync(join(file, '..'), { recursive: true })
    const own = new SqliteFile(file)
    const db = new Kysely<unknown>({ dialect: sqliteDialect(file) })
    return {
      engine: 'sqlite',
      place: { file },
      as: <Tables>() => db as unknown as DbOf<Tables>,
      alone: (work) => aloneInSqlite(own, work),
      version: async () =>
        String(own.run<{ data_version: number }>('pragma data_version', []).rows[0]?.data_version),
      async close() {
        await db.destroy()
        own.handle.close()
      },
    }
  } catch (error) {
    throw new OperatorError(
      `The database file ${file} cannot be opened: ${messageOf(error)}. Check that DATA_DIR names a folder that ` +
        'this program may write to.',
    )
  }
}

async function aloneInSqlite<R>(own: SqliteFile, work: (session: Session) => Promise<R>): Promise<R> {
  own.handle.exec('begin exclusive')
  try {
    const result = await work({
      engine: 'sqlite',
      script: async (text) => own.handle.exec(text),
      rows: async (text) => own.run<Record<string, unknown>>(text, []).rows,
    })
    own.handle.exec('commit')
    return result
  } catch (error) {
    if (own.handle.isTransaction) own.handle.exec('rollback')
    throw error
  }
}

function openPostgres(url: string): Database {
  const pool = postgresPool(url)
  const db = new Kysely<unknown>({ dialect: postgresDialect(pool) })
  return {
    engine: 'postgres',
    place: { url },
    as: <Tables>() => db as unknown as DbOf<Tables>,
    alone: (work) => aloneInPostgres(pool, work),
    async version() {
      const { rows } = await sql<{
        v: string
      }>`select pg_snapshot_xmax(pg_current_snapshot())::text as v`.execute(db)
      return rows[0]?.v ?? ''
    },
    async close() {
      await db.destroy()
      // Kysely ends the pool only if it has itself asked something.
      if (!pool.ended) await pool.end()
    },
  }
}

// Any number, but always this one: whoever holds it is the only one that migrates this database.
const migrationLock = 2_014_061_3

async function aloneInPostgres<R>(pool: Pool, work: (session: Session) => Promise<R>): Promise<R> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new OperatorError(`The PostgreSQL server of DATABASE_URL does not answer: ${messageOf(error)}.`)
  })
  try {
    await client.query(`begin; select pg_advisory_xact_lock(${migrationLock})`)
    const result = await work({
      engine: 'postgres',
      script: async (text) => void (await client.query(text)),
      rows: async (text) => (await client.query<Record<string, unknown>>(text)).rows,
    })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
