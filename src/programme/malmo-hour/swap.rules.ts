import type { Instant } from '#platform/time.ts'
import { refusalAtHour, type SlotState } from './slot.rules.ts'
import { leadMax, type Place, type Side } from './turns.rules.ts'

export type SwapRefusal =
  | 'hour-cancelled'
  | 'hour-begun'
  | 'not-your-slot'
  | 'same-side'
  | 'swap-waiting'
  | 'too-far'

/**
 * A swap gives nobody more turns; but when two turns change places, one side has presented before the other could. Who
 * agrees to that lets it get so many turns ahead for a while, and no further.
 */
export const leadBySwapMax = 2

/** A place in the order of time, and the slot that it is. */
export interface SlotPlace extends Place {
  slot: string
}

interface Asked {
  /** The side that asks. */
  side: string
  slot: SlotState & { id: string }
  other: SlotState & { id: string }
  isSwapWaiting: boolean
  sides: readonly Side[]
  /** Every slot that counts, in the order of time. */
  places: readonly SlotPlace[]
  now: Instant
}

/** Two sides may swap slots that are still to come, unless one would then be further ahead than anybody should be. */
export function refusalToSwap(asked: Asked): SwapRefusal | null {
  const { side, slot, other, isSwapWaiting, sides, places, now } = asked
  const late = refusalAtHour(slot.hour, now) ?? refusalAtHour(other.hour, now)
  if (late) return late
  if (slot.side !== side || slot.isRemoved) return 'not-your-slot'
  if (other.side === side || other.side === null || other.isRemoved) return 'same-side'
  if (isSwapWaiting) return 'swap-waiting'
  const after = places.map((place) => {
    if (place.slot === slot.id) return { ...place, side: other.side }
    return place.slot === other.id ? { ...place, side } : place
  })
  return leadMax(sides, after) > Math.max(leadBySwapMax, leadMax(sides, places)) ? 'too-far' : null
}

export type AnswerRefusal = 'answered' | 'swap-withdrawn' | 'moved-on' | 'hour-cancelled' | 'hour-begun'

interface Answering {
  answer: 'yes' | 'no' | 'withdrawn' | null
  /** Whether both sides still have the slots that they had when it was asked. */
  isAsAsked: boolean
  slot: SlotState
  other: SlotState
}

/** A swap is answered once. Saying no, or taking it back, is possible also when the slots have moved on. */
export function refusalToAnswer(
  { answer, isAsAsked, slot, other }: Answering,
  given: 'yes' | 'no' | 'withdrawn',
  now: Instant,
): AnswerRefusal | null {
  if (answer !== null) return answer === 'withdrawn' ? 'swap-withdrawn' : 'answered'
  if (given !== 'yes') return null
  const late = refusalAtHour(slot.hour, now) ?? refusalAtHour(other.hour, now)
  if (late) return late
  return isAsAsked ? null : 'moved-on'
}
