import type { Kysely } from 'kysely'
import { type Instant, plus } from './time.ts'

export interface LimitTables {
  limit_count: { key: string; window_start: Instant; count: number; expires_at: Instant }
}

type Writes = Pick<Kysely<LimitTables>, 'insertInto' | 'deleteFrom'>

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
  const rows = limits.map(({ key, windowSeconds }) => {
    const length = windowSeconds * 1000
    const start = new Date(Math.floor(Date.parse(now) / length) * length).toISOString()
    return { key, window_start: start, count: 1, expires_at: plus(start, { seconds: windowSeconds * 2 }) }
  })
  const counts = await db
    .insertInto('limit_count')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['key', 'window_start'])
        .doUpdateSet((eb) => ({ count: eb('limit_count.count', '+', 1) })),
    )
    .returning(['key', 'count'])
    .execute()
  return limits.every(({ key, max }) => counts.some((row) => row.key === key && row.count <= max))
}

/** The same for a single limit. */
export const withinLimit = (db: Writes, limit: Limit, now: Instant): Promise<boolean> =>
  withinLimits(db, [limit], now)

/** Forgets counts that no longer matter. */
export const forgetOldCounts = (db: Writes, now: Instant): Promise<unknown> =>
  db.deleteFrom('limit_count').where('expires_at', '<', now).execute()
