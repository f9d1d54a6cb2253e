import { decide, transact } from '#platform/db.ts'
import { forgetReceivers } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { callsToForget, forgetAddresses, removeUnconfirmed } from './proposals.sql.ts'
import { confirmDays, keptDaysAfterCall, keptDaysAfterTheme } from './theme-call.rules.ts'

/**
 * Forgets what nobody confirmed, and some time after the theme was set the addresses of those who took part, in mails
 * too. How many they were, and what they take part as, stays. Returns how many calls it concerned.
 */
export async function forgetSupporters(db: Db, now: Instant): Promise<number> {
  await transact(db, (tx) => removeUnconfirmed(tx, plus(now, { days: -confirmDays })))
  const due = await callsToForget(db, {
    setBefore: plus(now, { days: -keptDaysAfterTheme }),
    closedBefore: plus(now, { days: -keptDaysAfterCall }),
  })
  for (const id of due) await forgetCall(db, id, now)
  return due.length
}

const forgetCall = (db: Db, callId: string, now: Instant): Promise<void> =>
  decide(db, 'theme_call', callId, async (tx) => {
    const forgotten = await forgetAddresses(tx, callId, now)
    await forgetReceivers(tx, [callId])
    const what = 'supporters-forgotten'
    await record(tx, { what, by: null, about: callId, at: now, detail: { forgotten } })
  })
