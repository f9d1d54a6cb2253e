import type { Instant } from '#platform/time.ts'
import type { ProposalState } from './proposal.rules.ts'

/** So many slots an hour begins with, and so many minutes each. */
export const slotsAtFirst = 2
export const minutesAtFirst = 25
export const slotsMax = 6
export const minutesMin = 5
export const minutesMax = 240

/** What decides about a slot: its hour, whose it is, and whether something is in it. */
export interface SlotState {
  side: string | null
  isTaken: boolean
  isRemoved: boolean
  hour: { starts_at: Instant; ends_at: Instant; cancelled_at: Instant | null }
}

type HourRefusal = 'hour-cancelled' | 'hour-begun'

/** Slots are laid out, passed and swapped until the hour begins. */
export function refusalAtHour(hour: SlotState['hour'], now: Instant): HourRefusal | null {
  if (hour.cancelled_at) return 'hour-cancelled'
  return hour.starts_at <= now ? 'hour-begun' : null
}

export type ScheduleRefusal = HourRefusal | 'slot-gone' | 'not-your-slot' | 'slot-taken' | 'not-accepted'

/** A slot goes only to the side whose turn it is, and holds one presentation. */
export function refusalToSchedule(
  slot: SlotState,
  proposal: { side: string; state: ProposalState },
  now: Instant,
): ScheduleRefusal | null {
  const late = refusalAtHour(slot.hour, now)
  if (late) return late
  if (slot.isRemoved) return 'slot-gone'
  if (slot.side !== proposal.side) return 'not-your-slot'
  if (slot.isTaken) return 'slot-taken'
  return proposal.state === 'accepted' ? null : 'not-accepted'
}

export type PassRefusal = HourRefusal | 'slot-gone' | 'not-your-slot' | 'slot-taken' | 'swap-waiting'

/** Whoever has a turn may let it pass, once nothing waits for it. */
export function refusalToPass(
  slot: SlotState,
  side: string,
  { now, isSwapWaiting }: { now: Instant; isSwapWaiting: boolean },
): PassRefusal | null {
  const late = refusalAtHour(slot.hour, now)
  if (late) return late
  if (slot.isRemoved) return 'slot-gone'
  if (slot.side !== side) return 'not-your-slot'
  if (slot.isTaken) return 'slot-taken'
  return isSwapWaiting ? 'swap-waiting' : null
}

/** The same holds for taking a slot away; one that nobody wants may be taken away by any side. */
export const refusalToTakeAway = (
  slot: SlotState,
  side: string,
  more: { now: Instant; isSwapWaiting: boolean },
): PassRefusal | null => refusalToPass({ ...slot, side: slot.side ?? side }, side, more)

/** When each slot begins, one after another from the beginning of the hour. */
export function beginnings(minutes: readonly number[]): number[] {
  return minutes.map((_, index) => minutes.slice(0, index).reduce((sum, one) => sum + one, 0))
}
