import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line, optionalLine } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { searchText } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { organisationOf } from '../sign-up/organisations.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import { addSignUps, signUpWithId } from '../sign-up/sign-ups.sql.ts'
import type { Db, ScanOutcome, SignUpRow, Writes } from '../tables.ts'
import { isRoomFor, refusalAtTheDoor, refusalToLetIn } from './door.rules.ts'
import { addScan, currentSignUpOf, keptBySector, lastArrival, scanWithNonce } from './door.sql.ts'
import { settle } from './settle.ts'

/** Who stands at the door: an organiser, or a steward with a link. */
export interface Keeper {
  person: string | null
  steward: string | null
  /** The name by which others know who it was. */
  label: string
  language: Language
  /** May write up who came without signing up, and let somebody in although it is full. */
  mayWriteUp: boolean
}

export interface Door {
  keeper: Keeper
  now: Instant
}

const scan = {
  nonce: z.uuid(),
  at: z.iso.datetime().transform((at): Instant => new Date(at).toISOString()),
  device: z.string().min(1).max(40),
}
const someone = z.uuid()

/** One thing done at the door, as a device sends it. */
export const DoorScan = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('in'), ...scan, signUp: someone }),
  z.object({ kind: z.literal('undo'), ...scan, signUp: someone, knew: z.int().min(0).max(1e9) }),
  // The person who is written up gets the nonce as id, so that the device can speak of them before we have heard.
  z.object({
    kind: z.literal('walk-in'),
    ...scan,
    name: line(200, 'sign-up.form.name-missing'),
    capacity: z.enum(capacities, 'sign-up.form.capacity-missing'),
    organisation: optionalLine(200),
  }),
])
export type DoorScan = z.output<typeof DoorScan>

const batchMax = 100
export const DoorScans = z.object({ scans: z.array(DoorScan).min(1).max(batchMax) })

/**
 * Keeps what devices tell of the door, however late and however often. It has happened already, so nobody is asked:
 * whoever was let in is in, and if that was one too many, there is one seat more and the record says why.
 */
export function keepScans(db: Db, eventId: string, scans: readonly DoorScan[], door: Door) {
  return decide(db, 'event', eventId, async (tx) => {
    const outcomes: { nonce: string; outcome: ScanOutcome }[] = []
    for (const one of scans) {
      const event = found(await eventWithId(tx, eventId), 'event')
      outcomes.push({ nonce: one.nonce, outcome: await keepScan(tx, event, one, door) })
    }
    return outcomes
  })
}

/** The same for one, inside a transaction that has locked the event. What was sent before changes nothing. */
export async function keepScan(
  tx: Writes,
  event: ProgrammeEvent,
  one: DoorScan,
  door: Door,
): Promise<ScanOutcome> {
  const known = await scanWithNonce(tx, one.nonce)
  if (known) return known.event_id === event.id ? known.outcome : 'no-such-sign-up'
  // No clock at the door is ahead of ours: what is said to come later happened now.
  const at = one.at > door.now ? door.now : one.at
  const signUp = one.kind === 'walk-in' ? null : await signUpAt(tx, event, one.signUp)
  const outcome = await outcomeOf(tx, event, { one, at, signUp, keeper: door.keeper })
  const about = one.kind === 'walk-in' ? one.nonce : (signUp?.id ?? one.signUp)
  await addScan(tx, {
    ...{ nonce: one.nonce, event_id: event.id, sign_up_id: about, kind: one.kind, device: one.device, at },
    knew: one.kind === 'undo' ? one.knew : 0,
    arrival: (await lastArrival(tx, event.id)) + 1,
    received_at: door.now,
    by_person: door.keeper.person,
    by_steward: door.keeper.steward,
    outcome,
  })
  if (outcome !== 'done') return outcome
  if (one.kind === 'walk-in') await writeUp(tx, event, { ...one, at }, door)
  await settle(tx, event, about, door)
  return outcome
}

/** The sign-up that is meant; of somebody who gave a seat back and signed up again, the one that is not over. */
async function signUpAt(tx: Writes, event: ProgrammeEvent, id: string): Promise<SignUpRow | null> {
  const signUp = await signUpWithId(tx, id)
  if (signUp?.event_id !== event.id) return null
  const again =
    signUp.state === 'cancelled' && signUp.email
      ? await currentSignUpOf(tx, event.id, signUp.email)
      : undefined
  return again ?? signUp
}

interface Meant {
  one: DoorScan
  at: Instant
  signUp: SignUpRow | null
  keeper: Keeper
}

async function outcomeOf(tx: Writes, event: ProgrammeEvent, { one, at, signUp, keeper }: Meant) {
  const late = refusalAtTheDoor(event, at)
  if (late) return late
  if (one.kind === 'walk-in') return keeper.mayWriteUp ? 'done' : 'not-allowed'
  // The walk-in that it is about may still be on its way; somebody of another event is not.
  if (!signUp) return (await signUpWithId(tx, one.signUp)) ? 'no-such-sign-up' : 'done'
  if (one.kind === 'undo' || signUp.state !== 'waiting') return 'done'
  const isRoom = isRoomFor(event, signUp.capacity, await keptBySector(tx, event.id))
  const refusal = refusalToLetIn({
    ...{ state: signUp.state, isRoom, letInAnyway: true, mayOverrule: keeper.mayWriteUp },
  })
  return refusal === null ? 'done' : 'not-allowed'
}

type WalkIn = Extract<DoorScan, { kind: 'walk-in' }>

/** Writes up who came without having signed up; whether there is a seat for them is settled afterwards. */
async function writeUp(tx: Writes, event: ProgrammeEvent, form: WalkIn, { keeper, now }: Door) {
  await addSignUps(tx, [
    {
      id: form.nonce,
      event_id: event.id,
      email: null,
      name: form.name,
      search_text: searchText(form.name),
      capacity: form.capacity,
      ...(await organisationOf(tx, form.organisation)),
      language: keeper.language,
      state: 'waiting',
      queued_at: form.at,
      brought_by: null,
      confirmed_at: form.at,
      held_until: null,
      ended_because: null,
      walk_in: 1,
      checked_in_at: null,
      cancelled_at: null,
    },
  ])
  const detail = { signUp: form.nonce, steward: keeper.steward ? keeper.label : undefined }
  await record(tx, { what: 'walked-in', by: keeper.person, about: event.id, at: now, detail })
}
