import { datePlus, daysBetween, type Instant, instantAt, localDate, localTime } from '#platform/time.ts'

export type CopyRefusal = 'begins-in-the-past' | 'time-does-not-exist'

interface Times {
  doors_at: Instant | null
  starts_at: Instant
  ends_at: Instant
  sign_up_closes_at: Instant
  kept_until: Instant | null
}

/** The times of an event as they are on another date: the same on the clock, as many days before or after. */
export function timesOn(date: string, times: Times): Times {
  const days = daysBetween(localDate(times.starts_at), date)
  const moved = (at: Instant): Instant => instantAt(datePlus(localDate(at), days), localTime(at))
  return {
    doors_at: times.doors_at && moved(times.doors_at),
    starts_at: moved(times.starts_at),
    ends_at: moved(times.ends_at),
    sign_up_closes_at: moved(times.sign_up_closes_at),
    kept_until: times.kept_until && moved(times.kept_until),
  }
}

/** A copy is for something to come, and begins at a time that clocks show that day. */
export function refusalToCopy(before: Times, after: Times, now: Instant): CopyRefusal | null {
  if (after.starts_at <= now) return 'begins-in-the-past'
  const isOrdered = after.starts_at < after.ends_at && (after.doors_at ?? '') <= after.starts_at
  return isOrdered && localTime(after.starts_at) === localTime(before.starts_at)
    ? null
    : 'time-does-not-exist'
}
