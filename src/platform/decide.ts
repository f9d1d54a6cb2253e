import { type Kysely, SqliteAdapter, sql, type Transaction } from 'kysely'
import { setImmediate as nextRound } from 'node:timers/promises'
import { isPlanOfOldTables } from './named-statements.ts'

/**
 * One write transaction that holds no row beforehand: for adding things that depend on nothing else. Given a
 * transaction that has begun already, the work becomes part of it.
 */
export const transact = <Tables, R>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<R>,
): Promise<R> => (db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work))

/** Decides about all of these requests, in their order, and answers each of them. */
export type Work<Tables, Request, R> = (
  tx: Transaction<Tables>,
  requests: readonly Request[],
) => Promise<readonly R[]>

/** Somebody who wants something decided about a row, and waits for the answer. */
interface Waiting {
  request: unknown
  work: Work<unknown, unknown, unknown>
  resolve: (answer: unknown) => void
  reject: (error: unknown) => void
}

/** Who waits for which row, for each handle. */
const lines = new WeakMap<object, Map<string, Waiting[]>>()

// So many share one commit at most: the first of them waits for the last.
const togetherMax = 100

/**
 * One write transaction about one row: nobody else decides about that row meanwhile. On PostgreSQL the row is locked;
 * SQLite has a single writer at a time, which waits its turn before it reads. Those who came for the same row in the
 * same instant are decided one after another, in the order they came, and kept by one commit: a disk can commit a few
 * hundred times a second, and more people than that may want a seat. Nobody is answered before that commit.
 */
export const decide = <Tables, R>(
  db: Kysely<Tables>,
  table: keyof Tables & string,
  id: string,
  work: (tx: Transaction<Tables>) => Promise<R>,
): Promise<R> => decideTogether(db, table, id, null, async (tx) => [await work(tx)])

/**
 * The same for what many may want in the same instant. Everybody stands in the same line as with `decide`; those next
 * to each other who come with the very same work are handed to it together, so that it can read and write for all of
 * them at once. When that fails each is tried alone, so that whoever has a bad request fails alone.
 */
export function decideTogether<Tables, Request, R>(
  db: Kysely<Tables>,
  table: keyof Tables & string,
  id: string,
  request: Request,
  work: Work<Tables, Request, R>,
): Promise<R> {
  if (db.isTransaction) return decideAlone(db as Transaction<Tables>, { table, id }, request, work)
  return new Promise<R>((resolve, reject) => {
    const line = lineFor(db, `${table} ${id}`)
    line.push({ request, work, resolve, reject } as Waiting)
    if (line.length === 1) void serve(db as Kysely<unknown>, { table, id })
  })
}

interface Row {
  table: string
  id: string
}

async function decideAlone<Tables, Request, R>(
  tx: Transaction<Tables>,
  row: Row,
  request: Request,
  work: Work<Tables, Request, R>,
): Promise<R> {
  await lockRow(tx, row)
  const [answer] = await work(tx, [request])
  return answer as R
}

function lineFor(db: object, key: string): Waiting[] {
  const ofHandle = lines.get(db) ?? new Map<string, Waiting[]>()
  lines.set(db, ofHandle)
  const line = ofHandle.get(key) ?? []
  ofHandle.set(key, line)
  return line
}

/** Decides until nobody waits any more for this row. */
async function serve(db: Kysely<unknown>, row: Row): Promise<void> {
  const key = `${row.table} ${row.id}`
  const line = lineFor(db, key)
  while (line.length > 0) {
    await lastOneIn(line)
    const answers = await decideForFirst(db, row, line.slice(0, togetherMax))
    line.splice(0, answers.length)
    for (const answer of answers) answer()
  }
  lines.get(db)?.delete(key)
}

/** Whoever is at the door already comes in before it is closed, and whoever comes in behind them. */
async function lastOneIn(line: readonly Waiting[]): Promise<void> {
  for (let before = 0; before < line.length && line.length < togetherMax;) {
    before = line.length
    await nextRound()
  }
}

type Answer = () => void

/** Answers to give once this is committed, for all of them or for the first ones; the rest is decided later. */
async function decideForFirst(db: Kysely<unknown>, row: Row, waiting: readonly Waiting[]): Promise<Answer[]> {
  try {
    return await transact(db, async (tx) => {
      await lockRow(tx, row)
      const answers: Answer[] = []
      for (const run of runsOf(waiting)) {
        const some = await decideRun(tx, run)
        answers.push(...some)
        if (some.length < run.length) break
      }
      return answers
    })
  } catch (error) {
    return waiting.map(
      ({ reject }) =>
        () =>
          reject(error),
    )
  }
}

/** Those next to each other who come with the same work. */
function runsOf(waiting: readonly Waiting[]): Waiting[][] {
  const runs: Waiting[][] = []
  for (const one of waiting) {
    const last = runs.at(-1)
    if (last?.[0]?.work === one.work) last.push(one)
    else runs.push([one])
  }
  return runs
}

/** What fails is undone. Answers for the first ones alone when the others have to wait for somebody who waits for us. */
async function decideRun(tx: Transaction<unknown>, run: readonly Waiting[]): Promise<Answer[]> {
  const [first] = run
  if (!first) return []
  await sql`savepoint decision`.execute(tx)
  try {
    const requests = run.map(({ request }) => request)
    const results = await first.work(tx, requests)
    if (results.length !== run.length) throw new Error('not everybody was answered')
    return run.map(
      ({ resolve }, index) =>
        () =>
          resolve(results[index]),
    )
  } catch (error) {
    await sql`rollback to savepoint decision`.execute(tx)
    if (isDeadlock(error)) return []
    if (isPlanOfOldTables(error)) return decideRun(tx, run)
    return run.length === 1 ? [() => first.reject(error)] : decideOneByOne(tx, run)
  }
}

async function decideOneByOne(tx: Transaction<unknown>, run: readonly Waiting[]): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const one of run) {
    const alone = await decideRun(tx, [one])
    if (alone.length === 0) break
    answers.push(...alone)
  }
  return answers
}

// What PostgreSQL answers to one of two who wait for each other; SQLite has but one writer.
const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40P01'

async function lockRow<Tables>(db: Kysely<Tables>, { table, id }: Row): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) return
  await sql`select id from ${sql.table(table)} where id = ${id} for update`.execute(db)
}
