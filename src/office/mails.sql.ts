import type { Instant } from '#platform/time.ts'
import type { Reads } from './tables.ts'

/** How many mails were given up since then, and when the first of them was written. */
export const failedMailsSince = (db: Reads, since: Instant) =>
  db
    .selectFrom('mail')
    .select((eb) => [eb.fn.countAll<number>().as('mails'), eb.fn.min('created_at').as('since')])
    .where('state', '=', 'failed')
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
