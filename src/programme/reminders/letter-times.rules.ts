import { datePlus, type Instant, instantAt, localDate, localTime, plus } from '#platform/time.ts'
import type { ClockLetter } from '../tables.ts'

interface Timed {
  starts_at: Instant
  ends_at: Instant
  published_at: Instant | null
  cancelled_at: Instant | null
}

export interface DueLetter {
  kind: ClockLetter
  /** The day of the event that it is about. */
  eventOn: string
  /** Whoever was written to after this knows already; null when everybody is told anyway. */
  writtenBefore: Instant | null
}

/** Nobody is woken by us: letters of the clock are written between these times. */
const morning = '08:00'
const evening = '20:00'
/** Those who came get home and sleep on it first. */
const dayAfter = '10:00'

// A platform that stood still for a while still says so a day late, and not when it has become pointless.
const weekBefore = { from: -7, to: -6 }
const after = { from: 1, to: 7 }
// Thirteen weeks: three months, and the same day of the week.
const followUp = { from: 91, to: 105 }

// Whoever signed up, or heard from us, so shortly before has not forgotten.
const quietHours = { 'week-before': 48, 'day-before': 12 } as const

/** Later than this nobody reads it before they leave home. */
const readingHours = 2

/** The farthest that a start lies from a letter about it, so that a query need not look at every event. */
export const daysAhead = 8
export const daysBack = 125

/**
 * The letter that those who signed up for an event should have by now, or null. Asked anew each time, it holds for
 * events that were published or moved late: what was missed by too much is left out, never made up for.
 */
export function letterDue(event: Timed, now: Instant): DueLetter | null {
  if (!event.published_at || event.cancelled_at || !isAwake(now)) return null
  return event.ends_at <= now ? dueAfter(event, now) : dueBefore(event, now)
}

const isAwake = (now: Instant): boolean => localTime(now) >= morning && localTime(now) < evening

function dueBefore({ starts_at }: Timed, now: Instant): DueLetter | null {
  const eventOn = localDate(starts_at)
  const today = localDate(now)
  const kind = isWithin(today, eventOn, weekBefore)
    ? 'week-before'
    : today >= datePlus(eventOn, -1) && plus(now, { hours: readingHours }) < starts_at
      ? 'day-before'
      : null
  if (!kind) return null
  const moment = instantAt(datePlus(eventOn, kind === 'week-before' ? weekBefore.from : -1), morning)
  return { kind, eventOn, writtenBefore: plus(moment, { hours: -quietHours[kind] }) }
}

function dueAfter({ starts_at, ends_at }: Timed, now: Instant): DueLetter | null {
  const today = localDate(now)
  const endedOn = localDate(ends_at)
  if (localTime(now) < dayAfter) return null
  const kind = isWithin(today, endedOn, after)
    ? 'after'
    : isWithin(today, endedOn, followUp)
      ? 'follow-up'
      : null
  return kind && { kind, eventOn: localDate(starts_at), writtenBefore: null }
}

const isWithin = (today: string, day: string, { from, to }: { from: number; to: number }): boolean =>
  today >= datePlus(day, from) && today <= datePlus(day, to)

/** How a letter is worded: for those with a seat, in the queue, who came, stayed away, or were not counted. */
export type Standing = 'seat' | 'waiting' | 'came' | 'missed' | 'perhaps'

interface SignedUp {
  state: string
  checked_in_at: Instant | null
}

/** How a letter is worded for somebody, or null when they get none. */
export function standingFor(kind: ClockLetter, signUp: SignedUp, wasCounted: boolean): Standing | null {
  if (signUp.state === 'waiting') return kind === 'day-before' ? 'waiting' : null
  if (signUp.state !== 'seat') return null
  if (kind === 'week-before' || kind === 'day-before') return 'seat'
  // Where nobody was checked in the door was simply open: nobody is told that they were missed.
  const presence = !wasCounted ? 'perhaps' : signUp.checked_in_at ? 'came' : 'missed'
  return kind === 'follow-up' && presence === 'missed' ? null : presence
}
