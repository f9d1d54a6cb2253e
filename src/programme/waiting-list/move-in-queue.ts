import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import { addMove, waitingLine } from '../sign-up/queue.sql.ts'
import { keepsSeats } from '../sign-up/seats.rules.ts'
import type { Db } from '../tables.ts'
import { type MoveRefusal, moveOn } from './waiting-list.rules.ts'

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
    const event = found(await eventWithId(tx, eventId), 'event')
    const places = moveOn(line, { signUp, before, isBySector: keepsSeats(event) })
    if (typeof places === 'string') return places
    const { from, to } = places
    const move = { id: newId(), event_id: eventId, sign_up_id: signUp, before_id: before }
    await addMove(tx, { ...move, by_person: by.id, reason, at: now, from_place: from, to_place: to })
    const detail = { signUp, before, reason, from, to }
    await record(tx, { what: 'moved-in-queue', by: by.id, about: eventId, at: now, detail })
    return null
  })
}
