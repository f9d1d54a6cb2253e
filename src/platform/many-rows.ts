import { CompiledQuery } from 'kysely'

/** Rows to add within a transaction. */
interface Insert {
  /** The statement up to `values`, and what comes after the rows. */
  before: string
  after: string
  /** The places of one row's values. */
  row: string
  rows: readonly (readonly unknown[])[]
}

interface ManyRows extends CompiledQuery {
  insert: Insert
}

export const manyRows = (insert: Insert): ManyRows => ({ ...CompiledQuery.raw(''), insert })

export const isManyRows = (query: CompiledQuery): query is ManyRows => 'insert' in query

// So many rows go into one statement: each statement costs a savepoint of its own, and each length is prepared once.
const rowsAtOnce = [16, 4, 1]

/** The same rows in few statements of few different lengths, in their order. */
export function* statementsOf({ before, after, row, rows }: Insert): Generator<CompiledQuery> {
  let done = 0
  for (const many of rowsAtOnce) {
    const sql = `${before} values ${Array.from({ length: many }, () => row).join(', ')} ${after}`
    for (; rows.length - done >= many; done += many)
      yield CompiledQuery.raw(sql, rows.slice(done, done + many).flat())
  }
}
