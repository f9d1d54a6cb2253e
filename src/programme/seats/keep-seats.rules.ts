import type { Instant } from '#platform/time.ts'
import { overInvitedShareMax } from '../sign-up/attendance.rules.ts'
import type { Capacity } from '../tables.ts'

export type KeepRefusal =
  | 'event-over'
  | 'release-not-between'
  | 'over-invited-too-many'
  | 'kept-too-many'
  | 'seats-already-taken'

/** How the seats of an event are to be shared out. */
export interface Sharing {
  kept: ReadonlyMap<Capacity, number>
  /** When the kept seats are given to all; null when none are kept. */
  until: Instant | null
  /** So many more than the room holds. */
  over: number
  now: Instant
}

interface Event {
  capacity: number
  over_invited: number
  seats_taken: number
  starts_at: Instant
  cancelled_at: Instant | null
}

/**
 * Why seats cannot be shared out like this, or null. Nobody loses a seat they have, there is an end to what is kept, and
 * everybody who comes finds a chair: no more than a third beyond what the room holds are invited.
 */
export function refusalToKeep(
  event: Event,
  taken: ReadonlyMap<Capacity, number>,
  { kept, until, over, now }: Sharing,
): KeepRefusal | null {
  if (event.cancelled_at !== null || event.starts_at <= now) return 'event-over'
  if (until !== null && (until <= now || until >= event.starts_at)) return 'release-not-between'
  const room = event.capacity - event.over_invited
  if (over > Math.floor(room * overInvitedShareMax)) return 'over-invited-too-many'
  if (room + over < event.seats_taken) return 'seats-already-taken'
  const still = [...kept].reduce((sum, [one, count]) => sum + Math.max(0, count - (taken.get(one) ?? 0)), 0)
  return event.seats_taken + still > room + over ? 'kept-too-many' : null
}
