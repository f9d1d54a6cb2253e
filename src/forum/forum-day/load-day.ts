import type { Instant } from '#platform/time.ts'
import { type AgendaItem, loadAgenda } from '#programme/index.ts'
import type { Reads } from '../tables.ts'
import { type Run, type Step, type StepKey, stepsOf } from './day.rules.ts'
import {
  dayRow,
  type EventOfDay,
  eventOfDay,
  type Round,
  type RoundRun,
  roundsOf,
  runsOf,
  tablesOfForum,
  type ForumTable,
  trailOf,
} from './day.sql.ts'
import type { ForumDayTables, Showing } from './tables.ts'

export type DayStep = Step<AgendaItem, Round>

/** Where the day is: the step, since when, and until when. */
export interface Place extends Run {
  step: DayStep
  /** Its number in the trail. */
  number: number
}

export interface Day {
  event: EventOfDay
  /** How often a button was pressed; what a form has seen. */
  version: number
  showing: Showing
  steps: readonly DayStep[]
  rounds: readonly Round[]
  runs: readonly RoundRun[]
  tables: readonly ForumTable[]
  /** Null before it begins. */
  place: Place | null
  /** The step that comes after this one. */
  next: DayStep | null
}

/** Everything about the day of an event: what was planned, and how far it is. */
export async function loadDay(db: Reads, eventId: string): Promise<Day | undefined> {
  const event = await eventOfDay(db, eventId)
  if (!event) return undefined
  const [row, rounds, runs, trail] = await Promise.all([
    dayRow(db, eventId),
    roundsOf(db, eventId),
    runsOf(db, eventId),
    trailOf(db, eventId),
  ])
  const [{ items }, tables] = await Promise.all([loadAgenda(db, event), tablesOfForum(db, eventId)])
  const steps = stepsOf(items, rounds)
  const place = placeOf(steps, trail.at(-1), runs)
  const next = steps[place ? steps.indexOf(place.step) + 1 : 0] ?? null
  return {
    ...{ event, version: row?.version ?? 0, showing: row?.showing ?? 'now' },
    ...{ steps, rounds, runs, tables, place, next },
  }
}

type Trail = ForumDayTables['day_step']

/** The step where the trail ends, with its times; null when there is none, or it is no longer in the programme. */
function placeOf(
  steps: readonly DayStep[],
  last: Trail | undefined,
  runs: readonly RoundRun[],
): Place | null {
  const key = keyOf(last)
  const step = steps.find((one) => one.key === key)
  if (!last || !step) return null
  const run = runs.find(({ round }) => round === last.round)
  const times = run ?? { ...timesOfItem(last), ended_at: null, paused_at: null }
  const { started_at, ends_at, ended_at, paused_at } = times
  return { step, number: last.number, started_at, ends_at, ended_at, paused_at }
}

export function keyOf(step: Pick<Trail, 'round' | 'item_id'> | undefined): StepKey | null {
  if (!step) return null
  return step.round === null ? `item ${step.item_id ?? ''}` : `round ${step.round}`
}

const timesOfItem = ({ started_at, ends_at }: Trail): { started_at: Instant; ends_at: Instant } => ({
  started_at,
  ends_at: ends_at ?? started_at,
})
