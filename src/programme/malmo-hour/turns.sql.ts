import type { Insertable } from 'kysely'
import { isListed } from '../invitations/for-whom.sql.ts'
import type { Reads, Writes } from '../tables.ts'
import type { MalmoHourTables } from './tables.ts'

export const seriesKey = 'malmo-hour'

export const hourSeries = (db: Reads) =>
  db.selectFrom('series').selectAll().where('key', '=', seriesKey).executeTakeFirst()

/** Every party, in order, and where those that take turns already began. */
export const partiesWithStart = (db: Reads) =>
  db
    .selectFrom('party')
    .leftJoin('hour_side', 'hour_side.party_id', 'party.id')
    .select(['party.id', 'party.key', 'party.name', 'hour_side.head_start'])
    .orderBy('party.position')
    .orderBy('party.id')
    .execute()

export const turnRows = (db: Reads) => db.selectFrom('hour_turn').selectAll().orderBy('number').execute()

/** Every slot there ever was, with the hour it belongs to, in the order of time. */
export const slotRows = (db: Reads) =>
  db
    .selectFrom('hour_slot')
    .innerJoin('event', 'event.id', 'hour_slot.event_id')
    .innerJoin('series', 'series.id', 'event.series_id')
    .leftJoin('event_audience', 'event_audience.event_id', 'event.id')
    .select(['hour_slot.id', 'hour_slot.event_id', 'hour_slot.position', 'hour_slot.minutes'])
    .select(['hour_slot.removed_at', 'event.slug', 'event.title', 'event.starts_at', 'event.ends_at'])
    .select(['event.cancelled_at', 'event.published_at', 'series.key as series_key'])
    .select((eb) => eb.case().when(isListed()).then(1).else(0).end().as('is_listed'))
    .orderBy('event.starts_at')
    .orderBy('event.id')
    .orderBy('hour_slot.position')
    .execute()

export type SlotRow = Awaited<ReturnType<typeof slotRows>>[number]

/** Coming hours, drafts too, whether or not they have slots yet. */
export const comingHours = (db: Reads, now: string) =>
  db
    .selectFrom('event')
    .innerJoin('series', 'series.id', 'event.series_id')
    .select(['event.id', 'event.slug', 'event.title', 'event.starts_at', 'event.ends_at'])
    .select(['event.published_at', 'event.cancelled_at'])
    .where('series.key', '=', seriesKey)
    .where('event.cancelled_at', 'is', null)
    .where('event.starts_at', '>', now)
    .orderBy('event.starts_at')
    .orderBy('event.id')
    .execute()

export const addSide = (db: Writes, row: Insertable<MalmoHourTables['hour_side']>) =>
  db.insertInto('hour_side').values(row).execute()

export const addSlot = (db: Writes, row: Insertable<MalmoHourTables['hour_slot']>) =>
  db.insertInto('hour_slot').values(row).execute()

export const removeSlot = (db: Writes, id: string, at: string) =>
  db.updateTable('hour_slot').set({ removed_at: at }).where('id', '=', id).execute()

type NewTurn = Omit<Insertable<MalmoHourTables['hour_turn']>, 'number'>

/** The next line of the history. Whoever adds one holds the series, so that numbers follow each other. */
export const addTurn = async (db: Writes, row: NewTurn): Promise<void> => {
  const latest = await db
    .selectFrom('hour_turn')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('number'))
    .executeTakeFirstOrThrow()
  await db
    .insertInto('hour_turn')
    .values({ ...row, number: latest.number + 1 })
    .execute()
}
