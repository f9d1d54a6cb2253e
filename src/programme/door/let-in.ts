import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line, optionalLine } from '#platform/form.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import { signUpWithId } from '../sign-up/sign-ups.sql.ts'
import type { Capacity, Db, SignUpState, Writes } from '../tables.ts'
import { type DoorRefusal, isRoomFor, refusalAtTheDoor, refusalToLetIn } from './door.rules.ts'
import { keptBySector, lastArrival, scanWithNonce } from './door.sql.ts'
import { type Door, type DoorScan, keepScan } from './keep-scans.ts'

const anyway = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')
// Made with the form, so that a form sent twice does one thing.
const id = z.uuid()

export const AtTheDoor = z.discriminatedUnion('do', [
  z.object({ do: z.literal('check-in'), id, signUp: z.uuid(), anyway }),
  z.object({ do: z.literal('undo'), id, signUp: z.uuid() }),
  z.object({
    do: z.literal('walk-in'),
    id,
    name: line(200, 'sign-up.form.name-missing'),
    capacity: z.enum(capacities, 'sign-up.form.capacity-missing'),
    organisation: optionalLine(200),
    anyway,
  }),
])
export type AtTheDoor = z.output<typeof AtTheDoor>

export type Did = 'in' | 'already' | 'undo'
type DoorAnswer = { refusal: DoorRefusal } | { refusal: null; did: Did; who: string }

/**
 * A form sent from the door: somebody comes, came by mistake, or came without having signed up. Who is in already is
 * not let in once more: whoever sent the form is told at once.
 */
export function atTheDoor(db: Db, eventId: string, form: AtTheDoor, door: Door): Promise<DoorAnswer> {
  return decide(db, 'event', eventId, async (tx): Promise<DoorAnswer> => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const refusal = refusalAtTheDoor(event, door.now) ?? (await refusalTo(tx, event, form, door))
    if (refusal) return { refusal }
    const who = form.do === 'walk-in' ? form.id : form.signUp
    const isIn = Boolean((await signUpWithId(tx, who))?.checked_in_at)
    const isNew = !(await scanWithNonce(tx, form.id))
    if (form.do !== 'undo' && isIn && isNew) return { refusal: null, did: 'already', who }
    await keepScan(tx, event, await scanFrom(tx, event, form, door), door)
    return { refusal: null, did: form.do === 'undo' ? 'undo' : 'in', who }
  })
}

/** Unlike a device that tells what has happened, a form asks first. */
async function refusalTo(tx: Writes, event: ProgrammeEvent, form: AtTheDoor, { keeper }: Door) {
  if (form.do === 'undo') return null
  const { state, capacity } = await whoComes(tx, event, form)
  const isRoom = isRoomFor(event, capacity, await keptBySector(tx, event.id))
  if (form.do === 'walk-in' && !keeper.mayWriteUp) return 'not-allowed'
  return refusalToLetIn({ state, isRoom, letInAnyway: form.anyway, mayOverrule: keeper.mayWriteUp })
}

async function whoComes(
  tx: Writes,
  event: ProgrammeEvent,
  form: Exclude<AtTheDoor, { do: 'undo' }>,
): Promise<{ state: SignUpState; capacity: Capacity }> {
  const signUp = await signUpWithId(tx, form.do === 'walk-in' ? form.id : form.signUp)
  // Sent twice: the person is written up already.
  if (form.do === 'walk-in') return signUp ?? { state: 'waiting', capacity: form.capacity }
  return found(signUp?.event_id === event.id ? signUp : null, 'sign-up of this event')
}

// Forms are answered at once, by whichever browser: what is undone is all that had been heard of by then.
const device = 'form'

async function scanFrom(tx: Writes, event: ProgrammeEvent, form: AtTheDoor, door: Door): Promise<DoorScan> {
  const base = { nonce: form.id, at: door.now, device }
  if (form.do === 'check-in') return { kind: 'in', ...base, signUp: form.signUp }
  if (form.do === 'undo')
    return { kind: 'undo', ...base, signUp: form.signUp, knew: await lastArrival(tx, event.id) }
  const { name, capacity, organisation } = form
  return { kind: 'walk-in', ...base, name, capacity, organisation }
}
