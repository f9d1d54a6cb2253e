import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { changeSignUpRow, raiseCapacity, signUpWithId } from '../sign-up/sign-ups.sql.ts'
import type { SignUpRow, Writes } from '../tables.ts'
import { isRoomFor } from './door.rules.ts'
import { keptBySector, scansOf } from './door.sql.ts'
import type { Door } from './keep-scans.ts'
import { type Scan, standingOf } from './standing.rules.ts'

/** Brings the sign-up into line with everything that is known to have happened to this person at the door. */
export async function settle(tx: Writes, event: ProgrammeEvent, id: string, door: Door): Promise<void> {
  const signUp = await signUpWithId(tx, id)
  if (!signUp) return
  const scans = await scansOf(tx, event.id, id)
  const { letIn } = standingOf(scans)
  const since = sinceWhen(signUp, scans)
  const latest = Math.max(...scans.map(({ arrival }) => arrival))
  if (letIn.length > 1 && letIn.some(({ arrival }) => arrival === latest))
    await recordDouble(tx, event, { id, letIn, door })
  if (since === signUp.checked_in_at && (since !== null || signUp.walk_in === 0)) return
  if (since === null) return letOut(tx, event, signUp, door)
  const isNew = signUp.checked_in_at === null
  if (isNew && ['waiting', 'cancelled'].includes(signUp.state)) await makeRoom(tx, event, signUp, door)
  await changeSignUpRow(tx, id, {
    state: 'seat',
    held_until: null,
    cancelled_at: null,
    ended_because: null,
    confirmed_at: signUp.confirmed_at ?? door.now,
    checked_in_at: since,
  })
  if (isNew && signUp.walk_in === 0) await write(tx, { what: 'checked-in', event, id, door })
}

/** The earliest check-in counts; one that was written down without us stays, unless somebody takes it back. */
function sinceWhen(signUp: SignUpRow, scans: readonly Scan[]): Instant | null {
  const { since } = standingOf(scans)
  const isTakenBack = scans.some(({ kind }) => kind === 'undo')
  if (since === null || isTakenBack || signUp.checked_in_at === null) return since
  return since < signUp.checked_in_at ? since : signUp.checked_in_at
}

/** Not in after all. Whoever was written up at the door by mistake is gone, and so is their seat. */
async function letOut(tx: Writes, event: ProgrammeEvent, signUp: SignUpRow, door: Door): Promise<void> {
  const gone = { state: 'cancelled', cancelled_at: door.now, ended_because: 'given-back' } as const
  if (signUp.walk_in === 1 && signUp.state === 'cancelled') return
  await changeSignUpRow(tx, signUp.id, { checked_in_at: null, ...(signUp.walk_in === 1 && gone) })
  if (signUp.checked_in_at) await write(tx, { what: 'check-in-undone', event, id: signUp.id, door })
}

/** Somebody is let in although it is full: there is one seat more, and the record says who decided so. */
async function makeRoom(tx: Writes, event: ProgrammeEvent, signUp: SignUpRow, door: Door): Promise<void> {
  const current = found(await eventWithId(tx, event.id), 'event')
  if (isRoomFor(current, signUp.capacity, await keptBySector(tx, event.id))) return
  await raiseCapacity(tx, event.id)
  const { keeper, now } = door
  const detail = {
    ...{ from: current.capacity, to: current.capacity + 1, signUp: signUp.id },
    ...stewardOf(door),
  }
  await record(tx, { what: 'let-in-anyway', by: keeper.person, about: event.id, at: now, detail })
}

interface Double {
  id: string
  letIn: readonly Scan[]
  door: Door
}

const recordDouble = (tx: Writes, event: ProgrammeEvent, { id, letIn, door }: Double) =>
  record(tx, {
    what: 'let-in-twice',
    by: door.keeper.person,
    about: event.id,
    at: door.now,
    detail: { signUp: id, at: letIn.map(({ at }) => at), ...stewardOf(door) },
  })

interface Happening {
  what: 'checked-in' | 'check-in-undone'
  event: ProgrammeEvent
  id: string
  door: Door
}

const write = (tx: Writes, { what, event, id, door }: Happening) =>
  record(tx, {
    ...{ what, by: door.keeper.person, about: event.id, at: door.now },
    detail: { signUp: id, ...stewardOf(door) },
  })

const stewardOf = ({ keeper }: Door) => (keeper.steward ? { steward: keeper.label } : {})
