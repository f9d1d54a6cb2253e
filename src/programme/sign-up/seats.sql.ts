import { sql } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Capacity, EventRow, Reads, Writes } from '../tables.ts'
import { keepsSeats, organisationKey, type Seats } from './seats.rules.ts'

type SeatsOfEvent = Pick<
  EventRow,
  'id' | 'capacity' | 'seats_taken' | 'organisation_max' | 'kept_until' | 'released_at'
>

const taking = ['held', 'seat', 'offered'] as const

/** The seats of an event as they are now. What is kept or counted by organisation is asked for only where it matters. */
export async function seatsOf(db: Reads, event: SeatsOfEvent): Promise<Seats> {
  const isReleased = event.released_at !== null
  const organisationMax = isReleased ? null : event.organisation_max
  return {
    free: event.capacity - event.seats_taken,
    kept: keepsSeats(event) ? await keptOf(db, event.id) : new Map(),
    organisationMax,
    ofOrganisation: organisationMax === null ? new Map() : await seatsByOrganisation(db, event.id),
  }
}

async function keptOf(db: Reads, eventId: string): Promise<Seats['kept']> {
  const rows = await keptSeats(db, eventId)
  return new Map(rows.map(({ capacity, kept, taken }) => [capacity, { kept, taken }]))
}

/** For whom seats are kept, and how many of those have a seat. */
export const keptSeats = (db: Reads, eventId: string) =>
  db
    .selectFrom('event_sector')
    .select(['capacity', 'kept', 'taken'])
    .where('event_id', '=', eventId)
    .where('kept', '>', 0)
    .execute()

/** How many seats are taken and kept for each of the things that people take part as. */
export const sectorSeats = (db: Reads, eventId: string) =>
  db
    .selectFrom('event_sector')
    .select(['capacity', 'kept', 'taken'])
    .where('event_id', '=', eventId)
    .execute()

async function seatsByOrganisation(db: Reads, eventId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('sign_up')
    .select(['organisation_id', 'organisation_name', (eb) => eb.fn.countAll<number>().as('seats')])
    .where('event_id', '=', eventId)
    .where('state', 'in', taking)
    .groupBy(['organisation_id', 'organisation_name'])
    .execute()
  const counts = new Map<string, number>()
  for (const row of rows) {
    const key = organisationKey(row)
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + row.seats)
  }
  return counts
}

/** Keeps so many seats for those who take part as something; none where nothing is said. */
export async function keepSeatsFor(db: Writes, eventId: string, kept: ReadonlyMap<Capacity, number>) {
  // Fewer before more: in between there is never one too many.
  const before = new Map((await keptSeats(db, eventId)).map((row) => [row.capacity, row.kept]))
  const all = [...new Set([...before.keys(), ...kept.keys()])]
  const growth = (capacity: Capacity): number => (kept.get(capacity) ?? 0) - (before.get(capacity) ?? 0)
  for (const capacity of all.toSorted((one, other) => growth(one) - growth(other))) {
    const row = { event_id: eventId, capacity, kept: kept.get(capacity) ?? 0 }
    await db
      .insertInto('event_sector')
      .values(row)
      .onConflict((conflict) => conflict.columns(['event_id', 'capacity']).doUpdateSet({ kept: row.kept }))
      .execute()
  }
}

/** Events whose kept seats are to be given to all by now. */
export const eventsToRelease = async (db: Reads, now: Instant): Promise<string[]> => {
  const rows = await db
    .selectFrom('event')
    .select('id')
    .where('kept_until', 'is not', null)
    .where('released_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('published_at', 'is not', null)
    .where((eb) => eb.or([eb('kept_until', '<=', now), eb('starts_at', '<=', now)]))
    .execute()
  return rows.map(({ id }) => id)
}

export const releaseSeatsOf = (db: Writes, eventId: string, now: Instant): Promise<unknown> =>
  db.updateTable('event').set({ released_at: now }).where('id', '=', eventId).execute()

/** How many had a seat and how many of them came, at the latest events of a series at which people were checked in. */
export const attendanceOf = (db: Reads, seriesId: string, now: Instant) =>
  db
    .selectFrom('event')
    .innerJoin('sign_up', 'sign_up.event_id', 'event.id')
    .select(['event.id', 'event.ends_at'])
    .select((eb) => [
      eb.fn.countAll<number>().as('seats'),
      eb.fn.count<number>('sign_up.checked_in_at').as('came'),
    ])
    .where('event.series_id', '=', seriesId)
    .where('event.ends_at', '<', now)
    .where('event.cancelled_at', 'is', null)
    .where('sign_up.state', '=', 'seat')
    .where('sign_up.walk_in', '=', 0)
    .groupBy(['event.id', 'event.ends_at'])
    .having(sql<boolean>`count(sign_up.checked_in_at) > 0`)
    .orderBy('event.ends_at', 'desc')
    .limit(eventsRemembered)
    .execute()

/** How many had a seat at one event and how many of them came; whoever walked in is not among them. */
export const attendanceAt = (db: Reads, eventId: string) =>
  db
    .selectFrom('sign_up')
    .select((eb) => [eb.fn.countAll<number>().as('seats'), eb.fn.count<number>('checked_in_at').as('came')])
    .where('event_id', '=', eventId)
    .where('state', '=', 'seat')
    .where('walk_in', '=', 0)
    .executeTakeFirstOrThrow()

// What people did years ago says little about the next time.
const eventsRemembered = 8
