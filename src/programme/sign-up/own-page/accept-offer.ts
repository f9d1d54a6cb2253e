import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { eventWithId } from '../../events.sql.ts'
import type { Db, SignUpRow } from '../../tables.ts'
import { type Letters, writeLetters } from '../letters.ts'
import { changeSignUpRow, companionsOf, signUpWithId } from '../sign-ups.sql.ts'

export type OfferRefusal = 'offer-over' | 'event-cancelled' | 'already-begun'

/** Somebody from the waiting list says yes, for themselves and for those without an address who were offered one too. */
export function acceptOffer(db: Db, signUp: SignUpRow, letters: Letters): Promise<OfferRefusal | null> {
  return decide(db, 'event', signUp.event_id, async (tx) => {
    const { now } = letters
    const event = found(await eventWithId(tx, signUp.event_id), 'event')
    if (event.cancelled_at) return 'event-cancelled'
    if (event.starts_at <= now) return 'already-begun'
    const current = found(await signUpWithId(tx, signUp.id), 'sign-up')
    const along = (await companionsOf(tx, signUp.id)).filter(({ email }) => email === null)
    const offered = [current, ...along].filter(({ state }) => state === 'offered')
    if (offered.length === 0) return current.state === 'seat' ? null : 'offer-over'

    const rows: SignUpRow[] = []
    for (const one of offered) {
      const change = { state: 'seat', held_until: null } as const
      await changeSignUpRow(tx, one.id, change)
      await record(tx, {
        what: 'offer-accepted',
        by: null,
        about: event.id,
        at: now,
        detail: { signUp: one.id },
      })
      rows.push({ ...one, ...change })
    }
    await writeLetters(tx, 'signed-up', { event, signUps: rows, letters })
    return null
  })
}
