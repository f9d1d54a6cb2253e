import { transact } from '#platform/db.ts'
import { forgetReceivers } from '#platform/mail/index.ts'
import { recordAll } from '#platform/record.ts'
import { dateMonthsAfter, type Instant, instantAt, localDate, plus } from '#platform/time.ts'
import { forgetGivers, pledgesOverSince, removeUnconfirmed } from './forget.sql.ts'
import { confirmDays, monthsKept } from './keep.rules.ts'
import type { Db } from './tables.ts'

/**
 * Every night: what nobody confirmed goes after a week, and a year after the last step names and addresses of people and
 * what was written. What was given stays, with a name where the giver wished it.
 */
export function forgetPledges(db: Db, now: Instant): Promise<void> {
  return transact(db, async (tx) => {
    await removeUnconfirmed(tx, plus(now, { days: -confirmDays }))
    const before = instantAt(dateMonthsAfter(localDate(now), -monthsKept), '00:00')
    const over = await pledgesOverSince(tx, before)
    await forgetGivers(tx, over, now)
    await forgetReceivers(tx, over)
    await recordAll(
      tx,
      over.map((about) => ({ what: 'asked-forgotten', by: null, about, at: now })),
    )
  })
}
