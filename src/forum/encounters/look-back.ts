import { transact } from '#platform/db.ts'
import { type Instant, plus } from '#platform/time.ts'
import { wipeReseatingsBefore } from '../reseating/reseating.sql.ts'
import type { Db } from '../tables.ts'
import { wipeToldBefore } from '../your-tables/your-tables.sql.ts'
import { rememberEncounters, wipeEncounters } from './remember-encounters.ts'

/** What was told of tables that had changed, and what was proposed at the door, is of use to nobody after this. */
const seatNotesKeptDays = 14

/** In the night: adds who sat with whom at forums that are over, and wipes what has been kept long enough. */
export async function lookBack(db: Db, now: Instant): Promise<number> {
  const added = await rememberEncounters(db, now)
  await wipeEncounters(db, now)
  const endedBefore = plus(now, { days: -seatNotesKeptDays })
  await transact(db, async (tx) => {
    await wipeToldBefore(tx, endedBefore)
    await wipeReseatingsBefore(tx, endedBefore)
  })
  return added
}
