import { plus } from '#platform/time.ts'
import type { LinkState } from './device.ts'

// Whoever tidies up after an event sits down with the last cards in the evening; not the day after.
const writtenHours = 6
// A phone may lie in a bag without a net for two days with cards that were written in time.
const takenInHours = 48
/** After this the history of every card goes: what was recommended has been answered and followed up for a year. */
export const historyDays = 365

interface Ends {
  ends_at: string
  cancelled_at: string | null
}

/** Until when a table writes. */
const writtenUntil = ({ ends_at }: Pick<Ends, 'ends_at'>): string => plus(ends_at, { hours: writtenHours })

/** Until when what a device has kept is taken in. When it was written nobody can know: the clocks of phones are wrong. */
export const takenInUntil = (event: Pick<Ends, 'ends_at'>): string =>
  plus(writtenUntil(event), { hours: takenInHours })

/** What a table's link is good for now. */
export function linkState(event: Ends, link: { ended_at: string | null }, now: string): LinkState {
  if (event.cancelled_at !== null || takenInUntil(event) <= now) return 'over'
  if (link.ended_at !== null) return 'ended'
  return writtenUntil(event) <= now ? 'reading' : 'open'
}

/** As much as a table can have to say in a day, and then some; more than that is somebody who plays with a link. */
export const cardsMax = 300
export const editsMax = 3000
export const photosMax = 60

interface Rounds {
  numbers: readonly number[]
  running: number | null
  ended: readonly number[]
}

/** The round that a table is shown first: the one that runs, else the one that comes next, else the last. */
export function roundShown({ numbers, running, ended }: Rounds, wanted: number | null): number {
  if (wanted !== null && numbers.includes(wanted)) return wanted
  if (running !== null) return running
  return numbers.find((one) => !ended.includes(one)) ?? numbers.at(-1) ?? 1
}
