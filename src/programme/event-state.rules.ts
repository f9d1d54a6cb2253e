import type { Instant } from '#platform/time.ts'

/** What decides an event's state: its times, whether it was published or cancelled, and its seats. */
export interface Timed {
  published_at: Instant | null
  cancelled_at: Instant | null
  starts_at: Instant
  ends_at: Instant
  sign_up_closes_at: Instant
  capacity: number
  seats_taken: number
}

export type EventState =
  | { name: 'open'; placesLeft: number }
  | { name: 'draft' | 'full' | 'closed' | 'under-way' | 'held' | 'cancelled' }

/** Where an event stands, in the order in which it matters to somebody who wants to come. */
export function eventState(event: Timed, now: Instant): EventState {
  if (event.cancelled_at) return { name: 'cancelled' }
  if (!event.published_at) return { name: 'draft' }
  if (event.ends_at <= now) return { name: 'held' }
  if (event.starts_at <= now) return { name: 'under-way' }
  if (event.sign_up_closes_at <= now) return { name: 'closed' }
  const placesLeft = event.capacity - event.seats_taken
  return placesLeft > 0 ? { name: 'open', placesLeft } : { name: 'full' }
}

export type WayIn = 'sign-up' | 'join-waiting-list'

/** What a visitor can do who wants to come; null when it is too early, too late or called off. */
export function wayIn(state: EventState): WayIn | null {
  switch (state.name) {
    case 'open':
      return 'sign-up'
    case 'full':
      return 'join-waiting-list'
    case 'draft':
    case 'closed':
    case 'under-way':
    case 'held':
    case 'cancelled':
      return null
  }
}

/** The same on pages for everybody: whoever is invited has a link of their own. */
export const wayInFor = (event: { for_whom: string }, state: EventState): WayIn | null =>
  event.for_whom === 'invitation' ? null : wayIn(state)

/** The last places are worth saying aloud: a tenth of the seats, and never more than ten. */
export const isNearlyFull = ({ capacity }: { capacity: number }, placesLeft: number): boolean =>
  placesLeft <= Math.min(10, Math.ceil(capacity / 10))
