import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import {
  type BackRefusal,
  changedRun,
  leftAt,
  type MoveRefusal,
  refusalToChange,
  refusalToMove,
  refusalToPress,
  type RoundChange,
  type RoundRefusal,
} from './day.rules.ts'
import { addRun, addStep, changeRun, countPress, removeRun, removeStep, trailOf } from './day.sql.ts'
import { type Day, type DayStep, keyOf, loadDay } from './load-day.ts'
import type { Showing } from './tables.ts'

/** Who presses a button, on which day, and how often a button had been pressed when the page was shown. */
export interface Press {
  eventId: string
  by: Member
  seen: number
  now: Instant
}

type Refusal = MoveRefusal | RoundRefusal | BackRefusal

/** One press at a time: what the page had not seen yet is not pressed over. */
function press<R extends Refusal>(
  db: Db,
  { eventId, seen, now }: Press,
  work: (tx: Writes, day: Day) => Promise<R | null>,
  showing?: Showing,
): Promise<R | 'moved-already' | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const day = found(await loadDay(tx, eventId), 'event')
    const refusal = await work(tx, day)
    if (refusal) return refusal
    const isCounted = await countPress(tx, eventId, { seen, now, ...(showing && { showing }) })
    // The rule has looked already; this would be a bug, and undoes everything.
    if (!isCounted) throw new Error('the day was moved meanwhile')
    return null
  })
}

const seenBy = (day: Day, { seen, now }: Press) => ({ event: day.event, version: day.version, seen, now })

/** Goes on to a step of the programme: leaves what is on, and starts the round or the item. */
export const moveDay = (db: Db, by: Press, to: string): Promise<MoveRefusal | null> =>
  press<MoveRefusal>(db, by, async (tx, day) => {
    const at = day.place?.step.key ?? null
    const refusal = refusalToMove(seenBy(day, by), { keys: day.steps.map(({ key }) => key), at, to })
    if (refusal) return refusal
    await leave(tx, day, by.now)
    const step = found(
      day.steps.find(({ key }) => key === to),
      'step',
    )
    await arrive(tx, day, step, by)
    return null
  })

async function leave(tx: Writes, { event, place }: Day, now: Instant): Promise<void> {
  const round = place?.step.round
  if (!place || !round) return
  const change = { ended_at: leftAt(place, now), paused_at: null }
  await changeRun(tx, { eventId: event.id, round: round.number }, change)
}

async function arrive(tx: Writes, { event }: Day, step: DayStep, { by, now }: Press): Promise<void> {
  const number = ((await trailOf(tx, event.id)).at(-1)?.number ?? 0) + 1
  const minutes = step.round?.minutes ?? step.item?.minutes ?? 1
  const times = { started_at: now, ends_at: plus(now, { minutes }) }
  const row = { event_id: event.id, number, started_at: now }
  if (step.round) {
    const round = step.round.number
    await addRun(tx, { event_id: event.id, round, ...times, ended_at: null, started_by: by.id })
    await addStep(tx, { ...row, round, item_id: null, ends_at: null })
    await record(tx, { what: 'round-started', by: by.id, about: event.id, at: now, detail: { round } })
  } else if (step.item) {
    await addStep(tx, { ...row, round: null, item_id: step.item.id, ends_at: times.ends_at })
  }
}

/** A minute more, the end before its time, or a pause, of the round that is on. */
export const changeRound = (db: Db, by: Press, change: RoundChange): Promise<RoundRefusal | null> =>
  press<RoundRefusal>(db, by, async (tx, day) => {
    const { place, event } = day
    const round = place?.step.round?.number
    const run = place && round !== undefined ? place : null
    const refusal = refusalToChange(seenBy(day, by), { run, change })
    if (refusal) return refusal
    if (!run || round === undefined) return 'no-round-runs'
    await changeRun(tx, { eventId: event.id, round }, changedRun(run, change, by.now))
    const detail = { round, change }
    await record(tx, { what: 'round-changed', by: by.by.id, about: event.id, at: by.now, detail })
    return null
  })

/** Undoes the last press: an end before its time, or a step that was begun by mistake. */
export const takeBack = (db: Db, by: Press): Promise<BackRefusal | null> =>
  press<BackRefusal>(db, by, async (tx, day) => {
    const refusal = refusalToPress(seenBy(day, by))
    if (refusal) return refusal
    const { event, place } = day
    const trail = await trailOf(tx, event.id)
    const last = trail.at(-1)
    if (!last) return 'nothing-to-undo'
    const at = { eventId: event.id, round: last.round ?? 0 }
    const isEnded = last.round !== null && place !== null && place.ended_at !== null
    if (isEnded) await changeRun(tx, at, { ended_at: null })
    else {
      await removeStep(tx, event.id, last.number)
      if (last.round !== null) await removeRun(tx, event.id, last.round)
      await goOnWith(tx, day, trail.at(-2)?.round ?? null, last.started_at)
    }
    const detail = { step: keyOf(last) }
    await record(tx, { what: 'day-taken-back', by: by.by.id, about: event.id, at: by.now, detail })
    return null
  })

/** A round that was left for another step goes on, as if it had never been left; one that had ended before stays ended. */
async function goOnWith(tx: Writes, { event, runs }: Day, round: number | null, at: Instant): Promise<void> {
  const run = runs.find((one) => one.round === round)
  if (run?.ended_at !== at) return
  await changeRun(tx, { eventId: event.id, round: run.round }, { ended_at: null })
}

/** What the wall shows from now on, wherever it hangs. */
export const showOnWall = (db: Db, by: Press, showing: Showing): Promise<'moved-already' | null> =>
  press<'moved-already'>(
    db,
    by,
    async (_tx, day) => (day.version === by.seen ? null : 'moved-already'),
    showing,
  )
