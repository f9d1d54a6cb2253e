import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { addStep, writeChanges } from './keep-seats.ts'
import { type DayRefusal, refusalToUndo } from './day.rules.ts'
import { loadForum } from './load-forum.ts'
import { stepToUndo } from './seating.rules.ts'
import { stepsAfter } from './seating.sql.ts'
import type { SeatChange } from './tables.ts'

export type UndoRefusal = 'undo' | DayRefusal

/** Takes back the last change of seats; those who have given back their seat at the event since then stay away. */
export function undoStep(
  db: Db,
  by: Member,
  eventId: string,
  version: number,
  now: Instant,
): Promise<UndoRefusal | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const forum = found(await loadForum(tx, eventId), 'seating')
    const step = stepToUndo(await stepsAfter(tx, eventId, 0))
    if (step?.version !== version) return 'undo'
    const refusal = refusalToUndo(step.kind, forum.begun)
    if (refusal) return refusal
    const coming = new Set(forum.people.map(({ id }) => id))
    const back = step.seats.flatMap(([round, id, from, to]): SeatChange[] =>
      coming.has(id) ? [[round, id, to, from]] : [],
    )
    await writeChanges(tx, eventId, back)
    await addStep(tx, eventId, back, { kind: 'undone', by: by.id, now, undoes: version })
    return null
  })
}
