import type { DbOf, TxOf } from './handle.ts'
import { SqliteAdapter, sql } from 'kysely'
import { isPlanOfOldTables } from './named-statements.ts'
import { transact } from './transact.ts'

/** Decides about all of these requests, in their order, and answers each of them. */
export type Work<Tables, Request, R> = (
  tx: TxOf<Tables>,
  requests: readonly Request[],
) => Promise<readonly R[]>

/** Somebody who wants something decided about a row, and waits for the answer. */
export interface Waiting {
  request: unknown
  work: Work<unknown, unknown, unknown>
  resolve: (answer: unknown) => void
  reject: (error: unknown) => void
}

export interface Row {
  table: string
  id: string
}

type Answer = () => void

/** Answers to give once this is committed, for all of them or for the first ones; the rest is decided later. */
export async function decideForFirst(
  db: DbOf<unknown>,
  row: Row,
  waiting: readonly Waiting[],
): Promise<readonly Answer[]> {
  const runs = runsOf(waiting)
  try {
    const atOnce = runs.length === 1 ? await decideAtOnce(db, row, waiting) : null
    if (atOnce) return atOnce
    return await transact(db, async (tx) => {
      await lockRow(tx, row)
      const answers: Answer[] = []
      for (const run of runs) {
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

/**
 * Most often all goes well, and nothing needs a place to go back to: one statement less, and no second copy of what is
 * changed. Null when it does not; then all is undone, and tried again with more care.
 */
async function decideAtOnce(
  db: DbOf<unknown>,
  row: Row,
  run: readonly Waiting[],
): Promise<readonly Answer[] | null> {
  let fault: { error: unknown } | undefined
  try {
    return await transact(db, async (tx) => {
      await lockRow(tx, row)
      return await answersOf(tx, run).catch((error: unknown) => {
        fault = { error }
        throw error
      })
    })
  } catch (error) {
    // Of a commit that failed nobody knows whether it was kept.
    if (fault?.error !== error) throw error
    const [first] = run
    const isFinal = run.length === 1 && !isDeadlock(error) && !isPlanOfOldTables(error)
    return first && isFinal ? [() => first.reject(error)] : null
  }
}

async function answersOf(tx: TxOf<unknown>, run: readonly Waiting[]): Promise<Answer[]> {
  const requests = run.map(({ request }) => request)
  const results = (await run[0]?.work(tx, requests)) ?? []
  if (results.length !== run.length) throw new Error('not everybody was answered')
  return run.map(
    ({ resolve }, index) =>
      () =>
        resolve(results[index]),
  )
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
async function decideRun(tx: TxOf<unknown>, run: readonly Waiting[]): Promise<Answer[]> {
  const [first] = run
  if (!first) return []
  await sql`savepoint decision`.execute(tx)
  try {
    return await answersOf(tx, run)
  } catch (error) {
    await sql`rollback to savepoint decision`.execute(tx)
    if (isDeadlock(error)) return []
    if (isPlanOfOldTables(error)) return decideRun(tx, run)
    return run.length === 1 ? [() => first.reject(error)] : decideOneByOne(tx, run)
  }
}

async function decideOneByOne(tx: TxOf<unknown>, run: readonly Waiting[]): Promise<Answer[]> {
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

export async function lockRow<Tables>(db: DbOf<Tables>, { table, id }: Row): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) return
  await sql`select id from ${sql.table(table)} where id = ${id} for update`.execute(db)
}
