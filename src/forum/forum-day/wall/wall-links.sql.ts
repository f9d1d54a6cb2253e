import type { Insertable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../../tables.ts'
import type { ForumDayTables } from '../tables.ts'

export const wallLinksOf = (db: Reads, eventId: string, now: Instant) =>
  db
    .selectFrom('wall_link')
    .select(['id', 'label', 'until', 'created_at'])
    .where('event_id', '=', eventId)
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .orderBy('created_at')
    .execute()

export type WallLink = Awaited<ReturnType<typeof wallLinksOf>>[number]

/** The event whose wall a link leads to, while it works. */
export const eventOfWall = (db: Reads, tokenHash: string, now: Instant) =>
  db
    .selectFrom('wall_link')
    .innerJoin('event', 'event.id', 'wall_link.event_id')
    .select(['event.id', 'event.title', 'event.starts_at', 'event.ends_at', 'event.cancelled_at'])
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .executeTakeFirst()

/** False when the same form was sent a moment ago. */
export const addWallLink = async (
  db: Writes,
  row: Insertable<ForumDayTables['wall_link']>,
): Promise<boolean> => {
  const insert = db.insertInto('wall_link').values(row)
  const added = await insert
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Ends a link; false when there is none that works. */
export const endWallLink = async (
  db: Writes,
  { eventId, id, now }: { eventId: string; id: string; now: Instant },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('wall_link')
    .set({ ended_at: now })
    .where('event_id', '=', eventId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
