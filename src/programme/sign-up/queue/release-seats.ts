import { decide } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { moveUp } from './move-up.ts'
import { eventsToRelease, releaseSeatsOf } from '../seats.sql.ts'

/** Gives seats that were kept to all, on the date that the event's page showed: the waiting lists become one. */
export async function releaseSeats(db: Db, letters: Letters): Promise<void> {
  for (const eventId of await eventsToRelease(db, letters.now)) {
    await decide(db, 'event', eventId, async (tx) => {
      // Another process may have done it, or an organiser chosen another date, since we looked.
      if (!(await eventsToRelease(tx, letters.now)).includes(eventId)) return
      await releaseSeatsOf(tx, eventId, letters.now)
      await record(tx, { what: 'seats-released', by: null, about: eventId, at: letters.now })
      await moveUp(tx, eventId, letters)
    })
  }
}
