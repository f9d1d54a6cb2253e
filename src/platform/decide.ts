import type { DbOf, TxOf } from './handle.ts'
import { setImmediate as nextRound } from 'node:timers/promises'
import { decideForFirst, lockRow, type Row, type Waiting, type Work } from './decide-waiting.ts'

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
  db: DbOf<Tables>,
  table: keyof Tables & string,
  id: string,
  work: (tx: TxOf<Tables>) => Promise<R>,
): Promise<R> => decideTogether(db, table, id, null, async (tx) => [await work(tx)])

/**
 * The same for what many may want in the same instant. Everybody stands in the same line as with `decide`; those next
 * to each other who come with the very same work are handed to it together, so that it can read and write for all of
 * them at once. When that fails each is tried alone, so that whoever has a bad request fails alone.
 */
export function decideTogether<Tables, Request, R>(
  db: DbOf<Tables>,
  table: keyof Tables & string,
  id: string,
  request: Request,
  work: Work<Tables, Request, R>,
): Promise<R> {
  if (db.isTransaction) return decideAlone(db as TxOf<Tables>, { table, id }, request, work)
  return new Promise<R>((resolve, reject) => {
    const line = lineFor(db, `${table} ${id}`)
    line.push({ request, work, resolve, reject } as Waiting)
    if (line.length === 1) void serve(db, { table, id })
  })
}

async function decideAlone<Tables, Request, R>(
  tx: TxOf<Tables>,
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
async function serve(db: DbOf<unknown>, row: Row): Promise<void> {
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
