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

/** A coordinator put somebody before somebody else, or last of those who waited then. */
export interface Move {
  sign_up_id: string
  before_id: string | null
  at: Instant
}

/**
 * The order of a waiting list: as people came, and then as each move says, the earliest move first. Moves are rows
 * with a reason, so the order never changes silently: whom somebody was put before must be among these too when they
 * wait no longer, or the move would be undone by their leaving.
 */
export function inOrder<One extends Pick<Waiting, 'id' | 'queued_at'>>(
  people: readonly One[],
  moves: readonly Move[],
): One[] {
  const coming = people.toSorted(
    (one, other) => compare(one.queued_at, other.queued_at) || compare(one.id, other.id),
  )
  const line: One[] = []
  for (const { sign_up_id, before_id, at } of moves) {
    // Whoever comes after a move stands behind it, also behind somebody who was put last.
    const there = coming.findLastIndex(
      ({ id, queued_at }) => queued_at <= at || id === sign_up_id || id === before_id,
    )
    line.push(...coming.splice(0, there + 1))
    const from = line.findIndex(({ id }) => id === sign_up_id)
    const [moved] = from < 0 ? [] : line.splice(from, 1)
    if (!moved) continue
    const to = before_id === null ? line.length : line.findIndex(({ id }) => id === before_id)
    line.splice(to < 0 ? from : to, 0, moved)
  }
  return [...line, ...coming]
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
export const listOf = <One extends Pick<Waiting, 'capacity'>>(
  line: readonly One[],
  capacity: Capacity,
  isBySector: boolean,
): One[] => (isBySector ? line.filter((one) => one.capacity === capacity) : [...line])

/** The place on the own list, counted from one; 0 for somebody who does not wait. */
export function placeOf(line: readonly Waiting[], id: string, isBySector: boolean): number {
  const own = line.find((one) => one.id === id)
  return own ? listOf(line, own.capacity, isBySector).findIndex((one) => one.id === id) + 1 : 0
}
