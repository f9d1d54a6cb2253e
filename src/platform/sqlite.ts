import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { isManyRows, statementsOf } from './many-rows.ts'

interface Prepared {
  statement: StatementSync
  returnsRows: boolean
  jsonColumns: readonly string[]
}

/** One open file: statements are prepared once, and columns declared `jsonb` come back as what was stored in them. */
export class SqliteFile {
  readonly handle: DatabaseSync
  readonly #prepared = new Map<string, Prepared>()

  constructor(path: string) {
    this.handle = new DatabaseSync(path, { timeout: 5000 })
    // Write-ahead log, so that readers do not wait; every commit is on disk before we say that it is done.
    this.handle.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
    this.handle.exec('pragma cache_size = -16000; pragma temp_store = memory')
    // Pages that change again and again, as when many sign up, are moved from the log to the file less often.
    this.handle.exec('pragma wal_autocheckpoint = 4000')
  }

  run<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    const { statement, returnsRows, jsonColumns } = this.#prepare(sql)
    const bound = parameters as SQLInputValue[]
    if (returnsRows) {
      // Spread, because node:sqlite's rows have no prototype and would not equal the other engine's.
      const rows = (statement.all(...bound) as Record<string, unknown>[]).map((row) => ({ ...row }))
      for (const column of jsonColumns) readJson(rows, column)
      return { rows: rows as R[], numAffectedRows: BigInt(rows.length) }
    }
    return { rows: [], numAffectedRows: BigInt(statement.run(...bound).changes) }
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known) return known
    // Queries with lists of many lengths could fill the memory: start over long before that.
    if (this.#prepared.size > 1000) this.#prepared.clear()
    const statement = this.handle.prepare(sql)
    const columns = statement.columns()
    const jsonColumns = columns.filter((column) => column.type?.toLowerCase() === 'jsonb')
    const made = {
      statement,
      returnsRows: columns.length > 0,
      jsonColumns: jsonColumns.map((column) => column.name),
    }
    this.#prepared.set(sql, made)
    return made
  }
}

function readJson(rows: readonly Record<string, unknown>[], column: string): void {
  for (const row of rows) if (typeof row[column] === 'string') row[column] = JSON.parse(row[column])
}

/** Lets one writer in at a time, in the order they came. */
class Turn {
  #last: Promise<void> = Promise.resolve()

  async take(): Promise<() => void> {
    const before = this.#last
    let done = (): void => undefined
    this.#last = new Promise((resolve) => (done = resolve))
    await before
    return done
  }
}

/**
 * Reads go to a connection of their own, so a write in progress does not hold them up; writes and transactions take
 * turns on the other one.
 */
class SqliteConnection implements DatabaseConnection {
  readonly #reader: SqliteFile
  readonly #writer: SqliteFile
  readonly #turn: Turn
  #endTurn: (() => void) | undefined

  constructor(reader: SqliteFile, writer: SqliteFile, turn: Turn) {
    this.#reader = reader
    this.#writer = writer
    this.#turn = turn
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (isManyRows(query)) {
      if (!this.#endTurn) throw new Error('many rows are written within a transaction')
      const rows: R[] = []
      for (const { sql, parameters } of statementsOf(query.insert))
        rows.push(...this.#writer.run<R>(sql, parameters).rows)
      return { rows }
    }
    if (this.#endTurn) return this.#writer.run(query.sql, query.parameters)
    if (query.query.kind === 'SelectQueryNode') return this.#reader.run(query.sql, query.parameters)
    const endTurn = await this.#turn.take()
    try {
      return this.#writer.run(query.sql, query.parameters)
    } finally {
      endTurn()
    }
  }

  async begin(): Promise<void> {
    this.#endTurn = await this.#turn.take()
    try {
      this.#writer.handle.exec('begin immediate')
    } catch (error) {
      // Another process may hold the file for too long; whoever is next in line tries again.
      this.end('rollback')
      throw error
    }
  }

  end(word: 'commit' | 'rollback'): void {
    // After a commit that failed all is undone already, and the turn may be somebody else's.
    if (!this.#endTurn) return
    const { handle } = this.#writer
    try {
      if (word === 'commit' || handle.isTransaction) handle.exec(word)
    } catch (error) {
      if (handle.isTransaction) handle.exec('rollback')
      throw error
    } finally {
      this.#endTurn()
      this.#endTurn = undefined
    }
  }

  streamQuery(): never {
    throw new Error('streaming is not used')
  }
}

class SqliteDriver implements Driver {
  readonly #path: string
  readonly #turn = new Turn()
  #files: { reader: SqliteFile; writer: SqliteFile } | undefined

  constructor(path: string) {
    this.#path = path
  }

  // Not before something is asked: whoever has asked nothing is not told to close either.
  async init(): Promise<void> {
    this.#files = { writer: new SqliteFile(this.#path), reader: new SqliteFile(this.#path) }
  }

  async acquireConnection(): Promise<SqliteConnection> {
    if (!this.#files) throw new Error('the file is not open')
    return new SqliteConnection(this.#files.reader, this.#files.writer, this.#turn)
  }

  beginTransaction(connection: DatabaseConnection): Promise<void> {
    return (connection as SqliteConnection).begin()
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    ;(connection as SqliteConnection).end('commit')
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    ;(connection as SqliteConnection).end('rollback')
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#files?.reader.handle.close()
    this.#files?.writer.handle.close()
  }
}

/** The dialect for one file through Node's own SQLite. */
export const sqliteDialect = (path: string): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new SqliteDriver(path),
  createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})
