import { found } from '#platform/errors.ts'
import { eventWithId } from '../events.sql.ts'
import type { Writes } from '../tables.ts'
import { type Letters, writeLetters } from './letters.ts'
import { activeSignUps } from './sign-ups.sql.ts'

/** Tells everybody with a seat or in the queue that the event changed or was called off, and tells their calendars. */
export async function tellSignedUp(
  tx: Writes,
  eventId: string,
  news: { kind: 'changed' | 'cancelled' },
  letters: Letters,
): Promise<void> {
  const event = found(await eventWithId(tx, eventId), 'event')
  const kind = news.kind === 'cancelled' ? 'called-off' : 'changed'
  await writeLetters(tx, kind, { event, signUps: await activeSignUps(tx, eventId), letters })
}
