import { plus } from '#platform/time.ts'
import { type Slot, slotsThatCount, type Turns } from './load-turns.ts'
import { beginnings } from './slot.rules.ts'

/** When a slot begins: they follow each other from the beginning of the hour. */
export function beginsAt(turns: Turns, slot: Slot): string {
  const those = slotsThatCount(turns).filter(({ eventId }) => eventId === slot.eventId)
  const index = those.findIndex(({ id }) => id === slot.id)
  const minutes = beginnings(those.map((one) => one.minutes))[index] ?? 0
  return plus(slot.hour.starts_at, { minutes })
}
