import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { addMove, waitingLine } from '../sign-up/queue.sql.ts'
import type { Db } from '../tables.ts'
import { type MoveRefusal, refusalToMove } from './waiting-list.rules.ts'

export const Move = z.object({
  do: z.literal('move'),
  signUp: z.string('waiting-list.move.who-missing').min(1, 'waiting-list.move.who-missing').max(40),
  /** Before whom; empty for last. */
  before: z
    .string()
    .max(40)
    .transform((id) => id || null),
  reason: line(500, 'waiting-list.move.reason-missing'),
})
export type Move = z.output<typeof Move>

/**
 * Puts somebody before somebody else on the waiting list, or last. It is never done silently: the reason is kept, with
 * who gave it, and everybody who looks after the event can read it.
 */
export function moveInQueue(
  db: Db,
  by: Member,
  eventId: string,
  { signUp, before, reason }: Move,
  now: Instant,
): Promise<MoveRefusal | null> {
  return decide(db, 'event', eventId, async (tx) => {
    found(by.party, 'coordinator')
    const line = await waitingLine(tx, eventId)
    const refusal = refusalToMove(line, signUp, before)
    if (refusal) return refusal
    const move = { id: newId(), event_id: eventId, sign_up_id: signUp, before_id: before }
    await addMove(tx, { ...move, by_person: by.id, reason, at: now })
    const detail = { signUp, before, reason }
    await record(tx, { what: 'moved-in-queue', by: by.id, about: eventId, at: now, detail })
    return null
  })
}
