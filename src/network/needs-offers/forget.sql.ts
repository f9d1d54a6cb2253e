import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'

/** Entries whose last day has passed, and whose organisation was not asked yet. */
export const entriesToAsk = (db: Reads, today: string) =>
  db
    .selectFrom('need_offer')
    .select('id')
    .where('ended_at', 'is', null)
    .where('asked_at', 'is', null)
    .where('until_day', '<', today)
    .orderBy('id')
    .execute()

export const unansweredEntries = (db: Reads, askedBefore: Instant) =>
  db
    .selectFrom('need_offer')
    .select('id')
    .where('ended_at', 'is', null)
    .where('asked_at', '<=', askedBefore)
    .orderBy('id')
    .execute()

export const setEntryAsked = (db: Writes, id: string, at: Instant) =>
  db.updateTable('need_offer').set({ asked_at: at }).where('id', '=', id).execute()

export const wipeAskFor = (db: Writes, endedBefore: Instant) =>
  db
    .updateTable('need_offer')
    .set({ ask_for: null })
    .where('ended_at', '<=', endedBefore)
    .where('ask_for', 'is not', null)
    .execute()
