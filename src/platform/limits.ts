import type { AddsTo, ReadsOf, WritesOf } from './handle.ts'
import { insertRows } from './insert-rows.ts'
import { type Instant, plus } from './time.ts'

export interface LimitTables {
  limit_count: { key: string; window_start: Instant; count: number; expires_at: Instant }
}

type Writes = WritesOf<LimitTables>

export interface Limit {
  /** What is counted, like 'sign-in:address:…'. */
  key: string
  max: number
  windowSeconds: number
}

/**
 * Counts one attempt and says whether it is within every one of the limits, which are all about different things. The
 * count is in the database, so it holds for all processes together and survives a restart. Windows are fixed, so at
 * their border up to twice as many may pass.
 */
export async function withinLimits(db: Writes, limits: readonly Limit[], now: Instant): Promise<boolean> {
  const counts = await countOneMore(db, limits, now)
  return limits.every(({ key, max }) => counts.some((row) => row.key === key && row.count <= max))
}

/** Counts one attempt, and says how many of each kind there are now. */
export const countOneMore = (db: Writes, limits: readonly Limit[], now: Instant) =>
  db
    .insertInto('limit_count')
    .values(limits.map((limit) => ({ ...windowOf(limit, now), count: 1 })))
    .onConflict((conflict) =>
      conflict
        .columns(['key', 'window_start'])
        .doUpdateSet((eb) => ({ count: eb('limit_count.count', '+', 1) })),
    )
    .returning(['key', 'count'])
    .execute()

/** How many there are now, and when they are counted from none again. */
export async function countNow(db: ReadsOf<LimitTables>, limit: Limit, now: Instant) {
  const { key, window_start } = windowOf(limit, now)
  const row = await db
    .selectFrom('limit_count')
    .select('count')
    .where('key', '=', key)
    .where('window_start', '=', window_start)
    .executeTakeFirst()
  return { count: row?.count ?? 0, endsAt: plus(window_start, { seconds: limit.windowSeconds }) }
}

/** The same for many attempts, one after another; some of them may be about the same things. */
export async function withinLimitsEach(
  db: AddsTo<unknown>,
  attempts: readonly (readonly Limit[])[],
  now: Instant,
): Promise<boolean[]> {
  const tries = new Map<string, { limit: Limit; count: number }>()
  for (const limit of attempts.flat())
    tries.set(limit.key, { limit, count: (tries.get(limit.key)?.count ?? 0) + 1 })
  // In one order everywhere, so that two who count the same keys wait for each other without an end to it.
  const rows = [...tries.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const counts = await insertRows<LimitTables['limit_count'], { key: string; count: number }>(
    db,
    'limit_count',
    rows.map(([, { limit, count }]) => ({ ...windowOf(limit, now), count })),
    'on conflict (key, window_start) do update set count = limit_count.count + excluded.count returning key, count',
  )
  const before = new Map(counts.map(({ key, count }) => [key, count - (tries.get(key)?.count ?? 0)]))
  return attempts.map((limits) => limits.map(isWithin).every(Boolean))

  function isWithin({ key, max }: Limit): boolean {
    const count = (before.get(key) ?? max) + 1
    before.set(key, count)
    return count <= max
  }
}

function windowOf({ key, windowSeconds }: Limit, now: Instant) {
  const length = windowSeconds * 1000
  const start = Math.floor(Date.parse(now) / length) * length
  return {
    key,
    window_start: new Date(start).toISOString(),
    expires_at: new Date(start + 2 * length).toISOString(),
  }
}

/** The same for a single limit. */
export const withinLimit = (db: Writes, limit: Limit, now: Instant): Promise<boolean> =>
  withinLimits(db, [limit], now)

/** Forgets counts that no longer matter. */
export const forgetOldCounts = (db: Writes, now: Instant): Promise<unknown> =>
  db.deleteFrom('limit_count').where('expires_at', '<', now).execute()
