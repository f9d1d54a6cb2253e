import { transact } from '#platform/db.ts'
import { queueMail } from '#platform/mail/index.ts'
import { type Instant, instantAt, datePlus, dateMonthsAfter, localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { confirmDaysMax, keptMonths } from './commitment.rules.ts'
import { reminderMail } from './commitment.mail.ts'
import { changeCommitment, forgetWritten, remindersDue, wipeUnconfirmed } from './commitments.sql.ts'

const atOnce = 200

/** Sends each reminder on the day it was asked for, once; the address is wiped as it goes. */
export async function remindOfCommitments(db: Db, now: Instant): Promise<void> {
  for (;;) {
    const sent = await transact(db, async (tx) => {
      const due = await remindersDue(tx, localDate(now), atOnce)
      for (const one of due) {
        const { id, email, words } = one
        if (email === null || words === null) continue
        await queueMail(tx, reminderMail({ ...one, email, words }), now)
        await changeCommitment(tx, id, { email: null, reminded_at: now })
      }
      return due.length
    })
    if (sent < atOnce) return
  }
}

/** Wipes addresses that nobody confirmed, and after a year what was written. */
export function forgetCommitments(db: Db, now: Instant): Promise<void> {
  const unconfirmedBefore = instantAt(datePlus(localDate(now), -confirmDaysMax), '00:00')
  const writtenBefore = instantAt(dateMonthsAfter(localDate(now), -keptMonths), '00:00')
  return transact(db, async (tx) => {
    await wipeUnconfirmed(tx, unconfirmedBefore)
    await forgetWritten(tx, writtenBefore, now)
  })
}
