import { decide } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate, plus } from '#platform/time.ts'
import { signUpsKeptDays } from '../questions/keep.rules.ts'
import { organisationKey } from '../sign-up/seats.rules.ts'
import type { Db, Reads, Writes } from '../tables.ts'
import { timeOfDay, whoMet } from './who-met.rules.ts'
import { eventsToCount, isCounted, keepMet, type SeatOf, seatsAt } from './who-met.sql.ts'

// What the door still has to put right is put right by then.
const afterDays = 2

/** Counts who met at every event that is over, once each, before their names are forgotten. */
export async function countWhoMet(db: Db, now: Instant): Promise<number> {
  const due = await eventsToCount(db, plus(now, { days: -afterDays }))
  for (const { id } of due) await decide(db, 'event', id, (tx) => countEvent(tx, id, now))
  return due.length
}

/** Counts who met at one event, unless that was done, or it never took place. */
export async function countEvent(tx: Writes, eventId: string, now: Instant): Promise<void> {
  const event = await tx
    .selectFrom('event')
    .select(['starts_at', 'ends_at', 'published_at', 'cancelled_at'])
    .where('id', '=', eventId)
    .executeTakeFirst()
  const tookPlace = event?.published_at && !event.cancelled_at && event.ends_at <= now
  if (!event || !tookPlace || (await isCounted(tx, eventId))) return
  const { starts_at } = event
  const { seats, counted_from } = await thoseWhoMet(tx, eventId, starts_at)
  const met = whoMet(
    seats.map((one) => ({
      ...{ capacity: one.capacity, kind: one.kind, before: one.before },
      organisation: organisationKey(one),
    })),
  )
  const year = Number(localDate(starts_at).slice(0, 4))
  const of = { event_id: eventId, counted_at: now, year, time_of_day: timeOfDay(starts_at), counted_from }
  await keepMet(tx, of, met)
  await record(tx, { what: 'who-met-counted', by: null, about: eventId, at: now })
}

/** Those let in at the door; where nobody stood there, those who had a seat. */
async function thoseWhoMet(
  tx: Reads,
  eventId: string,
  startsAt: Instant,
): Promise<{ seats: SeatOf[]; counted_from: 'door' | 'seats' }> {
  const before = { from: plus(startsAt, { days: -signUpsKeptDays }), to: startsAt }
  const seats = await seatsAt(tx, eventId, before)
  const came = seats.filter((one) => one.checked_in_at !== null)
  return came.length > 0 ? { seats: came, counted_from: 'door' } : { seats, counted_from: 'seats' }
}
