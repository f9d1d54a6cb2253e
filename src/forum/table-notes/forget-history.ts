import { transact } from '#platform/db.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { historyDays, takenInUntil } from './times.rules.ts'

/**
 * Links that are over are kept as hashes alone; and some time after an event goes what was written on its cards before
 * they read as they do, with the names that phones gave themselves, and the words of cards that were taken away.
 */
export function forgetHistory(db: Db, now: Instant): Promise<void> {
  return transact(db, async (tx) => {
    const ended = (before: Instant) => tx.selectFrom('event').select('id').where('ends_at', '<', before)
    const hours = (Date.parse(takenInUntil({ ends_at: now })) - Date.parse(now)) / 3_600_000
    await tx
      .updateTable('table_link')
      .set({ token: null })
      .where('token', 'is not', null)
      .where('event_id', 'in', ended(plus(now, { hours: -hours })))
      .execute()
    const old = ended(plus(now, { days: -historyDays }))
    await tx.deleteFrom('note_card_edit').where('event_id', 'in', old).execute()
    await tx
      .updateTable('note_card')
      .set({ words: '–', who_could: null, hidden_because: null, hidden_at: null })
      .where('removed_at', 'is not', null)
      .where('words', '<>', '–')
      .where('event_id', 'in', old)
      .execute()
  })
}
