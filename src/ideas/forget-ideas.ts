import { transact } from '#platform/db.ts'
import { forgetReceivers } from '#platform/mail/index.ts'
import { recordAll } from '#platform/record.ts'
import { dateMonthsAfter, type Instant, instantAt, localDate, plus } from '#platform/time.ts'
import {
  forgetReporters,
  forgetVoicesOf,
  ideasOverSince,
  removeUnconfirmed,
  wipeRefused,
} from './forget.sql.ts'
import { confirmDays, monthsKept, refusedMonthsKept } from './robot.rules.ts'
import type { Db } from './tables.ts'

/**
 * Every night: what nobody confirmed goes after a week, addresses three months after the last word, and the words of what
 * was not let through after a year. What remains are numbers, and what everybody could read.
 */
export function forgetIdeas(db: Db, now: Instant): Promise<void> {
  return transact(db, async (tx) => {
    const before = (months: number): Instant => instantAt(dateMonthsAfter(localDate(now), -months), '00:00')
    await removeUnconfirmed(tx, plus(now, { days: -confirmDays }))
    const over = await ideasOverSince(tx, before(monthsKept))
    for (const id of over) await forgetVoicesOf(tx, id, now)
    await forgetReporters(tx, before(monthsKept))
    await wipeRefused(tx, before(refusedMonthsKept), now)
    await forgetReceivers(tx, over)
    await recordAll(
      tx,
      over.map((about) => ({ what: 'asked-forgotten', by: null, about, at: now })),
    )
  })
}
