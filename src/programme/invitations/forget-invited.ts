import { transact } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { invitedKeptDays } from './invitation.rules.ts'
import { forgetInvitedBefore } from './invitations.sql.ts'

/** Forgets the names and addresses of those invited to events that are over since long; how many they were stays. */
export function forgetInvited(db: Db, now: Instant): Promise<number> {
  return transact(db, async (tx) => {
    const forgotten = await forgetInvitedBefore(tx, plus(now, { days: -invitedKeptDays }), now)
    if (forgotten > 0)
      await record(tx, {
        what: 'invited-forgotten',
        by: null,
        about: 'invited',
        at: now,
        detail: { forgotten },
      })
    return forgotten
  })
}
