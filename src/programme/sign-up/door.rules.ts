import type { SignUpState } from '../tables.ts'

export type DoorRefusal = 'not-the-day' | 'event-full' | 'gave-the-seat-back'

interface AtTheDoor {
  state: SignUpState
  event: { capacity: number; seats_taken: number; starts_at: string; ends_at: string }
  /** The organiser lets somebody in although it is full. */
  letInAnyway: boolean
}

/**
 * Why somebody cannot be let in, or null. Who waits gets in when a seat is free, or when the organiser says so:
 * the room is known at the door, and the override is kept in the record.
 */
export function refusalToLetIn({ state, event, letInAnyway }: AtTheDoor): DoorRefusal | null {
  if (state === 'cancelled') return 'gave-the-seat-back'
  if (state === 'seat' || state === 'held' || state === 'offered' || letInAnyway) return null
  return event.seats_taken < event.capacity ? null : 'event-full'
}

/** The door is open from the morning before to the evening after, in hours: people check lists early and mend late. */
const hoursBefore = 24
const hoursAfter = 72

/** Whether the door of an event can be used now. */
export function refusalAtTheDoor(event: AtTheDoor['event'], now: string): DoorRefusal | null {
  const opens = Date.parse(event.starts_at) - hoursBefore * 3_600_000
  const closes = Date.parse(event.ends_at) + hoursAfter * 3_600_000
  const time = Date.parse(now)
  return time < opens || time > closes ? 'not-the-day' : null
}
