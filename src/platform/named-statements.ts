import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

// A server keeps the plan of each for every connection; lists of many lengths must not fill its memory.
const namesMax = 400
const seenMax = 4000
// Worth a name is what comes back.
const timesBeforeNamed = 3

/** Which statements come so often that servers may keep them. */
export class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #seen = new Map<string, number>()

  /** The name of a statement that came often enough, the same each time; undefined for all others. */
  of(text: string): string | undefined {
    // The best way through a list depends on how much there is, and a plan that is kept was made when there was less.
    if (text.includes(' in (')) return undefined
    const known = this.#names.get(text)
    if (known !== undefined || this.#names.size >= namesMax) return known
    const times = (this.#seen.get(text) ?? 0) + 1
    if (times < timesBeforeNamed) {
      if (this.#seen.size >= seenMax) this.#seen.clear()
      this.#seen.set(text, times)
      return undefined
    }
    this.#seen.delete(text)
    const name = `often_${this.#names.size + 1}`
    this.#names.set(text, name)
    return name
  }
}

/**
 * The pool, with names for statements that come often: the server reads and plans them once for each connection
 * instead of every time, which is a tenth of the work of a sign-up.
 */
export function withNamedStatements(pool: pg.Pool, names = new StatementNames()): PostgresPool {
  const named = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const known = named.get(client) ?? namedClient(client, names)
      named.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

function namedClient(client: pg.PoolClient, names: StatementNames): PostgresPoolClient {
  // Grows when the tables changed under this connection, so that nothing old is asked for by its name.
  let changes = 0
  const ask = async (text: string, parameters: readonly unknown[]) => {
    const values = [...parameters]
    const name = values.length > 0 ? names.of(text) : undefined
    if (name === undefined) return client.query(text, values)
    try {
      return await client.query({ name: `${name}_${changes}`, text, values })
    } catch (error) {
      if (!isPlanOfOldTables(error)) throw error
      changes += 1
      // Within a transaction all since its last savepoint is lost: `decide` goes back there and begins again.
      if (client.getTransactionStatus() !== 'I') throw error
      return client.query(text, values)
    }
  }
  return { query: ask as unknown as PostgresPoolClient['query'], release: () => client.release() }
}

/** What a server answers when a column came to a table, as with a new version of the platform beside this one. */
export const isPlanOfOldTables = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '0A000' &&
  error.message.includes('cached plan must not change result type')
