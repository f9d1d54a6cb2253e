import type { Insertable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeTables, Reads, Writes } from '../tables.ts'

/** Who holds a link to the door, while it lasts. */
export const stewardOfLink = (db: Reads, tokenHash: string, now: Instant) =>
  db
    .selectFrom('steward_link')
    .select(['id', 'event_id', 'label', 'may_write_up', 'until'])
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .executeTakeFirst()

/** Every link to the door of an event, the newest first. */
export const stewardsOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('steward_link')
    .select(['id', 'label', 'may_write_up', 'until', 'ended_at'])
    .where('event_id', '=', eventId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()

export type Steward = Awaited<ReturnType<typeof stewardsOf>>[number]

export const stewardLinkWithId = (db: Reads, id: string) =>
  db.selectFrom('steward_link').select(['id', 'event_id']).where('id', '=', id).executeTakeFirst()

export const addStewardLink = (db: Writes, row: Insertable<ProgrammeTables['steward_link']>) =>
  db.insertInto('steward_link').values(row).execute()

/** Ends a link of this event; false when there is none that lasts. */
export const endLinkOf = async (db: Writes, eventId: string, id: string, now: Instant): Promise<boolean> => {
  const update = db.updateTable('steward_link').set({ ended_at: now })
  const { numUpdatedRows } = await update
    .where('id', '=', id)
    .where('event_id', '=', eventId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
