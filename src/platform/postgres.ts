import { PostgresDialect } from 'kysely'
import pg from 'pg'
import { withNamedStatements } from './named-statements.ts'

const int8 = 20
const numeric = 1700
const timestamptz = 1184

/** Counts come back as numbers and instants as the same ISO-8601 text that SQLite keeps. */
const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') => {
    if (id === int8 || id === numeric) return Number
    if (id === timestamptz) return (text: string) => new Date(text).toISOString()
    return pg.types.getTypeParser(id, format)
  },
}

/** Connections are few: one process serves the whole platform, and a database has a limit for all its clients. */
export function postgresPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 12, types, options: '-c timezone=UTC' })
  // An idle connection that the server ends is not an error of ours: the pool opens another when one is needed.
  pool.on('error', () => undefined)
  // Nor is one that ends while it is asked something: whoever asked is told, and the platform goes on.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

export const postgresDialect = (pool: pg.Pool): PostgresDialect =>
  new PostgresDialect({ pool: withNamedStatements(pool) })
