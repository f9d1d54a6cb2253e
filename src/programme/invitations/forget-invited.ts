import { transact } from '#platform/db.ts'
import { forgetReceivers } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { invitedKeptDays } from './invitation.rules.ts'
import { forgetInvitedBefore, invitedToForget } from './invitations.sql.ts'

/** Forgets those invited to events that are over since long, and where their mails went; how many they were stays. */
export function forgetInvited(db: Db, now: Instant): Promise<number> {
  return transact(db, async (tx) => {
    const before = plus(now, { days: -invitedKeptDays })
    await forgetReceivers(tx, await invitedToForget(tx, before))
    const forgotten = await forgetInvitedBefore(tx, before, now)
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
