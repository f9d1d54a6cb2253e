import { json, transact } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { forumsWithNeeds } from './wipe-seating.sql.ts'

// As the page says on which it is written: as long as what people say that they need when they sign up.
const keptDays = 14

/**
 * Forgets what people needed at tables that are over: guests' rows go, of hosts their part and table stay, and reports
 * no longer name whom something was not met for. Where they sat stays for as long as they are known.
 */
export function wipeSeating(db: Db, now: Instant): Promise<number> {
  return transact(db, async (tx) => {
    const events = await forumsWithNeeds(tx, plus(now, { days: -keptDays }))
    for (const [event_id, report] of events) {
      await tx
        .deleteFrom('seated_person')
        .where('event_id', '=', event_id)
        .where('part', '=', 'guest')
        .execute()
      const none = { step_free: 0, hearing_loop: 0 }
      await tx.updateTable('seated_person').set(none).where('event_id', '=', event_id).execute()
      const nameless = report && json({ ...report, impossible: [], missed: [] })
      await tx.updateTable('seating').set({ report: nameless }).where('event_id', '=', event_id).execute()
      await record(tx, { what: 'seating-needs-wiped', by: null, about: event_id, at: now })
    }
    return events.size
  })
}
