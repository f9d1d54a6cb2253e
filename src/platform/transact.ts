import type { Kysely, Transaction } from 'kysely'

/**
 * One write transaction that holds no row beforehand: for adding things that depend on nothing else. Given a
 * transaction that has begun already, the work becomes part of it.
 */
export const transact = <Tables, R>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<R>,
): Promise<R> => (db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work))
