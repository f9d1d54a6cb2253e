import type { SignUpState } from '../tables.ts'

export type DoorRefusal = 'not-the-day' | 'event-full' | 'gave-the-seat-back' | 'not-allowed'

/** What the door needs to know of its event. */
export interface EventAtTheDoor {
  capacity: number
  seats_taken: number
  seats_kept: number
  starts_at: string
  ends_at: string
}

/** How many seats of a sector are kept that nobody of it has taken yet. */
export type KeptBySector = ReadonlyMap<string, number>

interface AtTheDoor {
  state: SignUpState
  /** Whether a seat is free for what this person takes part as. */
  isRoom: boolean
  /** The organiser lets somebody in although it is full. */
  letInAnyway: boolean
  /** Organisers may overrule a full room; stewards only if the organiser said so. */
  mayOverrule: boolean
}

/**
 * Why somebody cannot be let in, or null. Who waits gets in when a seat is free, or when the organiser says so:
 * the room is known at the door, and the override is kept in the record.
 */
export function refusalToLetIn({ state, isRoom, letInAnyway, mayOverrule }: AtTheDoor): DoorRefusal | null {
  if (state === 'cancelled') return 'gave-the-seat-back'
  if (state !== 'waiting' || isRoom) return null
  if (!mayOverrule) return 'not-allowed'
  return letInAnyway ? null : 'event-full'
}

/** Whether one more of this sector finds a seat: one that is kept for somebody else is not free. */
export const isRoomFor = (
  { capacity, seats_taken, seats_kept }: EventAtTheDoor,
  sector: string,
  kept: KeptBySector,
): boolean => capacity - seats_taken - seats_kept > 0 || (kept.get(sector) ?? 0) > 0

/** The door is open from the morning before to the evening after, in hours: people check lists early and mend late. */
const hoursBefore = 24
const hoursAfter = 72

/** From when people are let in, and devices may keep the list. */
export const opensAt = ({ starts_at }: Pick<EventAtTheDoor, 'starts_at'>): string =>
  new Date(Date.parse(starts_at) - hoursBefore * 3_600_000).toISOString()

/** Whether the door of an event could be used at that time. */
export function refusalAtTheDoor(
  event: Pick<EventAtTheDoor, 'starts_at' | 'ends_at'>,
  at: string,
): 'not-the-day' | null {
  const opens = Date.parse(opensAt(event))
  const closes = Date.parse(event.ends_at) + hoursAfter * 3_600_000
  const time = Date.parse(at)
  return time < opens || time > closes ? 'not-the-day' : null
}
