import { transact } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { datePlus, type Instant, instantAt, localDate } from '#platform/time.ts'
import { speakersKeptDays } from '../questions/keep.rules.ts'
import type { Db } from '../tables.ts'
import { forgetSpeakersAddresses } from './agenda.sql.ts'

/** Forgets where to mail those who spoke at events that are over since long; who spoke stays in the programme. */
export function forgetSpeakers(db: Db, now: Instant): Promise<number> {
  return transact(db, async (tx) => {
    const before = instantAt(datePlus(localDate(now), 1 - speakersKeptDays), '00:00')
    const forgotten = await forgetSpeakersAddresses(tx, before)
    const detail = { forgotten }
    if (forgotten > 0)
      await record(tx, { what: 'speakers-forgotten', by: null, about: 'speakers', at: now, detail })
    return forgotten
  })
}
