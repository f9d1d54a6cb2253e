import type { Context } from 'hono'
import { transact } from '#platform/db.ts'
import { messageOf } from '#platform/errors.ts'
import type { VisitEnv } from '#platform/http.ts'
import { insertRows } from '#platform/db.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { countsAsOpening } from './library.rules.ts'
import type { LibraryTables } from './tables.ts'

/** Openings that are not written down yet, by day and material: never who opened, nor from where. */
type Pending = Map<string, number>

const pending = new WeakMap<object, Pending>()
// Whoever reads does not make the disk write: openings are written down together, at most so much later.
const waitMs = 20_000

/** Counts that somebody opened a material. */
export function noteOpening(db: Db, c: Context<VisitEnv>, materialId: string): void {
  const header = (name: string): string | undefined => c.req.header(name)
  const purpose = header('sec-purpose') ?? header('purpose') ?? header('x-moz')
  const asked = { method: c.req.method, userAgent: header('user-agent'), purpose, range: header('range') }
  if (!countsAsOpening(asked)) return
  const key = `${localDate(c.var.now)} ${materialId}`
  const ofDb = pending.get(db)
  if (ofDb) return void ofDb.set(key, (ofDb.get(key) ?? 0) + 1)
  pending.set(db, new Map([[key, 1]]))
  const { log } = c.var
  const write = () =>
    keepOpenings(db).catch((error: unknown) => log.warn({ error: messageOf(error) }, 'openings not kept'))
  setTimeout(() => void write(), waitMs).unref()
}

/** Writes down what was counted so far; what was taken away meanwhile is left out. */
export async function keepOpenings(db: Db): Promise<void> {
  const ofDb = pending.get(db)
  if (!ofDb) return
  pending.delete(db)
  const counted = [...ofDb.entries()].map(([key, count]) => {
    const [day = '', material_id = ''] = key.split(' ')
    return { material_id, day, count }
  })
  await transact(db, async (tx) => {
    const ids = counted.map((one) => one.material_id)
    const known = await tx.selectFrom('material').select('id').where('id', 'in', ids).execute()
    const there = new Set(known.map(({ id }) => id))
    // In one order everywhere, so that two processes that count the same wait for each other with an end to it.
    const rows = counted
      .filter((one) => there.has(one.material_id))
      .toSorted((one, other) => (one.material_id + one.day < other.material_id + other.day ? -1 : 1))
    const more = 'on conflict (material_id, day) do update set count = material_opened.count + excluded.count'
    await insertRows<LibraryTables['material_opened']>(tx, 'material_opened', rows, more)
  })
}
