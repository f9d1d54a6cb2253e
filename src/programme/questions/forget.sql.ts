import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import { noName } from './keep.rules.ts'

/** Events that ended before this, and whose sign-ups have names still. */
export const eventsToForget = (db: Reads, endedBefore: Instant) =>
  db
    .selectFrom('event')
    .leftJoin('event_forgotten', 'event_forgotten.event_id', 'event.id')
    .select('event.id')
    .where('event.ends_at', '<', endedBefore)
    .where('event_forgotten.event_id', 'is', null)
    .orderBy('event.ends_at')
    .execute()

/** Everybody who ever signed up for an event, by id and address. */
export const addressesAt = (db: Reads, eventId: string) =>
  db.selectFrom('sign_up').select(['id', 'email']).where('event_id', '=', eventId).execute()

/** Takes everything away that says who somebody was. What they took part as, and whether they came, stays. */
export async function forgetNames(tx: Writes, eventId: string, now: Instant): Promise<void> {
  const those = tx.selectFrom('sign_up').select('id').where('event_id', '=', eventId)
  await tx.deleteFrom('personal_link').where('sign_up_id', 'in', those).execute()
  await tx.deleteFrom('sign_up_need').where('sign_up_id', 'in', those).execute()
  await tx.deleteFrom('question_answer').where('sign_up_id', 'in', those).execute()
  await tx
    .updateTable('table_proposal')
    .set({ sign_up_id: null })
    .where('event_id', '=', eventId)
    .where('sign_up_id', 'is not', null)
    .execute()
  await tx.updateTable('steward_link').set({ label: noName }).where('event_id', '=', eventId).execute()
  await tx.updateTable('queue_move').set({ reason: noName }).where('event_id', '=', eventId).execute()
  const nobody = {
    name: noName,
    search_text: '',
    email: null,
    organisation_id: null,
    organisation_name: null,
  }
  await tx
    .updateTable('sign_up')
    .set({ ...nobody, forgotten_at: now })
    .where('event_id', '=', eventId)
    .where('forgotten_at', 'is', null)
    .execute()
  await tx.insertInto('event_forgotten').values({ event_id: eventId, at: now }).execute()
}
