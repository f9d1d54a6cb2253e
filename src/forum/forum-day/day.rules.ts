import { type Instant, localDate, plus } from '#platform/time.ts'

/** A step of the day, as forms say it. */
export type StepKey = `round ${number}` | `item ${string}`

export interface PlannedItem {
  id: string
  kind: string
}

export type Step<Item extends PlannedItem, Round extends { number: number }> =
  | { key: StepKey; item: Item; round: null }
  | { key: StepKey; item: null; round: Round }

/**
 * The day in order: the items of the programme, where each conversation at the tables is a round. Rounds that the programme has no
 * place for follow in the last of those places; without any, they come before the closing.
 */
export function stepsOf<Item extends PlannedItem, Round extends { number: number }>(
  items: readonly Item[],
  rounds: readonly Round[],
): Step<Item, Round>[] {
  const asItem = (item: Item): Step<Item, Round> => ({ key: `item ${item.id}`, item, round: null })
  const asRound = (round: Round): Step<Item, Round> => ({ key: `round ${round.number}`, item: null, round })
  const places = items.filter(({ kind }) => kind === 'table-round')
  const closing = items.find(({ kind }) => kind === 'closing')
  if (places.length === 0) {
    const before = closing ? items.indexOf(closing) : items.length
    return [...items.slice(0, before).map(asItem), ...rounds.map(asRound), ...items.slice(before).map(asItem)]
  }
  return items.flatMap((item) => {
    const place = places.indexOf(item)
    if (place < 0) return [asItem(item)]
    const here = rounds.slice(place, place === places.length - 1 ? undefined : place + 1)
    return here.length > 0 ? here.map(asRound) : [asItem(item)]
  })
}

export interface Run {
  started_at: Instant
  ends_at: Instant
  ended_at: Instant | null
  paused_at: Instant | null
}

/** running: time is left. paused: it stands still. over: time is out, or an organizer ended it. */
export type RunState = 'running' | 'paused' | 'over'

export function runState(run: Run, now: Instant): RunState {
  if (run.ended_at !== null) return 'over'
  if (run.paused_at !== null) return 'paused'
  return now < run.ends_at ? 'running' : 'over'
}

/** How many seconds are left of a round, never below nothing. */
export function secondsLeft(run: Run, now: Instant): number {
  if (run.ended_at !== null) return 0
  return Math.max(0, Math.round((Date.parse(run.ends_at) - Date.parse(run.paused_at ?? now)) / 1000))
}

/** Minutes as people say them: what is begun counts. */
export const minutesLeft = (seconds: number): number => Math.ceil(seconds / 60)

/** From then on the wall says that it is nearly over. */
export const nearlyOverSeconds = 120

interface Day {
  starts_at: Instant
  ends_at: Instant
  cancelled_at: Instant | null
}

export type DayRefusal = 'called-off' | 'not-today' | 'day-over' | 'moved-already'
export type MoveRefusal = DayRefusal | 'no-such-step' | 'been-there'
export type RoundRefusal = DayRefusal | 'no-round-runs' | 'paused-already' | 'not-paused'
export type BackRefusal = DayRefusal | 'nothing-to-undo'

interface Press {
  event: Day
  now: Instant
  /** What the page had seen when the button was pressed, and what is. */
  seen: number
  version: number
}

/** Why the day cannot be moved at all: not before the day of the event, nor after it, and not by somebody who saw an earlier state. */
export function refusalToPress({ event, now, seen, version }: Press): DayRefusal | null {
  if (event.cancelled_at !== null) return 'called-off'
  const today = localDate(now)
  if (today < localDate(event.starts_at)) return 'not-today'
  if (today > localDate(event.ends_at)) return 'day-over'
  return seen === version ? null : 'moved-already'
}

/** Why the day cannot go to that step: it only goes forward, so that no round is started twice. */
export function refusalToMove(
  press: Press,
  { keys, at, to }: { keys: readonly StepKey[]; at: StepKey | null; to: string },
): MoveRefusal | null {
  const refusal = refusalToPress(press)
  if (refusal) return refusal
  const wanted = keys.findIndex((key) => key === to)
  if (wanted < 0) return 'no-such-step'
  return at !== null && wanted <= keys.indexOf(at) ? 'been-there' : null
}

export type RoundChange = 'more' | 'end' | 'pause' | 'resume'

/** Why nothing can be done with the round that is on: only one that runs is paused, only a paused one goes on. */
export function refusalToChange(
  press: Press,
  { run, change }: { run: Run | null; change: RoundChange },
): RoundRefusal | null {
  const refusal = refusalToPress(press)
  if (refusal) return refusal
  if (!run || run.ended_at !== null) return 'no-round-runs'
  if (change === 'resume') return run.paused_at === null ? 'not-paused' : null
  if (change === 'pause' && run.paused_at !== null) return 'paused-already'
  return change === 'pause' && runState(run, press.now) === 'over' ? 'no-round-runs' : null
}

/** How a round's times change; a minute more for one whose time is out counts from now. */
export function changedRun(run: Run, change: RoundChange, now: Instant): Partial<Run> {
  if (change === 'end') return { ended_at: now, paused_at: null }
  if (change === 'pause') return { paused_at: now }
  if (change === 'resume') {
    const stood = (Date.parse(now) - Date.parse(run.paused_at ?? now)) / 1000
    return { paused_at: null, ends_at: plus(run.ends_at, { seconds: stood }) }
  }
  const from = runState(run, now) === 'over' ? now : run.ends_at
  return { ends_at: plus(from, { minutes: 1 }) }
}

/** When a round that is left behind ended: when its time was out, or when it was left. */
export const leftAt = (run: Run, now: Instant): Instant => {
  if (run.ended_at !== null) return run.ended_at
  return run.paused_at === null && run.ends_at < now ? run.ends_at : now
}
