import { transact } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { wipeNeedsDue } from './sign-ups.sql.ts'

/** Wipes what people needed, on the date that the form showed them. */
export function wipeNeeds(db: Db, now: Instant): Promise<number> {
  return transact(db, async (tx) => {
    const wiped = Number((await wipeNeedsDue(tx, localDate(now))).numDeletedRows)
    if (wiped > 0)
      await record(tx, { what: 'needs-wiped', by: null, about: 'needs', at: now, detail: { wiped } })
    return wiped
  })
}
