import type { Kysely } from 'kysely'
import type { DbOf, TxOf } from './handle.ts'

/**
 * One write transaction that holds no row beforehand: for adding things that depend on nothing else. Given a
 * transaction that has begun already, the work becomes part of it.
 */
export const transact = <Tables, R>(db: DbOf<Tables>, work: (tx: TxOf<Tables>) => Promise<R>): Promise<R> =>
  db.isTransaction
    ? work(db as TxOf<Tables>)
    : (db as unknown as Kysely<Tables>).transaction().execute((tx) => work(tx as unknown as TxOf<Tables>))
