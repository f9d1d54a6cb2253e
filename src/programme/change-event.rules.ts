import type { Instant } from '#platform/time.ts'
import type { Texts } from '#platform/language.ts'

/** No gathering of ours is longer; lists rely on it to find what is under way without reading the past. */
export const eventDaysMax = 14

/** Holds more people than any hall in the city. */
export const capacityMax = 100_000

export type PublishRefusal = 'already-published' | 'event-cancelled' | 'begins-in-the-past'
export type EditRefusal =
  | 'changed-meanwhile'
  | 'seats-already-taken'
  | 'time-of-held-event'
  | 'time-of-cancelled-event'
  | 'cannot-move-to-the-past'
export type CancelRefusal = 'not-published' | 'already-cancelled' | 'already-held'

interface Times {
  doors_at: Instant | null
  starts_at: Instant
  ends_at: Instant
}

interface Known extends Times {
  title: Texts
  place_name: string | null
  address: string | null
  online_url: string | null
  capacity: number
}

interface Event extends Known {
  seats_taken: number
  changed_at: Instant
  published_at: Instant | null
  cancelled_at: Instant | null
}

/** Nobody can come to what has begun, so it is not announced. */
export function refusalToPublish(event: Event, now: Instant): PublishRefusal | null {
  if (event.cancelled_at) return 'event-cancelled'
  if (event.published_at) return 'already-published'
  return event.starts_at <= now ? 'begins-in-the-past' : null
}

interface Change {
  before: Event
  after: Known
  /** When the event had been changed last, as the editor saw it. */
  seen: Instant
  now: Instant
}

/** Nobody loses a seat they have, and what has happened, or will not happen, keeps its time. */
export function refusalToEdit({ before, after, seen, now }: Change): EditRefusal | null {
  if (before.changed_at !== seen) return 'changed-meanwhile'
  if (after.capacity < before.seats_taken) return 'seats-already-taken'
  if (sameTimes(before, after)) return null
  if (before.cancelled_at) return 'time-of-cancelled-event'
  if (!before.published_at) return null
  if (before.ends_at <= now) return 'time-of-held-event'
  return after.starts_at <= now && after.starts_at !== before.starts_at ? 'cannot-move-to-the-past' : null
}

/** Calling off is for what people know of and could still come to. */
export function refusalToCancel(event: Event, now: Instant): CancelRefusal | null {
  if (event.cancelled_at) return 'already-cancelled'
  if (!event.published_at) return 'not-published'
  return event.ends_at <= now ? 'already-held' : null
}

const sameTimes = (one: Times, other: Times): boolean =>
  one.starts_at === other.starts_at && one.ends_at === other.ends_at && one.doors_at === other.doors_at

/** Whether calendars, and the people who keep it in theirs, must learn of a change: when, where or what. */
export function mustBeTold(before: Known, after: Known): boolean {
  return (
    !sameTimes(before, after) ||
    before.place_name !== after.place_name ||
    before.address !== after.address ||
    before.online_url !== after.online_url ||
    !sameTexts(before.title, after.title)
  )
}

const sameTexts = (one: Texts, other: Texts): boolean =>
  one.sv === other.sv && one.en === other.en && one.es === other.es

/** Whether somebody could still miss the news: it was announced, still stands and is not over. */
export const isAwaited = (event: Event, now: Instant): boolean =>
  event.published_at !== null && event.cancelled_at === null && event.ends_at > now
