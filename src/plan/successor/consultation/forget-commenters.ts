import { decide, transact } from '#platform/db.ts'
import { forgetReceivers } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { datePlus, type Instant, localDate, plus } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { forgetPeople, removeUnconfirmed, roundsToForget } from './comments.sql.ts'
import { confirmDays, keptDaysAfterAdoption, keptDaysAfterRound } from './consultation.rules.ts'

/**
 * Forgets what nobody confirmed, and some time after the plan was adopted those who commented, in mails too. What was said
 * in public stays, with a name only where its owner wanted it shown. Returns how many rounds it concerned.
 */
export async function forgetCommenters(db: Db, now: Instant): Promise<number> {
  await transact(db, (tx) => removeUnconfirmed(tx, plus(now, { days: -confirmDays })))
  const due = await roundsToForget(db, {
    adoptedBefore: datePlus(localDate(now), -keptDaysAfterAdoption),
    closedBefore: plus(now, { days: -keptDaysAfterRound }),
  })
  for (const id of due)
    await decide(db, 'successor', id, async (tx) => {
      const forgotten = await forgetPeople(tx, id, now)
      await forgetReceivers(tx, [id])
      await record(tx, { what: 'commenters-forgotten', by: null, about: id, at: now, detail: { forgotten } })
    })
  return due.length
}
