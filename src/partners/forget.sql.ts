import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from './tables.ts'

/** Pledges whose address nobody confirmed. */
export const removeUnconfirmed = (db: Writes, before: Instant) =>
  db.deleteFrom('pledge').where('confirmed_at', 'is', null).where('sent_at', '<', before).execute()

/** Pledges that ended before this, and that still know somebody. */
export const pledgesOverSince = async (db: Reads, before: Instant): Promise<string[]> => {
  const rows = await db
    .selectFrom('pledge')
    .select('id')
    .where('forgotten_at', 'is', null)
    .where('state', 'in', ['thanked', 'declined', 'withdrawn'])
    .where('changed_at', '<', before)
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

/** Forgets who they were, and what they wrote; the name of a gift that everybody may read stays beside the gift. */
export async function forgetGivers(db: Writes, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return
  await db.deleteFrom('pledge_link').where('pledge_id', 'in', ids).execute()
  await db
    .updateTable('pledge_step')
    .set({ words: null })
    .where('pledge_id', 'in', ids)
    .where('words', 'is not', null)
    .execute()
  await db
    .updateTable('pledge')
    .set({ email: null, contact_name: null, what: '', at_what_time: null, forgotten_at: now })
    .where('id', 'in', ids)
    .execute()
  // An organisation is nobody's private life, and whoever wished to be named is named.
  await db
    .updateTable('pledge')
    .set({ giver_name: null })
    .where('id', 'in', ids)
    .where((eb) => eb.or([eb('state', '<>', 'thanked'), eb('publish', '<>', 'named')]))
    .where('giver', '=', 'person')
    .execute()
}
