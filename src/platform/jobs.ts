import type { AddsTo, DbOf, ReadsOf, WritesOf } from './handle.ts'
import type { Generated } from 'kysely'
import { sql } from 'kysely'
import { Cron } from 'croner'
import { type Json, json } from './db.ts'
import { messageOf } from './errors.ts'
import { newId } from './ids.ts'
import type { Log } from './log.ts'
import { type Clock, type Instant, plus, timeZone } from './time.ts'

export interface JobTables {
  job: {
    id: string
    kind: string
    payload: Json<Record<string, string>>
    run_at: Instant
    once_key: string | null
    attempts: Generated<number>
    claimed_until: Instant | null
    done_at: Instant | null
    failed_at: Instant | null
    last_error: string | null
  }
}

type Db = DbOf<JobTables>
type Writes = AddsTo<JobTables>

interface NewJob {
  kind: string
  runAt: Instant
  payload?: Record<string, string>
  /** A job with a key is written once only, however many processes ask for it. */
  key?: string
}

function addJob(tx: Writes, { kind, runAt, payload = {}, key }: NewJob): Promise<unknown> {
  const row = { id: newId(), kind, payload: json(payload), run_at: runAt, once_key: key ?? null }
  return tx
    .insertInto('job')
    .values({ ...row, claimed_until: null, done_at: null, failed_at: null, last_error: null })
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .execute()
}

/** What a kind of job does. It may be run again after a crash, so it must bear that. */
export type Work = (payload: Record<string, string>, now: Instant) => Promise<unknown>

/** Something that happens by the clock: a cron pattern where people live, and the kind of job. */
export interface Appointment {
  pattern: string
  kind: string
}

/** Writes the jobs whose time came between two moments; the key keeps other processes from writing them too. */
export async function addAppointments(db: Writes, plan: readonly Appointment[], from: Instant, to: Instant) {
  for (const { pattern, kind } of plan) {
    const next = nextRun(pattern)
    let times = 0
    for (let time = next(from); time !== null && time <= to && times < 10; time = next(time), times += 1)
      await addJob(db, { kind, runAt: time, key: `${kind} ${time}` })
  }
}

// Found out once for each time that comes, and not in every round.
const runs = new Map<string, { since: Instant; time: Instant | null }>()

/** The first time of a pattern after a moment. */
function nextRun(pattern: string): (after: Instant) => Instant | null {
  return (after) => {
    const known = runs.get(pattern)
    if (known && known.since <= after && (known.time === null || after < known.time)) return known.time
    const cron = new Cron(pattern, { timezone: timeZone, paused: true })
    const time = cron.nextRun(new Date(after))?.toISOString() ?? null
    runs.set(pattern, { since: after, time })
    return time
  }
}

const claimMinutes = 10
const attemptsMax = 5

/** Does every job that is due, one after another. */
export async function doJobs(
  db: Db,
  works: Readonly<Record<string, Work>>,
  clock: Clock,
  log: Log,
): Promise<void> {
  for (;;) {
    const job = await claimJob(db, clock())
    if (!job) return
    try {
      const work = works[job.kind]
      if (!work) throw new Error(`nobody knows how to do '${job.kind}'`)
      await work(job.payload, clock())
      await db
        .updateTable('job')
        .set({ done_at: clock(), last_error: null })
        .where('id', '=', job.id)
        .execute()
    } catch (error) {
      log.error({ job: job.kind, error: messageOf(error) }, 'job failed')
      const isLast = job.attempts >= attemptsMax
      await db
        .updateTable('job')
        .set({
          last_error: messageOf(error).slice(0, 500),
          claimed_until: null,
          ...(isLast ? { failed_at: clock() } : { run_at: plus(clock(), { minutes: 2 ** job.attempts }) }),
        })
        .where('id', '=', job.id)
        .execute()
    }
  }
}

function claimJob(db: Db, now: Instant) {
  const isDue = sql<boolean>`(done_at is null and failed_at is null and run_at <= ${now}
    and (claimed_until is null or claimed_until < ${now}))`
  return db
    .updateTable('job')
    .set((eb) => ({ claimed_until: plus(now, { minutes: claimMinutes }), attempts: eb('attempts', '+', 1) }))
    .where('id', '=', (eb) => eb.selectFrom('job').select('id').where(isDue).orderBy('run_at').limit(1))
    .where(isDue)
    .returning(['id', 'kind', 'payload', 'attempts'])
    .executeTakeFirst()
}

/** Jobs that were given up, for the coordinators to see. */
export const failedJobs = (db: ReadsOf<JobTables>) =>
  db
    .selectFrom('job')
    .select(['id', 'kind', 'failed_at', 'last_error'])
    .where('failed_at', 'is not', null)
    .orderBy('failed_at', 'desc')
    .limit(20)
    .execute()

/** Puts a job that was given up back among those to do, with all its attempts; false when it was not given up. */
export const tryJobAgain = async (db: WritesOf<JobTables>, id: string, now: Instant): Promise<boolean> => {
  const back = { failed_at: null, claimed_until: null, attempts: 0, run_at: now }
  const update = db.updateTable('job').set(back).where('id', '=', id).where('failed_at', 'is not', null)
  const { numUpdatedRows } = await update.executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const forgetOldJobs = (db: WritesOf<JobTables>, before: Instant): Promise<unknown> =>
  db.deleteFrom('job').where('done_at', '<', before).execute()
