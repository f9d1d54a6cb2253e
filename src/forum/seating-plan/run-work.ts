import { decide } from '#platform/db.ts'
import { messageOf } from '#platform/errors.ts'
import type { Log } from '#platform/log.ts'
import { record } from '#platform/record.ts'
import { type Instant, plus } from '#platform/time.ts'
import { workApart } from '#platform/work-apart.ts'
import type { Schedule } from '../seating/problem.ts'
import type { Sent } from '../seating/seating.worker.ts'
import type { Db, Writes } from '../tables.ts'
import { hostsStay } from './hosts-stay.ts'
import { keepSeats } from './keep-seats.ts'
import { type Forum, loadForum } from './load-forum.ts'
import { reportOn } from './report.ts'
import { stepsAfter } from './seating.sql.ts'
import type { Task } from './start-work.ts'
import type { WorkOutcome } from './tables.ts'
import { withoutAway } from './without-away.ts'

class Stopped extends Error {}

const beatMs = 500

/**
 * Proposes seats in a thread of its own. Meanwhile it says in the database how far it is, and looks there for whether
 * it is to stop: pages may be answered by another process. Never throws: how it ended is written down.
 */
export async function runWork(db: Db, task: Task, log: Log): Promise<void> {
  const { problem, base, seconds, seed } = task
  const [begun, stop] = [performance.now(), new AbortController()]
  const nowAt = (): Instant => plus(task.now, { seconds: (performance.now() - begun) / 1000 })
  let part = 0
  const beat = setInterval(() => {
    heard(db, task, part, nowAt()).then(
      (goesOn) => goesOn || stop.abort(new Stopped()),
      (error: unknown) => stop.abort(error),
    )
  }, beatMs)
  try {
    const sent: Sent = { problem, base, seconds, seed }
    const rounds = await workApart<Schedule>('forum/seating/seating.worker.ts', sent, {
      progress: (far) => (part = far),
      signal: stop.signal,
    })
    await keepProposal(db, task, rounds, nowAt())
  } catch (error) {
    const outcome = error instanceof Stopped ? 'stopped' : 'failed'
    if (outcome === 'failed') log.error({ work: 'seating', error: messageOf(error) }, 'seats not proposed')
    await endWork(db, task, outcome, nowAt()).catch(() => undefined)
  } finally {
    clearInterval(beat)
  }
}

/** Says that somebody still works; false when they are to stop, or somebody else has begun. */
async function heard(db: Db, { workId }: Task, part: number, at: Instant): Promise<boolean> {
  const row = await db
    .updateTable('seating_work')
    .set({ progress: Math.min(99, Math.round(part * 100)), heard_at: at })
    .where('id', '=', workId)
    .where('ended_at', 'is', null)
    .returning('stop_asked_at')
    .executeTakeFirst()
  return row !== undefined && row.stop_asked_at === null
}

const endWork = (db: Writes, { workId }: Task, outcome: WorkOutcome, at: Instant) =>
  db
    .updateTable('seating_work')
    .set({ ended_at: at, outcome, ...(outcome === 'kept' && { progress: 100 }) })
    .where('id', '=', workId)
    .where('ended_at', 'is', null)
    .returning('version')
    .executeTakeFirst()

/** Writes the proposal down, unless an organiser has changed something since it was begun. */
function keepProposal(db: Db, task: Task, rounds: Schedule, at: Instant): Promise<void> {
  const { eventId, kind, seed, by } = task
  return decide(db, 'event', eventId, async (tx) => {
    const forum = await loadForum(tx, eventId)
    const begun = await endWork(tx, task, 'kept', at)
    if (!forum || !begun) return
    const steps = await stepsAfter(tx, eventId, begun.version)
    // A round that has begun meanwhile has everybody at their tables already.
    if (forum.begun > 0 || steps.some((step) => step.kind !== 'left')) {
      await tx
        .updateTable('seating_work')
        .set({ outcome: 'outdated' })
        .where('id', '=', task.workId)
        .execute()
      return
    }
    const wanted = ofThoseWhoCome(forum, rounds)
    // Whoever presses again while nobody more can be seated changes nobody's table for that.
    const isWorthIt = kind === 'propose' || seatedIn(wanted) > forum.seats.length
    const schedule = isWorthIt ? wanted : forum.schedule
    const step = kind === 'fill' ? 'filled' : 'proposed'
    const changes = await keepSeats(tx, forum, schedule, { kind: step, by, now: at })
    await hostsStay(tx, forum, schedule)
    const report = JSON.stringify(reportOn(withoutAway(forum).problem, schedule, seed))
    await tx
      .updateTable('seating')
      .set({ proposed_at: at, report, ...(kind === 'propose' && { seed }) })
      .where('event_id', '=', eventId)
      .execute()
    const detail = { kind: step, seats: changes.length }
    await record(tx, { what: 'seats-proposed', by, about: eventId, at, detail })
  })
}

const seatedIn = (rounds: Schedule): number => rounds.flat(2).length

/** Without those who gave back their seat meanwhile. */
const ofThoseWhoCome = ({ people }: Forum, rounds: Schedule): Schedule => {
  const coming = new Set(people.map(({ id }) => id))
  return rounds.map((tables) => tables.map((ids) => ids.filter((id) => coming.has(id))))
}

/** Asks whoever works to stop; they look several times a second. */
export const askToStop = (db: Writes, eventId: string, at: Instant) =>
  db
    .updateTable('seating_work')
    .set({ stop_asked_at: at })
    .where('event_id', '=', eventId)
    .where('ended_at', 'is', null)
    .execute()
