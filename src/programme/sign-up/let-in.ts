import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line, optionalLine } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { searchText } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import type { Db, Writes } from '../tables.ts'
import { type DoorRefusal, refusalAtTheDoor, refusalToLetIn } from './door.rules.ts'
import { capacities } from './sign-up.rules.ts'
import { organisationOf } from './sign-up.ts'
import { addSignUp, changeSignUpRow, raiseCapacity, signUpWithId } from './sign-ups.sql.ts'

const anyway = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')

export const AtTheDoor = z.discriminatedUnion('do', [
  z.object({ do: z.literal('check-in'), signUp: z.string().max(40), anyway }),
  z.object({ do: z.literal('undo'), signUp: z.string().max(40) }),
  z.object({
    do: z.literal('walk-in'),
    // Made with the form, so that a form sent twice writes up one person.
    id: z.uuid(),
    name: line(200, 'sign-up.form.name-missing'),
    capacity: z.enum(capacities, 'sign-up.form.capacity-missing'),
    organisation: optionalLine(200),
    anyway,
  }),
])
export type AtTheDoor = z.output<typeof AtTheDoor>

interface Door {
  by: Member
  now: Instant
}

/** What happens at the door: somebody comes, came by mistake, or came without having signed up. */
export function atTheDoor(db: Db, eventId: string, form: AtTheDoor, door: Door): Promise<DoorRefusal | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const refusal = refusalAtTheDoor(event, door.now)
    if (refusal) return refusal
    if (form.do === 'walk-in') return walkIn(tx, event, form, door)
    if (form.do === 'check-in') return checkIn(tx, event, form, door)
    return undo(tx, event, form.signUp, door)
  })
}

type CheckIn = Extract<AtTheDoor, { do: 'check-in' }>
type WalkIn = Extract<AtTheDoor, { do: 'walk-in' }>

async function checkIn(
  tx: Writes,
  event: ProgrammeEvent,
  form: CheckIn,
  door: Door,
): Promise<DoorRefusal | null> {
  const signUp = await signUpAt(tx, event, form.signUp)
  const refusal = refusalToLetIn({ state: signUp.state, event, letInAnyway: form.anyway })
  if (refusal) return refusal
  if (signUp.checked_in_at) return null
  if (signUp.state === 'waiting') await makeRoom(tx, event, door)
  const confirmed_at = signUp.confirmed_at ?? door.now
  await changeSignUpRow(tx, signUp.id, {
    state: 'seat',
    held_until: null,
    confirmed_at,
    checked_in_at: door.now,
  })
  await write(tx, 'checked-in', event, signUp.id, door)
  return null
}

async function undo(tx: Writes, event: ProgrammeEvent, id: string, door: Door): Promise<null> {
  const signUp = await signUpAt(tx, event, id)
  if (!signUp.checked_in_at) return null
  await changeSignUpRow(tx, signUp.id, { checked_in_at: null })
  await write(tx, 'check-in-undone', event, signUp.id, door)
  return null
}

async function walkIn(
  tx: Writes,
  event: ProgrammeEvent,
  form: WalkIn,
  door: Door,
): Promise<DoorRefusal | null> {
  const { id } = form
  if (await signUpWithId(tx, id)) return null
  const refusal = refusalToLetIn({ state: 'waiting', event, letInAnyway: form.anyway })
  if (refusal) return refusal
  await makeRoom(tx, event, door)
  await addSignUp(tx, {
    id,
    event_id: event.id,
    email: null,
    name: form.name,
    search_text: searchText(form.name),
    capacity: form.capacity,
    ...(await organisationOf(tx, form.organisation)),
    language: door.by.language,
    state: 'seat',
    queued_at: door.now,
    brought_by: null,
    confirmed_at: door.now,
    held_until: null,
    ended_because: null,
    walk_in: 1,
    checked_in_at: door.now,
    cancelled_at: null,
  })
  await write(tx, 'walked-in', event, id, door)
  return null
}

const signUpAt = async (tx: Writes, event: ProgrammeEvent, id: string) => {
  const signUp = found(await signUpWithId(tx, id), 'sign-up')
  return found(signUp.event_id === event.id ? signUp : null, 'sign-up of this event')
}

/** Somebody is let in although it is full: there is one seat more, and the record says who decided so. */
async function makeRoom(tx: Writes, event: ProgrammeEvent, { by, now }: Door): Promise<void> {
  if (event.seats_taken < event.capacity) return
  await raiseCapacity(tx, event.id)
  const detail = { from: event.capacity, to: event.capacity + 1 }
  await record(tx, { what: 'let-in-anyway', by: by.id, about: event.id, at: now, detail })
}

const write = (tx: Writes, what: string, event: ProgrammeEvent, signUp: string, { by, now }: Door) =>
  record(tx, { what, by: by.id, about: event.id, at: now, detail: { signUp } })
