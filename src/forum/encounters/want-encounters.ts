import { transact } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Reads } from '../tables.ts'
import { checksums } from './checksums.ts'
import { unwantedAmong, wantAgain, wantNone, wipeEncountersOf } from './encounters.sql.ts'

/** Whether it may be remembered whom the owner of this address sits with. */
export async function isWanted(db: Reads, email: string): Promise<boolean> {
  const who = (await checksums(db))(email)
  return !(await unwantedAmong(db, [who])).has(who)
}

/** Ends the remembering at once, also of what was, or lets it begin anew. */
export const setWanted = (db: Db, email: string, wanted: boolean, now: Instant): Promise<void> =>
  transact(db, async (tx) => {
    const who = (await checksums(tx))(email)
    if (wanted) {
      await wantAgain(tx, who)
      return
    }
    await wantNone(tx, who, now)
    await wipeEncountersOf(tx, who)
  })
