import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { eventWithId, type ProgrammeEvent } from '../../events.sql.ts'
import type { ForWhomRefusal } from '../../invitations/for-whom.rules.ts'
import { refusalToComeBack } from '../../invitations/known.ts'
import type { Db, SignUpRow, Writes } from '../../tables.ts'
import { gatherCompanions } from '../gather-companions.ts'
import { type Letters, writeLetters } from '../letters.ts'
import { moveUp } from '../queue/move-up.ts'
import { decideSeats, organisationKey } from '../seats.rules.ts'
import { seatsOf } from '../seats.sql.ts'
import { bringsOthersAlone, isUnconfirmed, refusalToSignUp, type SignUpRefusal } from '../sign-up.rules.ts'
import { tell } from '../sign-up.ts'
import {
  changeSignUpRow,
  companionsOf,
  signUpsOfAddresses,
  signUpsWithIds,
  signUpWithId,
} from '../sign-ups.sql.ts'

export type ConfirmRefusal = SignUpRefusal | ForWhomRefusal | 'signed-up-anew' | 'already-cancelled'

/**
 * The owner of the address says: yes, that was me. Held seats become theirs. Whoever comes too late is treated as
 * somebody who comes now: a seat while there is one, else the last place in the queue. Confirming twice changes nothing.
 */
export function confirmSignUp(db: Db, signUp: SignUpRow, letters: Letters): Promise<ConfirmRefusal | null> {
  return decide(db, 'event', signUp.event_id, async (tx) => {
    const event = found(await eventWithId(tx, signUp.event_id), 'event')
    const current = found(await signUpWithId(tx, signUp.id), 'sign-up')
    if (current.confirmed_at !== null && current.state !== 'cancelled') return null
    const group = [current, ...(await companionsOf(tx, current.id))]
    if (bringsOthersAlone(current, group)) return confirmOthers(tx, event, group, letters)
    const isLate = current.state === 'cancelled'
    const refusal = isLate
      ? await refusalToComeAnew(tx, event, current, letters.now)
      : refusalToKeep(event, letters.now)
    if (refusal) return refusal

    const earlier = await ofSameAddresses(tx, group)
    const there = new Set(earlier.filter(({ state }) => state !== 'cancelled').map(({ email }) => email))
    if (isLate && there.has(current.email)) return 'signed-up-anew'

    const kept = await keep(tx, group.filter(isUnconfirmed), letters.now)
    const late = group.filter((one) => one.ended_because === 'not-confirmed' && !there.has(one.email))
    const back = await comeAnew(tx, event, late, letters.now)
    const rows = isLate ? [...back, ...kept] : [...kept, ...back]
    await gatherCompanions(tx, [...earlier.filter(({ id }) => rows.every((one) => one.id !== id)), ...rows])
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

/** The owner of the address means those who were to come along: their seats are theirs, the own one stays given back. */
async function confirmOthers(
  tx: Writes,
  event: ProgrammeEvent,
  group: readonly SignUpRow[],
  letters: Letters,
): Promise<ConfirmRefusal | null> {
  const refusal = refusalToKeep(event, letters.now)
  if (refusal) return refusal
  const [bringer] = group
  const confirmed = await keep(tx, group.filter(isUnconfirmed), letters.now)
  // Whoever brought them may have come anew meanwhile.
  await gatherCompanions(tx, await ofSameAddresses(tx, group.slice(0, 1)))
  const kept = await signUpsWithIds(
    tx,
    confirmed.map(({ id }) => id),
  )
  const by = bringer?.name ?? ''
  const isTold = ({ email }: SignUpRow): boolean => email !== null
  const unaddressed = kept.filter((one) => !isTold(one))
  await writeLetters(tx, 'others-confirmed', { event, signUps: unaddressed, group: kept, letters })
  await writeLetters(tx, 'brought', { event, signUps: kept.filter(isTold), letters, by })
  await record(tx, {
    ...{ what: 'sign-up-confirmed', by: null, about: event.id, at: letters.now },
    detail: { signUp: bringer?.id ?? '' },
  })
  await moveUp(tx, event.id, letters)
  return null
}

/** Sign-up may have closed since: whoever came in time keeps the seat, but not at what is called off or has begun. */
const refusalToKeep = (event: ProgrammeEvent, now: string): SignUpRefusal | null => {
  if (event.cancelled_at) return 'cancelled'
  return event.starts_at <= now ? 'closed' : null
}

/** Whoever comes too late is asked all that anybody is asked who comes now; whoever gave the seat back has said so. */
const refusalToComeAnew = async (
  tx: Writes,
  event: ProgrammeEvent,
  current: SignUpRow,
  now: string,
): Promise<ConfirmRefusal | null> => {
  if (current.ended_because !== 'not-confirmed') return 'already-cancelled'
  return refusalToSignUp(event, now) ?? (await refusalToComeBack(tx, event, current))
}

/** What the addresses of a group did at the event, maybe by themselves meanwhile: nobody is signed up twice. */
const ofSameAddresses = (tx: Writes, group: readonly SignUpRow[]): Promise<SignUpRow[]> =>
  signUpsOfAddresses(
    tx,
    group[0]?.event_id ?? '',
    group.flatMap(({ email }) => email ?? []),
  )

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
