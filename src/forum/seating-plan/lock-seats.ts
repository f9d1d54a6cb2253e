import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { addStep } from './keep-seats.ts'
import { seatingOf } from './seating.sql.ts'

/** Which seats: those of a person or at a table (its id), in one round (from 1) or in all. */
export const LockForm = z.object({
  do: z.enum(['lock', 'unlock']),
  person: z.string().optional(),
  table: z.string().optional(),
  round: z.coerce.number().int().min(1).max(50).optional().catch(undefined),
})

/** What is locked stays when seats are proposed anew, until it is unlocked. */
export function lockSeats(
  db: Db,
  by: Member,
  eventId: string,
  form: z.output<typeof LockForm>,
  now: Instant,
): Promise<void> {
  const { person, table, round } = form
  return decide(db, 'event', eventId, async (tx) => {
    found(await seatingOf(tx, eventId), 'seating')
    if (person === undefined && table === undefined) return
    const locked = form.do === 'lock' ? 1 : 0
    let update = tx
      .updateTable('table_seat')
      .set({ locked })
      .where('event_id', '=', eventId)
      .where('locked', '<>', locked)
    if (person !== undefined) update = update.where('sign_up_id', '=', person)
    if (table !== undefined) update = update.where('table_id', '=', table)
    if (round !== undefined) update = update.where('round', '=', round)
    const { numUpdatedRows } = await update.executeTakeFirstOrThrow()
    if (numUpdatedRows > 0n) await addStep(tx, eventId, [], { kind: 'locked', by: by.id, now })
  })
}
