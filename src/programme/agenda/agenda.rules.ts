import { type Instant, instantAt, localDate, localTime, plus } from '#platform/time.ts'

export const itemKinds = [
  'welcome',
  'talk',
  'conversation',
  'table-round',
  'break',
  'closing',
  'other',
] as const
export type ItemKind = (typeof itemKinds)[number]

/** A day; longer things are several items. */
export const itemMinutesMax = 1440

interface Lasting {
  minutes: number
  /** A time of day, 'HH:mm', that it begins at whatever comes before. */
  pinned_to: string | null
}

export interface ItemTime {
  starts_at: Instant
  ends_at: Instant
  /** So many minutes of what comes before have not ended yet when this begins. */
  overlap: number
}

/**
 * Clock times follow from durations: each item begins when the one before ends, the first when the event does. One
 * that is pinned begins at its time, the first such time since the item before began.
 */
export function timesOf(items: readonly Lasting[], startsAt: Instant): ItemTime[] {
  const times: ItemTime[] = []
  for (const { minutes, pinned_to } of items) {
    const before = times.at(-1) ?? { starts_at: startsAt, ends_at: startsAt }
    const starts_at = pinned_to === null ? before.ends_at : nextTime(pinned_to, before.starts_at)
    times.push({
      starts_at,
      ends_at: plus(starts_at, { minutes }),
      overlap: Math.max(0, minutesBetween(starts_at, before.ends_at)),
    })
  }
  return times
}

/** The first moment from another on at which clocks show a time. */
function nextTime(time: string, from: Instant): Instant {
  const date = localDate(from)
  return instantAt(time < localTime(from) ? localDate(plus(from, { days: 1 })) : date, time)
}

/** By how many minutes a programme runs beyond the event's end; 0 when it fits. */
export function minutesTooLong(times: readonly ItemTime[], endsAt: Instant): number {
  const last = times.reduce((latest, { ends_at }) => (ends_at > latest ? ends_at : latest), '')
  return last === '' ? 0 : Math.max(0, minutesBetween(endsAt, last))
}

const minutesBetween = (from: Instant, to: Instant): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 60_000)

interface Placed {
  id: string
  position: number
}

/** The two that change places when one moves up or down; null when it stands at that end already. */
export function changePlaces<T extends Placed>(
  items: readonly T[],
  id: string,
  way: 'up' | 'down',
): [T, T] | null {
  const index = items.findIndex((one) => one.id === id)
  const [one, other] = [items[index], items[index + (way === 'up' ? -1 : 1)]]
  return index >= 0 && one && other ? [one, other] : null
}
