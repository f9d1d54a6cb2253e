import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import type { ForWhomRefusal } from '../invitations/for-whom.rules.ts'
import { refusalToComeBack } from '../invitations/known.ts'
import type { Db, SignUpRow, Writes } from '../tables.ts'
import type { Letters } from './letters.ts'
import { moveUp } from './move-up.ts'
import { decideSeats, organisationKey } from './seats.rules.ts'
import { seatsOf } from './seats.sql.ts'
import { refusalToSignUp, type SignUpRefusal } from './sign-up.rules.ts'
import { tell } from './sign-up.ts'
import { changeSignUpRow, companionsOf, signUpsOfAddresses, signUpWithId } from './sign-ups.sql.ts'

export type ConfirmRefusal = SignUpRefusal | ForWhomRefusal | 'signed-up-anew'

/**
 * The owner of the address says: yes, that was me. Held seats become theirs. Whoever comes too late is treated as
 * somebody who comes now: a seat while there is one, else the last place in the queue. Confirming twice changes nothing.
 */
export function confirmSignUp(db: Db, signUp: SignUpRow, letters: Letters): Promise<ConfirmRefusal | null> {
  return decide(db, 'event', signUp.event_id, async (tx) => {
    const event = found(await eventWithId(tx, signUp.event_id), 'event')
    const current = found(await signUpWithId(tx, signUp.id), 'sign-up')
    if (current.confirmed_at !== null && current.state !== 'cancelled') return null
    const isLate = current.state === 'cancelled'
    const refusal = isLate
      ? await refusalToComeAnew(tx, event, current, letters.now)
      : refusalToKeep(event, letters.now)
    if (refusal) return refusal

    const group = [current, ...(await companionsOf(tx, current.id))]
    const waits = group.filter((one) =>
      isLate ? one.ended_because === 'not-confirmed' : one.state !== 'cancelled',
    )
    const rows = isLate ? await comeAnew(tx, event, waits, letters.now) : await keep(tx, waits, letters.now)
    await tell(tx, event, rows, { isKnown: true, letters })
    await record(tx, {
      ...{ what: 'sign-up-confirmed', by: null, about: event.id, at: letters.now },
      detail: { signUp: current.id },
    })
    // Somebody may have waited for this alone: a place in the queue counts from the day it came, once it is confirmed.
    await moveUp(tx, event.id, letters)
    return null
  })
}

/** Sign-up may have closed since: whoever came in time keeps the seat, but not at what is called off or has begun. */
const refusalToKeep = (event: ProgrammeEvent, now: string): SignUpRefusal | null => {
  if (event.cancelled_at) return 'cancelled'
  return event.starts_at <= now ? 'closed' : null
}

/** Whoever comes too late is asked all that anybody is asked who comes now. */
async function refusalToComeAnew(
  tx: Writes,
  event: ProgrammeEvent,
  current: SignUpRow,
  now: string,
): Promise<ConfirmRefusal | null> {
  const refusal = refusalToSignUp(event, now) ?? (await refusalToComeBack(tx, event, current))
  if (refusal) return refusal
  return (await isSignedUpAnew(tx, current)) ? 'signed-up-anew' : null
}

const isSignedUpAnew = async (tx: Writes, { event_id, email }: SignUpRow): Promise<boolean> =>
  email !== null &&
  (await signUpsOfAddresses(tx, event_id, [email])).some(({ state }) => state !== 'cancelled')

async function keep(tx: Writes, rows: readonly SignUpRow[], now: string): Promise<SignUpRow[]> {
  const kept: SignUpRow[] = []
  for (const row of rows) {
    const change = {
      state: row.state === 'held' ? 'seat' : row.state,
      held_until: null,
      confirmed_at: now,
    } as const
    await changeSignUpRow(tx, row.id, change)
    kept.push({ ...row, ...change })
  }
  return kept
}

async function comeAnew(
  tx: Writes,
  event: ProgrammeEvent,
  rows: readonly SignUpRow[],
  now: string,
): Promise<SignUpRow[]> {
  const asking = rows.map((row) => ({ capacity: row.capacity, organisation: organisationKey(row) }))
  const { hasSeat } = decideSeats(await seatsOf(tx, event), asking)
  const back: SignUpRow[] = []
  for (const [index, row] of rows.entries()) {
    const state = hasSeat[index] === true ? 'seat' : 'waiting'
    const change = {
      state,
      queued_at: now,
      confirmed_at: now,
      cancelled_at: null,
      ended_because: null,
    } as const
    await changeSignUpRow(tx, row.id, change)
    back.push({ ...row, ...change })
  }
  return back
}
