import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import type { Sent } from '../seating/seating.worker.ts'
import type { Db } from '../tables.ts'
import { unseatedIn } from './board.ts'
import { type DayRefusal, refusalOfTheDay } from './day.rules.ts'
import { type FormatRefusal, refusalOfFormat } from './formats.rules.ts'
import { loadForum } from './load-forum.ts'
import { isWorking, type ProposeRefusal, refusalToPropose } from './seating.rules.ts'
import { workOf } from './seating.sql.ts'
import type { WorkKind } from './tables.ts'
import { withoutAway } from './without-away.ts'

export const ProposeForm = z.object({
  kind: z.enum(['propose', 'fill']).catch('propose'),
  /** The next seed gives another proposal; the same gives the same. */
  another: z.literal('yes').optional().catch(undefined),
  /** Seats that people have been shown may change. */
  sure: z.literal('yes').optional().catch(undefined),
  seconds: z.coerce.number().min(0.05).max(30).catch(5),
})

export interface Task extends Sent {
  eventId: string
  workId: string
  kind: WorkKind
  by: string
  now: Instant
}

/** Writes down that seats are being proposed, and answers with what is to be done; or with why not. */
export function startWork(
  db: Db,
  by: Member,
  eventId: string,
  form: z.output<typeof ProposeForm>,
  now: Instant,
): Promise<{ refusal: ProposeRefusal | DayRefusal | FormatRefusal } | { task: Task }> {
  return decide(db, 'event', eventId, async (tx) => {
    const forum = found(await loadForum(tx, eventId), 'seating')
    const { seating, tables, rounds, seats, begun } = forum
    const { kind, seconds } = form
    const { problem, base: schedule } = withoutAway(forum)
    const shown = seating.shown_at === null ? 0 : seats.length
    const today = refusalOfTheDay({ kind, begun, shown, isSure: form.sure === 'yes' })
    if (today) return { refusal: today }
    const hosts = forum.people.filter(({ part }) => part === 'host').length
    const ofFormat = refusalOfFormat({ format: seating.format, tables: tables.length, hosts })
    if (ofFormat) return { refusal: ofFormat }
    const refusal = refusalToPropose({
      ...{ kind, tables: tables.length, rounds: rounds.length, people: problem.people.length },
      unseated: unseatedIn(forum).length,
      isWorking: isWorking(await workOf(tx, eventId), now),
    })
    if (refusal) return { refusal }
    const seed = form.another ? seating.seed + 1 : seating.seed
    const row = {
      ...{
        event_id: eventId,
        id: newId(),
        kind,
        version: seating.version,
        seed,
        by_person: by.id,
        progress: 0,
      },
      ...{ begun_at: now, heard_at: now, stop_asked_at: null, ended_at: null, outcome: null },
    }
    await tx
      .insertInto('seating_work')
      .values(row)
      .onConflict((conflict) => conflict.column('event_id').doUpdateSet(row))
      .execute()
    const base = kind === 'fill' ? schedule : null
    return { task: { eventId, workId: row.id, kind, problem, base, seconds, seed, by: by.id, now } }
  })
}
