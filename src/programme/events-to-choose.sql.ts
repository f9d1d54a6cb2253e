import type { Instant } from '#platform/time.ts'
import { isListed } from './invitations/index.ts'
import type { Reads } from './tables.ts'

const shownMax = 300

/** Meetings that everybody may read of and that begin in this time, the latest first. */
export const eventsToChooseFrom = (db: Reads, { after, before }: { after: Instant; before: Instant }) =>
  db
    .selectFrom('event')
    .select(['id', 'title', 'slug'])
    .where('event.published_at', 'is not', null)
    .where('event.cancelled_at', 'is', null)
    .where(isListed())
    .where('event.starts_at', '>=', after)
    .where('event.starts_at', '<', before)
    .orderBy('event.starts_at', 'desc')
    .limit(shownMax)
    .execute()
