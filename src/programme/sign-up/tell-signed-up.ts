import { found } from '#platform/errors.ts'
import type { Texts } from '#platform/language.ts'
import { eventWithId } from '../events.sql.ts'
import type { Writes } from '../tables.ts'
import { type Letters, writeLetters } from './letters.ts'
import { activeSignUps } from './sign-ups.sql.ts'

/** Tells everybody with a seat or in the queue that the event changed or was called off, and tells their calendars. */
export async function tellSignedUp(
  tx: Writes,
  eventId: string,
  news: { kind: 'changed'; reason: Texts } | { kind: 'cancelled' },
  letters: Letters,
): Promise<void> {
  const event = found(await eventWithId(tx, eventId), 'event')
  const signUps = await activeSignUps(tx, eventId)
  const [kind, reason] =
    news.kind === 'cancelled'
      ? (['called-off', event.cancel_reason] as const)
      : (['changed', news.reason] as const)
  await writeLetters(tx, kind, { event, signUps, letters, reason })
}
