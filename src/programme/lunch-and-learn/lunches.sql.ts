import type { Insertable } from 'kysely'
import type { MeetingReads, Reads, Writes } from '../tables.ts'
import type { LunchTables } from './tables.ts'

export const addLunch = (db: Writes, row: Insertable<LunchTables['lunch']>) =>
  db.insertInto('lunch').values(row).execute()

const lunches = (db: Reads) =>
  db
    .selectFrom('lunch')
    .innerJoin('event', 'event.id', 'lunch.event_id')
    .leftJoin('organisation', 'organisation.id', 'lunch.partner_id')
    .selectAll('lunch')
    .select(['event.slug', 'event.title', 'event.starts_at', 'event.ends_at'])
    .select(['event.published_at', 'event.cancelled_at', 'organisation.name as partner'])

/** The lunch that a need was made, and that was not called off; the latest. */
export const lunchOfNeed = (db: Reads, needId: string) =>
  lunches(db)
    .where('lunch.need_id', '=', needId)
    .where('event.cancelled_at', 'is', null)
    .orderBy('lunch.made_at', 'desc')
    .executeTakeFirst()

export type LunchOfNeed = NonNullable<Awaited<ReturnType<typeof lunchOfNeed>>>

export const lunchOfEvent = (db: Reads, eventId: string) =>
  lunches(db).where('lunch.event_id', '=', eventId).executeTakeFirst()

/** Lunches whose need is as yet in this state: by the clock, they are looked at again. */
export const lunchesWhereNeedIs = (db: Reads, state: 'matched' | 'planned') =>
  lunches(db)
    .innerJoin('lunch_need', 'lunch_need.id', 'lunch.need_id')
    .where('lunch_need.state', '=', state)
    .orderBy('lunch.made_at')
    .execute()

export const giveLunchTo = (db: Writes, eventId: string, needId: string) =>
  db.updateTable('lunch').set({ need_id: needId }).where('event_id', '=', eventId).execute()

export const removeLunch = (db: Writes, eventId: string) =>
  db.deleteFrom('lunch').where('event_id', '=', eventId).execute()

export const publishedMaterials = async (db: MeetingReads, eventId: string): Promise<number> => {
  const query = db.selectFrom('material').select((eb) => eb.fn.countAll<number>().as('materials'))
  const row = await query
    .where('event_id', '=', eventId)
    .where('published_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return row.materials
}
