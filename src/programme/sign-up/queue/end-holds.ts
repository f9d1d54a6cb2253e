import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId, type ProgrammeEvent } from '../../events.sql.ts'
import type { Db, SignUpRow, Writes } from '../../tables.ts'
import { type Letters, writeLetters } from '../letters.ts'
import { moveUp } from './move-up.ts'
import { heldLonger } from '../offers.rules.ts'
import { eventsWithHoldsOver, heldUntil } from '../queue.sql.ts'
import { changeSignUpRow } from '../sign-ups.sql.ts'

/**
 * Gives seats on whose time is up: held ones that nobody confirmed, and offers that nobody took. Whoever let an offer
 * go is told; an address that was never confirmed is left alone. Seats wait for mails that our own server keeps back.
 */
export async function endHolds(db: Db, letters: Letters): Promise<void> {
  for (const eventId of await eventsWithHoldsOver(db, letters.now)) {
    await decide(db, 'event', eventId, async (tx) => {
      const event = found(await eventWithId(tx, eventId), 'event')
      const over: SignUpRow[] = []
      for (const { mail_waits, ...row } of await heldUntil(tx, eventId, letters.now)) {
        const isStillOn = Boolean(mail_waits) && (await waitOn(tx, row, event, letters.now))
        if (!isStillOn) over.push(await end(tx, row, letters.now))
      }
      // Whoever knows that the event is called off needs no word about an offer.
      const offers = event.cancelled_at ? [] : over.filter(({ state }) => state === 'offered')
      await writeLetters(tx, 'offer-over', { event, signUps: offers, letters })
      await moveUp(tx, eventId, letters)
    })
  }
}

/**
 * For somebody whose mail has not left us: a hold goes on, and whoever could not hear of an offer waits on in the same
 * place, to be offered a seat anew with a whole time to answer. False when it has to end nevertheless.
 */
async function waitOn(tx: Writes, row: SignUpRow, event: ProgrammeEvent, now: Instant): Promise<boolean> {
  if (event.cancelled_at || event.starts_at <= now) return false
  if (row.state === 'offered') {
    await changeSignUpRow(tx, row.id, { state: 'waiting', held_until: null })
    return true
  }
  const longer = heldLonger(row.queued_at, now)
  if (longer !== null) await changeSignUpRow(tx, row.id, { held_until: longer })
  return longer !== null
}

async function end(tx: Writes, row: SignUpRow, now: Instant): Promise<SignUpRow> {
  const ended_because = row.state === 'offered' ? 'offer-expired' : 'not-confirmed'
  const sequence = row.sequence + 1
  const change = { cancelled_at: now, ended_because, held_until: null, sequence } as const
  await changeSignUpRow(tx, row.id, { state: 'cancelled', ...change })
  const detail = { signUp: row.id }
  await record(tx, { what: ended_because, by: null, about: row.event_id, at: now, detail })
  // As it was, for the letter.
  return { ...row, ...change }
}
