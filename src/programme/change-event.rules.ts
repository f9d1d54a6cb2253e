import type { Instant } from '#platform/time.ts'
import type { Texts } from '#platform/language.ts'
import type { Before } from './meeting-tables.ts'

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
  | 'reason-missing'
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
  /** Kept for a sector and not taken yet. */
  seats_kept: number
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
  /** Why, in any language; needed when people are told of it. */
  reason: Texts
}

/** Nobody loses a seat they have, and what has happened, or will not happen, keeps its time. */
export function refusalToEdit({ before, after, seen, now, reason }: Change): EditRefusal | null {
  if (before.changed_at !== seen) return 'changed-meanwhile'
  if (after.capacity < before.seats_taken + before.seats_kept) return 'seats-already-taken'
  const refusal = sameTimes(before, after) ? null : refusalToMove(before, after, now)
  if (refusal) return refusal
  return mustSayWhy(before, after, now) && Object.keys(reason).length === 0 ? 'reason-missing' : null
}

function refusalToMove(before: Event, after: Times, now: Instant): EditRefusal | null {
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

/** What of an event's time, place or title is about to be another: as it was before. */
export function beforeOf(before: Known, after: Known): Before {
  const { title, starts_at, ends_at, doors_at, place_name, address, online_url } = before
  return {
    ...(!sameTexts(title, after.title) && { title }),
    ...(starts_at !== after.starts_at && { starts_at }),
    ...(ends_at !== after.ends_at && { ends_at }),
    ...(doors_at !== after.doors_at && { doors_at }),
    ...(place_name !== after.place_name && { place_name }),
    ...(address !== after.address && { address }),
    ...(online_url !== after.online_url && { online: true }),
  }
}

/** Whether calendars, and the people who keep it in theirs, must learn of a change: when, where or what. */
export const mustBeTold = (before: Known, after: Known): boolean =>
  Object.keys(beforeOf(before, after)).length > 0

/** Whoever has to be told of a change is told why, too. */
export const mustSayWhy = (before: Event, after: Known, now: Instant): boolean =>
  isAwaited(before, now) && mustBeTold(before, after)

const sameTexts = (one: Texts, other: Texts): boolean =>
  one.sv === other.sv && one.en === other.en && one.es === other.es

/** Whether somebody could still miss the news: it was announced, still stands and is not over. */
export const isAwaited = (event: Event, now: Instant): boolean =>
  event.published_at !== null && event.cancelled_at === null && event.ends_at > now
