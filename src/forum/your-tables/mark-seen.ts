import { decide } from '#platform/db.ts'
import type { Db } from '../tables.ts'
import { forgetTold, shownSeating } from './your-tables.sql.ts'

/**
 * Somebody has seen which tables are theirs now, and is told of the next change alone. Only of what stood on their page:
 * when the seats have changed again meanwhile, that is still to be seen.
 */
export const markSeen = (
  db: Db,
  eventId: string,
  signUpIds: readonly string[],
  seenVersion: string,
): Promise<void> =>
  decide(db, 'event', eventId, async (tx) => {
    const seating = await shownSeating(tx, eventId)
    if (seating && String(seating.version) === seenVersion) await forgetTold(tx, signUpIds)
  })
