import { type Kysely, SqliteAdapter, sql, type Transaction } from 'kysely'
import { setImmediate as nextRound } from 'node:timers/promises'

/**
 * One write transaction that holds no row beforehand: for adding things that depend on nothing else. Given a
 * transaction that has begun already, the work becomes part of it.
 */
export const transact = <Tables, R>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<R>,
): Promise<R> => (db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work))

/** Somebody who wants to decide about a row, and waits for the answer. */
interface Decision {
  work: (tx: Transaction<unknown>) => Promise<unknown>
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
}

/** Who waits for which row, for each handle. */
const queues = new WeakMap<object, Map<string, Decision[]>>()

// So many share one commit at most: the first of them waits for the last.
const togetherMax = 50

/**
 * One write transaction about one row: nobody else decides about that row meanwhile. On PostgreSQL the row is locked;
 * SQLite has a single writer at a time, which waits its turn before it reads. Those who came for the same row in the
 * same instant are decided one after another, in the order they came, and kept by one commit: a disk can commit a few
 * hundred times a second, and more people than that may want a seat. Nobody is answered before that commit.
 */
export function decide<Tables, R>(
  db: Kysely<Tables>,
  table: keyof Tables & string,
  id: string,
  work: (tx: Transaction<Tables>) => Promise<R>,
): Promise<R> {
  if (db.isTransaction) return lockRow(db, table, id).then(() => work(db as Transaction<Tables>))
  return new Promise<R>((resolve, reject) => {
    const decision = { work, resolve, reject } as Decision
    const queue = queueOf(db, `${table} ${id}`)
    queue.push(decision)
    if (queue.length === 1) void decideAll(db as Kysely<unknown>, table, id)
  })
}

function queueOf(db: object, key: string): Decision[] {
  const ofHandle = queues.get(db) ?? new Map<string, Decision[]>()
  queues.set(db, ofHandle)
  const queue = ofHandle.get(key) ?? []
  ofHandle.set(key, queue)
  return queue
}

async function decideAll(db: Kysely<unknown>, table: string, id: string): Promise<void> {
  const queue = queueOf(db, `${table} ${id}`)
  while (queue.length > 0) {
    // Whoever is at the door already comes in before it is closed.
    await nextRound()
    const answers = await decideTogether(db, { table, id }, queue.slice(0, togetherMax))
    queue.splice(0, answers.length)
    for (const answer of answers) answer()
  }
  queues.get(db)?.delete(`${table} ${id}`)
}

type Answer = () => void

/** Answers to give once this is done, for all of them or for the first ones; the rest is decided later. */
async function decideTogether(
  db: Kysely<unknown>,
  row: { table: string; id: string },
  together: readonly Decision[],
): Promise<Answer[]> {
  try {
    return await transact(db, async (tx) => {
      await lockRow(tx, row.table, row.id)
      const answers: Answer[] = []
      for (const decision of together) {
        const answer = await decideOne(tx, decision)
        if (!answer) break
        answers.push(answer)
      }
      return answers
    })
  } catch (error) {
    return together.map(
      ({ reject }) =>
        () =>
          reject(error),
    )
  }
}

/** What fails is undone, and fails alone. Null when it has to wait for others who wait for us. */
async function decideOne(tx: Transaction<unknown>, decision: Decision): Promise<Answer | null> {
  const { work, resolve, reject } = decision
  await sql`savepoint decision`.execute(tx)
  try {
    const result = await work(tx)
    return () => resolve(result)
  } catch (error) {
    await sql`rollback to savepoint decision`.execute(tx)
    return isDeadlock(error) ? null : () => reject(error)
  }
}

// What PostgreSQL answers to one of two who wait for each other; SQLite has but one writer.
const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40P01'

async function lockRow<Tables>(db: Kysely<Tables>, table: string, id: string): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) return
  await sql`select id from ${sql.table(table)} where id = ${id} for update`.execute(db)
}
