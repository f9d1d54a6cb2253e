import { sql } from 'kysely'
import type { Instant } from '#platform/time.ts'
import { isListed } from '../invitations/for-whom.sql.ts'
import type { Capacity, Reads, Writes } from '../tables.ts'
import type { Before, Met, MetGroup, TimeOfDay, What } from './who-met.rules.ts'

/** Events that ended before this and whose people have not been counted yet. */
export const eventsToCount = (db: Reads, endedBefore: Instant) =>
  db
    .selectFrom('event')
    .leftJoin('event_met', 'event_met.event_id', 'event.id')
    .select('event.id')
    .where('event.ends_at', '<', endedBefore)
    .where('event.published_at', 'is not', null)
    .where('event.cancelled_at', 'is', null)
    .where('event_met.event_id', 'is', null)
    .orderBy('event.ends_at')
    .execute()

export interface SeatOf {
  capacity: Capacity
  organisation_id: string | null
  organisation_name: string | null
  kind: string | null
  checked_in_at: Instant | null
  before: Before
}

/**
 * Everybody who had a seat, with whether the same address had been at another event since then. Nobody who is
 * forgotten can be known again, so nobody is told apart over more than the time for which names are kept.
 */
export async function seatsAt(
  db: Reads,
  eventId: string,
  { from, to }: { from: Instant; to: Instant },
): Promise<SeatOf[]> {
  const wasElsewhere = sql<number>`case when exists (
    select 1 from sign_up as other join event on event.id = other.event_id
    where other.email = sign_up.email and other.state = 'seat' and other.event_id <> sign_up.event_id
      and event.starts_at >= ${from} and event.ends_at <= ${to} and event.cancelled_at is null
      and (other.checked_in_at is not null or not exists (
        select 1 from sign_up as anybody
        where anybody.event_id = other.event_id and anybody.checked_in_at is not null
      ))
  ) then 1 else 0 end`
  const rows = await db
    .selectFrom('sign_up')
    .leftJoin('organisation', 'organisation.id', 'sign_up.organisation_id')
    .select(['sign_up.capacity', 'sign_up.organisation_id', 'sign_up.organisation_name'])
    .select(['organisation.kind', 'sign_up.checked_in_at', 'sign_up.email', wasElsewhere.as('elsewhere')])
    .where('sign_up.event_id', '=', eventId)
    .where('sign_up.state', '=', 'seat')
    .execute()
  return rows.map(({ email, elsewhere, ...row }) => ({
    ...row,
    before: email === null ? 'unknown' : elsewhere === 1 ? 'been-before' : 'new',
  }))
}

interface Counted {
  event_id: string
  counted_at: Instant
  year: number
  time_of_day: TimeOfDay
  counted_from: 'door' | 'seats'
}

export async function keepMet(tx: Writes, counted: Counted, { people, groups }: Met): Promise<void> {
  await tx
    .insertInto('event_met')
    .values({ ...counted, people })
    .execute()
  if (groups.length === 0) return
  const rows = groups.map((group) => ({ event_id: counted.event_id, ...group }))
  await tx.insertInto('event_met_group').values(rows).execute()
}

export const isCounted = async (db: Reads, eventId: string): Promise<boolean> =>
  (await metAt(db, eventId)) !== undefined

const metAt = (db: Reads, eventId: string) =>
  db.selectFrom('event_met').selectAll().where('event_id', '=', eventId).executeTakeFirst()

/** Who met at one event; undefined until they have been counted. */
export async function metOf(db: Reads, eventId: string) {
  const met = await metAt(db, eventId)
  if (!met) return undefined
  const query = db.selectFrom('event_met_group').select(['what', 'key', 'count'])
  return { ...met, groups: await query.where('event_id', '=', eventId).execute() }
}

/** How many meetings and people, by series and time of day; meetings too small to be counted stand by themselves. */
export interface MeetingSum {
  series_id: string
  time_of_day: TimeOfDay
  events: number
  small: number
  people: number
}

export interface GroupSum extends MetGroup {
  series_id: string
  time_of_day: TimeOfDay
}

const ofYear = (db: Reads, year: number) =>
  db
    .selectFrom('event_met')
    .innerJoin('event', 'event.id', 'event_met.event_id')
    .where('event_met.year', '=', year)
    .where(isListed())

/** The sums of a year: of numbers that are shown with their events, and of no others. */
export async function metInYear(
  db: Reads,
  year: number,
): Promise<{ meetings: MeetingSum[]; groups: GroupSum[] }> {
  const meetings = await ofYear(db, year)
    .select(['event.series_id', 'event_met.time_of_day'])
    .select((eb) => [
      eb.fn.countAll<number>().as('events'),
      eb.fn.sum<number>(eb.case().when('event_met.people', 'is', null).then(1).else(0).end()).as('small'),
      eb.fn.sum<number>(eb.fn.coalesce('event_met.people', eb.lit(0))).as('people'),
    ])
    .groupBy(['event.series_id', 'event_met.time_of_day'])
    .execute()
  const groups = await ofYear(db, year)
    .innerJoin('event_met_group', 'event_met_group.event_id', 'event_met.event_id')
    .select(['event.series_id', 'event_met.time_of_day', 'event_met_group.what', 'event_met_group.key'])
    .select((eb) => eb.fn.sum<number>('event_met_group.count').as('count'))
    .groupBy(['event.series_id', 'event_met.time_of_day', 'event_met_group.what', 'event_met_group.key'])
    .execute()
  return { meetings, groups }
}

/** The first and the latest year in which people were counted. */
export const yearsMet = async (db: Reads): Promise<[number | null, number | null]> => {
  const query = db
    .selectFrom('event_met')
    .select((eb) => [eb.fn.min('year').as('first'), eb.fn.max('year').as('last')])
  const row = await query.executeTakeFirst()
  return [row?.first ?? null, row?.last ?? null]
}

/** Who came to a series' events of the last year, in shown numbers. */
export const usualIn = (db: Reads, seriesId: string, since: Instant, what: What = 'sector') =>
  db
    .selectFrom('event')
    .innerJoin('event_met_group', 'event_met_group.event_id', 'event.id')
    .select(['event_met_group.key', (eb) => eb.fn.sum<number>('event_met_group.count').as('count')])
    .where('event.series_id', '=', seriesId)
    .where('event.starts_at', '>=', since)
    .where('event_met_group.what', '=', what)
    .groupBy('event_met_group.key')
    .execute()
