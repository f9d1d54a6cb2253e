import type { Instant } from '#platform/time.ts'
import type { StepKind, WorkKind } from './tables.ts'

export type DayRefusal = 'event-over' | 'round-begun' | 'seats-are-shown'

/** What was is not changed afterwards. */
export const isOver = ({ ends_at }: { ends_at: Instant }, now: Instant): boolean => ends_at < now

interface Proposing {
  kind: WorkKind
  /** The last round that has begun; 0 before the first. */
  begun: number
  /** Seats that those who come have been shown. */
  shown: number
  /** The organiser knows that these may change. */
  isSure: boolean
}

/** Once people sit at tables, seats change at the door; and what they were told is not changed by mistake. */
export function refusalOfTheDay({ kind, begun, shown, isSure }: Proposing): DayRefusal | null {
  if (begun > 0) return 'round-begun'
  return kind === 'propose' && shown > 0 && !isSure ? 'seats-are-shown' : null
}

/** A proposal that people have sat by is not taken back. */
export const refusalToUndo = (kind: StepKind, begun: number): DayRefusal | null =>
  begun > 0 && (kind === 'proposed' || kind === 'filled') ? 'round-begun' : null

interface Reseated {
  after_round: number
  away: readonly string[]
  seated: readonly string[]
}

interface Seat {
  round: number
  sign_up_id: string
}

/**
 * Whom the door took to be away, with the last round they may still have been in. Whoever was seated again since, at
 * the door or by hand, is not away.
 */
export function awayAfter(
  reseatings: readonly Reseated[],
  seats: readonly Seat[],
): ReadonlyMap<string, number> {
  const away = new Map<string, number>()
  for (const { after_round, away: gone, seated } of reseatings) {
    for (const id of gone) away.set(id, after_round)
    for (const id of seated) away.delete(id)
  }
  for (const { round, sign_up_id } of seats)
    if (round > (away.get(sign_up_id) ?? round)) away.delete(sign_up_id)
  return away
}
