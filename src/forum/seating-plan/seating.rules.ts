import { type Instant, plus } from '#platform/time.ts'
import type { StepKind, WorkKind } from './tables.ts'

/** So many people talk well at a table, and so many can still hear each other. */
const [good, seatsMin, seatsMax] = [7, 4, 10]

export interface Size {
  tables: number
  seats: number
  rounds: number
  minutes: number
}

/** Tables of about seven with a chair to spare, for so many people; a small forum changes tables less often. */
export function proposedSize(people: number): Size {
  const tables = Math.max(1, Math.ceil(people / good))
  const spare = tables > 2 ? 1 : 0
  const seats = Math.min(seatsMax, Math.max(seatsMin, Math.ceil(people / tables) + spare))
  return { tables, seats, rounds: tables === 1 ? 1 : people < 16 ? 2 : 3, minutes: 25 }
}

export type ProposeRefusal = 'no-tables' | 'no-rounds' | 'nobody-comes' | 'works-already' | 'nobody-to-seat'

interface Ready {
  kind: WorkKind
  tables: number
  rounds: number
  people: number
  /** Those who attend a round and sit nowhere in it. */
  unseated: number
  isWorking: boolean
}

export function refusalToPropose(ready: Ready): ProposeRefusal | null {
  if (ready.isWorking) return 'works-already'
  if (ready.tables === 0) return 'no-tables'
  if (ready.rounds === 0) return 'no-rounds'
  if (ready.people === 0) return 'nobody-comes'
  return ready.kind === 'fill' && ready.unseated === 0 ? 'nobody-to-seat' : null
}

// Whoever works says so several times in this time.
const silentSeconds = 20

interface Work {
  heard_at: Instant
  ended_at: Instant | null
}

/** Seats are being proposed, and whoever does it was heard of just now: a process that died is not waited for. */
export const isWorking = (work: Work | undefined, now: Instant): boolean =>
  work !== undefined && work.ended_at === null && plus(work.heard_at, { seconds: silentSeconds }) > now

interface Step {
  version: number
  kind: StepKind
  undoes: number | null
  seats: readonly unknown[]
}

const undoable = new Set<StepKind>(['proposed', 'filled', 'moved', 'swapped'])
// These leave everybody's seats as they are, or free those of somebody who does not come.
const beside = ({ kind, seats }: Step): boolean =>
  kind === 'left' || kind === 'locked' || (kind === 'people' && seats.length === 0)

/** The last change of seats that can still be taken back, from the steps in their order; what was taken back is past. */
export function stepToUndo<Of extends Step>(steps: readonly Of[]): Of | null {
  const undone = new Set(steps.flatMap(({ undoes }) => undoes ?? []))
  for (const step of steps.toReversed()) {
    if (step.kind === 'undone' || undone.has(step.version) || beside(step)) continue
    return undoable.has(step.kind) ? step : null
  }
  return null
}
