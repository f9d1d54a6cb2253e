import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { eventWithId } from '../../events.sql.ts'
import type { SignUpRow, Writes } from '../../tables.ts'
import { type Letters, writeLetters } from '../letters.ts'
import { offerEnd } from '../offers.rules.ts'
import { nextUp } from '../queue.rules.ts'
import { waitingLine } from '../queue.sql.ts'
import { seatsOf } from '../seats.sql.ts'
import { changeSignUpRow } from '../sign-ups.sql.ts'

/**
 * Offers every free seat to those who have waited longest, in order, with time to answer; close to the start it is
 * given at once. Returns how many. Nobody is moved up once it has begun: they are not on their way.
 */
export async function moveUp(tx: Writes, eventId: string, letters: Letters): Promise<number> {
  const { now } = letters
  const event = found(await eventWithId(tx, eventId), 'event')
  if (event.cancelled_at || event.starts_at <= now || event.seats_taken >= event.capacity) return 0
  const line = await waitingLine(tx, eventId)
  const lucky = line.length === 0 ? [] : nextUp(line, await seatsOf(tx, event))
  if (lucky.length === 0) return 0

  const until = offerEnd(now, event.starts_at)
  const state = until === null ? 'seat' : 'offered'
  const rows: SignUpRow[] = []
  for (const one of lucky) {
    await changeSignUpRow(tx, one.id, { state, held_until: until })
    const what = until === null ? 'moved-up' : 'seat-offered'
    await record(tx, { what, by: null, about: eventId, at: now, detail: { signUp: one.id } })
    rows.push({ ...one, state, held_until: until })
  }
  await writeLetters(tx, until === null ? 'moved-up' : 'offered', { event, signUps: rows, letters })
  return rows.length
}
