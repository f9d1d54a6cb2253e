import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { refusalToShow } from './formats.rules.ts'
import { seatingOf, tablesOf } from './seating.sql.ts'

/** From now on those who come are shown their tables, or no longer. */
export function showSeats(
  db: Db,
  by: Member,
  eventId: string,
  isShown: boolean,
  now: Instant,
): Promise<ReturnType<typeof refusalToShow>> {
  return decide(db, 'event', eventId, async (tx) => {
    const seating = found(await seatingOf(tx, eventId), 'seating')
    const refusal = isShown ? refusalToShow(seating.format, await tablesOf(tx, eventId)) : null
    if (refusal) return refusal
    const { numUpdatedRows } = await tx
      .updateTable('seating')
      .set({ shown_at: isShown ? now : null })
      .where('event_id', '=', eventId)
      .where('shown_at', isShown ? 'is' : 'is not', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return null
    const what = isShown ? 'seats-shown' : 'seats-hidden'
    await record(tx, { what, by: by.id, about: eventId, at: now })
    return null
  })
}
