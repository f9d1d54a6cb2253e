import type { Instant } from '#platform/time.ts'
import type { Reads } from '../../tables.ts'

/** Events to come: the election meeting may be one of them. */
export const eventsToElectAt = (db: Reads, now: Instant) =>
  db
    .selectFrom('event')
    .select(['id', 'title', 'starts_at'])
    .where('starts_at', '>', now)
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at')
    .limit(50)
    .execute()
