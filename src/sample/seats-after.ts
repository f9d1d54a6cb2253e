import { rememberSeats } from '#forum/index.ts'
import { organisationKey } from '#programme/index.ts'
import { json } from '#platform/db.ts'
import { type Instant, localDate, plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Row, Writes } from './tables.ts'
import type { Year } from './year.ts'

// Of the forum to come, so that a change shows on the pages of those whom it is about.
const changedForum = 'open-doors'
const pastForum = 'after-school'

/**
 * After the seats had been shown two guests changed tables in the third round, and were told by mail (version 3); an hour
 * ago two others did in the second, and have not been told (version 4).
 */
export function changeLate(year: Year, events: readonly Held[]): void {
  const event = events.find((one) => one.sample.key === changedForum)
  const seating = year.rows.seating.find((one) => one.event_id === event?.row.id)
  if (!event || !seating) return
  const told = swapTwo(year, event, { round: 3, version: 3, at: plus(year.now, { minutes: -245 }) })
  if (told.length > 0) seating.version = 3
  for (const seat of swapTwo(year, event, { round: 2, version: 4, at: plus(year.now, { hours: -1 }) }))
    year.rows.seat_told.push(seat)
}

/** Two change tables; answers with what they were told before. */
function swapTwo(
  year: Year,
  { row, by }: Held,
  { round, version, at }: { round: number; version: number; at: Instant },
): Row<'seat_told'>[] {
  const pair = twoToSwap(year, row.id, round)
  if (!pair) return []
  const numberOf = new Map(year.rows.forum_table.map(({ id, number }) => [id, number]))
  const told = pair.map(({ event_id, sign_up_id, table_id }) => ({
    ...{ event_id, sign_up_id, round, table_number: numberOf.get(table_id) ?? 0 },
  }))
  const tables = [pair[0].table_id, pair[1].table_id] as const
  const seats = pair.map((seat, index) => {
    const to = tables[1 - index] ?? seat.table_id
    const change = [round, seat.sign_up_id, seat.table_id, to] as const
    seat.table_id = to
    return change
  })
  year.rows.seating_step.push({
    ...{ event_id: row.id, version, kind: 'swapped', at, by_person: by, undoes: null },
    seats: json(seats),
  })
  return told
}

/** Two of the same side whom nothing ties to their tables, and who meet nobody of their own organisation at the other's. */
function twoToSwap(
  year: Year,
  eventId: string,
  round: number,
): [Row<'table_seat'>, Row<'table_seat'>] | null {
  const tied = new Set(year.rows.seated_person.map((one) => one.sign_up_id))
  const sideOf = new Map(year.rows.sign_up.map(({ id, capacity }) => [id, capacity]))
  const here = year.rows.table_seat.filter((one) => one.event_id === eventId && one.round === round)
  const free = here.filter((one) => !tied.has(one.sign_up_id))
  const orgOf = new Map(
    year.rows.sign_up.map(({ id, organisation_id = null, organisation_name = null }) => [
      id,
      organisationKey({ organisation_id, organisation_name }),
    ]),
  )
  /** Nobody else of their organisation sits at a table, when one of it has left. */
  const isAlone = (one: Row<'table_seat'>, table: string, gone: Row<'table_seat'>): boolean => {
    const org = orgOf.get(one.sign_up_id) ?? null
    return !here.some(
      (two) => two !== gone && two.table_id === table && org !== null && orgOf.get(two.sign_up_id) === org,
    )
  }
  for (const one of free) {
    const side = sideOf.get(one.sign_up_id)
    const other = free.find(
      (two) =>
        sideOf.get(two.sign_up_id) === side &&
        two.table_id !== one.table_id &&
        isAlone(one, two.table_id, two) &&
        isAlone(two, one.table_id, one),
    )
    if (other) return [one, other]
  }
  return null
}

interface Remembered {
  eventId: string
  on: string
  now: Instant
  seats: { round: number; table_id: string; email: string | null }[]
}

/** Where those sat who came to the forum that is over, as it was known before names were forgotten. */
export function whoSatWithWhom(year: Year, events: readonly Held[]): Remembered[] {
  const event = events.find((one) => one.sample.key === pastForum)?.row
  if (!event) return []
  const came = new Map(
    year.rows.sign_up
      .filter((one) => one.event_id === event.id && one.checked_in_at)
      .map(({ id, email }) => [id, email]),
  )
  const seats = year.rows.table_seat
    .filter((one) => one.event_id === event.id)
    .flatMap(({ round, table_id, sign_up_id }) => {
      const email = came.get(sign_up_id)
      return email ? [{ round, table_id, email }] : []
    })
  return [{ eventId: event.id, on: localDate(event.starts_at), now: plus(event.ends_at, { days: 2 }), seats }]
}

/** With the secret of this database, as the night after the forum does. */
export async function finishEncounters(tx: Writes, remembered: readonly Remembered[]): Promise<void> {
  for (const { seats, ...forum } of remembered) await rememberSeats(tx, forum, seats)
}
