import type { Instant } from '#platform/time.ts'
import type { Capacity } from '../tables.ts'
import { afterTaking, organisationKey, type Seats, whyNoSeat } from './seats.rules.ts'

/** Somebody on the waiting list. */
export interface Waiting {
  id: string
  queued_at: Instant
  capacity: Capacity
  organisation_id: string | null
  organisation_name: string | null
  confirmed_at: Instant | null
}

/** A coordinator put somebody before somebody else, or last. */
export interface Move {
  sign_up_id: string
  before_id: string | null
}

/**
 * The order of a waiting list: as people came, and then as each move says, the earliest move first. Moves are rows
 * with a reason, so the order never changes silently. Whoever is gone stands nowhere.
 */
export function inOrder<One extends Waiting>(waiting: readonly One[], moves: readonly Move[]): One[] {
  const line = waiting.toSorted(
    (one, other) => compare(one.queued_at, other.queued_at) || compare(one.id, other.id),
  )
  for (const { sign_up_id, before_id } of moves) {
    const from = line.findIndex(({ id }) => id === sign_up_id)
    const [moved] = from < 0 ? [] : line.splice(from, 1)
    if (!moved) continue
    const to = before_id === null ? line.length : line.findIndex(({ id }) => id === before_id)
    // Whoever it was put before has left the list meanwhile: the one who was moved keeps the place.
    line.splice(to < 0 ? from : to, 0, moved)
  }
  return line
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/**
 * Who is next, in order, for the seats there are. While seats are kept each sector has a list of its own: somebody is
 * passed by only when no seat is left for those who take part as that, or their organisation has its share. Whoever
 * has not confirmed the address cannot be offered anything.
 */
export function nextUp<One extends Waiting>(line: readonly One[], seats: Seats): One[] {
  let left = seats
  return line.filter((one) => {
    const asking = { capacity: one.capacity, organisation: organisationKey(one) }
    if (one.confirmed_at === null || whyNoSeat(left, asking) !== null) return false
    left = afterTaking(left, asking)
    return true
  })
}

/** The list that somebody stands on: everybody's, or while seats are kept that of those who take part as the same. */
export const listOf = <One extends Waiting>(
  line: readonly One[],
  capacity: Capacity,
  isBySector: boolean,
): One[] => (isBySector ? line.filter((one) => one.capacity === capacity) : [...line])

/** The place on the own list, counted from one; 0 for somebody who does not wait. */
export function placeOf(line: readonly Waiting[], id: string, isBySector: boolean): number {
  const own = line.find((one) => one.id === id)
  return own ? listOf(line, own.capacity, isBySector).findIndex((one) => one.id === id) + 1 : 0
}
