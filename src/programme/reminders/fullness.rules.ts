import type { FullnessLevel } from '../tables.ts'

/** Half full, nearly full, full: what makes organisers order food, find a larger room, or stop telling people. */
export const levels = [50, 80, 100] as const satisfies readonly FullnessLevel[]

interface Seats {
  capacity: number
  seats_taken: number
}

/** The highest level that has been reached; null below the first. */
export const levelReached = ({ capacity, seats_taken }: Seats): FullnessLevel | null =>
  levels.findLast((level) => seats_taken * 100 >= capacity * level) ?? null

/**
 * The level that organisers are to be told of now, or null. Each is told of once, though numbers go up and down; an
 * event that fills up at once is told of as full, and not as half full as well.
 */
export function levelToTell(seats: Seats, told: readonly FullnessLevel[]): FullnessLevel | null {
  const reached = levelReached(seats)
  return reached !== null && told.every((level) => level < reached) ? reached : null
}
