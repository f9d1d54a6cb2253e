import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { eventWithId } from '../events.sql.ts'
import type { Db, SignUpRow, Writes } from '../tables.ts'
import { type Letters, writeLetters } from './letters.ts'
import { moveUp } from './move-up.ts'
import { heldLonger } from './offers.rules.ts'
import { eventsWithHoldsOver, heldUntil } from './queue.sql.ts'
import { changeSignUpRow } from './sign-ups.sql.ts'

/**
 * Gives seats on whose time is up: held ones that nobody confirmed, and offers that nobody took. Whoever let an offer
 * go is told; an address that was never confirmed is left alone. Seats wait for mails that our own server keeps back.
 */
export async function endHolds(db: Db, letters: Letters): Promise<void> {
  for (const eventId of await eventsWithHoldsOver(db, letters.now)) {
    await decide(db, 'event', eventId, async (tx) => {
      const event = found(await eventWithId(tx, eventId), 'event')
      const over: SignUpRow[] = []
      for (const { mail_waits, ...row } of await heldUntil(tx, eventId, letters.now))
        if (await isOver(tx, row, Boolean(mail_waits), letters)) over.push(row)
      const offers = over.filter(({ state }) => state === 'offered')
      await writeLetters(tx, 'offer-over', { event, signUps: offers, letters })
      await moveUp(tx, eventId, letters)
    })
  }
}

async function isOver(tx: Writes, row: SignUpRow, mailWaits: boolean, { now }: Letters): Promise<boolean> {
  const { id, event_id, state, queued_at, held_until } = row
  const since = state === 'offered' ? (held_until ?? now) : queued_at
  const longer = heldLonger({ queued_at: since, held_until: held_until ?? now }, mailWaits, now)
  if (longer !== null) {
    await changeSignUpRow(tx, id, { held_until: longer })
    return false
  }
  const ended_because = state === 'offered' ? 'offer-expired' : 'not-confirmed'
  const sequence = row.sequence + 1
  await changeSignUpRow(tx, id, {
    ...{ state: 'cancelled', cancelled_at: now, ended_because, held_until: null, sequence },
  })
  await record(tx, { what: ended_because, by: null, about: event_id, at: now, detail: { signUp: id } })
  return true
}
