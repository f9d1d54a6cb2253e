import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import type { Db, SignUpRow, Writes } from '../tables.ts'
import { type Letters, writeLetter } from './letters.ts'
import { type ChangeRefusal, refusalToChange, seatsToGive } from './seats.rules.ts'
import { changeSignUpRow, firstWaiting, signUpWithId } from './sign-ups.sql.ts'

/** Ends a sign-up, tells the person's calendar, and gives the seat to whoever has waited longest. */
export function giveSeatBack(db: Db, signUp: SignUpRow, letters: Letters): Promise<ChangeRefusal | null> {
  return decide(db, 'event', signUp.event_id, async (tx) => {
    const { now } = letters
    const event = found(await eventWithId(tx, signUp.event_id), 'event')
    const current = found(await signUpWithId(tx, signUp.id), 'sign-up')
    const refusal = refusalToChange(current, event, now)
    if (refusal) return refusal

    const sequence = current.sequence + 1
    await changeSignUpRow(tx, current.id, {
      state: 'cancelled',
      cancelled_at: now,
      ended_because: 'given-back',
      held_until: null,
      checked_in_at: null,
      sequence,
    })
    await writeLetter(tx, 'given-back', { event, signUp: { ...current, sequence }, letters })
    await record(tx, {
      what: 'seat-given-back',
      by: null,
      about: event.id,
      at: now,
      detail: { signUp: current.id },
    })
    await moveUp(tx, event.id, letters)
    return null
  })
}

/** Gives every free seat to those who have waited longest, in order, and tells them. Returns how many. */
export async function moveUp(tx: Writes, eventId: string, letters: Letters): Promise<number> {
  const event = found(await eventWithId(tx, eventId), 'event')
  const seats = seatsToGive(event, letters.now)
  const lucky = seats > 0 ? await firstWaiting(tx, eventId, seats) : []
  for (const signUp of lucky) await giveSeat(tx, event, signUp, letters)
  return lucky.length
}

async function giveSeat(
  tx: Writes,
  event: ProgrammeEvent,
  signUp: SignUpRow,
  letters: Letters,
): Promise<void> {
  await changeSignUpRow(tx, signUp.id, { state: 'seat', confirmed_at: signUp.confirmed_at ?? letters.now })
  await writeLetter(tx, 'moved-up', { event, signUp: { ...signUp, state: 'seat' }, letters })
  const detail = { signUp: signUp.id }
  await record(tx, { what: 'moved-up', by: null, about: event.id, at: letters.now, detail })
}
