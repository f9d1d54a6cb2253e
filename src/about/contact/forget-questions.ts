import { transact } from '#platform/db.ts'
import { forgetReceivers } from '#platform/mail/index.ts'
import { recordAll } from '#platform/record.ts'
import { dateMonthsAfter, type Instant, instantAt, localDate, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { questionsOver, removeUnconfirmed, wipeQuestions } from './forget.sql.ts'
import { confirmDays, monthsKept, unansweredMonthsKept } from './question.rules.ts'

/** Every night: what nobody confirmed goes after a week; who asked, what, and the answer, half a year after it. */
export function forgetQuestions(db: Db, now: Instant): Promise<void> {
  return transact(db, async (tx) => {
    const before = (months: number): Instant => instantAt(dateMonthsAfter(localDate(now), -months), '00:00')
    await removeUnconfirmed(tx, plus(now, { days: -confirmDays }))
    const over = await questionsOver(tx, {
      answered: before(monthsKept),
      asked: before(unansweredMonthsKept),
    })
    await wipeQuestions(tx, over, now)
    await forgetReceivers(tx, over)
    await recordAll(
      tx,
      over.map((about) => ({ what: 'asked-forgotten', by: null, about, at: now })),
    )
  })
}
