import type { Instant } from '#platform/time.ts'
import { type ForWhomRefusal, type OpenTo, refusalByForWhom } from '../invitations/for-whom.rules.ts'
import type { Capacity, EndedBecause, SignUpState } from '../tables.ts'

/** What people take part as, in the order the form asks. */
export const capacities = [
  'civil-society',
  'elected',
  'civil-servant',
  'academia',
  'business',
  'resident',
  'other',
] as const

/** What a sign-up needs to know of its event's times. */
export interface EventToSignUpFor {
  starts_at: Instant
  sign_up_closes_at: Instant
  cancelled_at: Instant | null
}

export type SignUpRefusal = 'cancelled' | 'closed' | 'too-many'

/** Why nobody can sign up for an event now, or null. A full event is no reason: there is a waiting list. */
export function refusalToSignUp(event: EventToSignUpFor, now: Instant): SignUpRefusal | null {
  if (event.cancelled_at) return 'cancelled'
  return event.sign_up_closes_at <= now ? 'closed' : null
}

export type AnybodyRefusal = SignUpRefusal | ForWhomRefusal

/** The same for whoever comes without an invitation, by what they take part as; null while they have not said. */
export const refusalToAnybody = (
  event: EventToSignUpFor & OpenTo,
  capacity: Capacity | null,
  now: Instant,
): AnybodyRefusal | null =>
  refusalToSignUp(event, now) ?? refusalByForWhom(event, { capacity, invitation: null })

/** Whether a state takes one of the seats: also while an address is confirmed, or an offer thought over. */
export const takesSeat = (state: SignUpState): boolean =>
  state === 'held' || state === 'seat' || state === 'offered'

interface Unconfirmed {
  state: SignUpState
  confirmed_at: Instant | null
  ended_because: EndedBecause | null
}

/** Those of a group who have confirmed it themselves, or said no, keep what they have. */
export const isUnconfirmed = ({ state, confirmed_at }: Omit<Unconfirmed, 'ended_because'>): boolean =>
  state !== 'cancelled' && confirmed_at === null

/** Whether somebody gave back the own seat before the address was known, and those brought along still wait for it. */
export const bringsOthersAlone = (bringer: Unconfirmed, along: readonly Unconfirmed[]): boolean =>
  bringer.state === 'cancelled' &&
  bringer.confirmed_at === null &&
  bringer.ended_because === 'given-back' &&
  along.some(isUnconfirmed)

export type ChangeRefusal = 'already-cancelled' | 'event-cancelled' | 'already-begun'

/** Why a sign-up cannot be changed or given back any more, or null. */
export function refusalToChange(
  signUp: { state: SignUpState },
  event: EventToSignUpFor,
  now: Instant,
): ChangeRefusal | null {
  if (signUp.state === 'cancelled') return 'already-cancelled'
  if (event.cancelled_at) return 'event-cancelled'
  return event.starts_at <= now ? 'already-begun' : null
}

// Long enough for an impatient second press or a form sent anew after a broken line.
const sentAgainSeconds = 120

/**
 * Whether a form is the very one that was sent a moment ago, pressed twice: the same name for the same address. Then
 * the answer is where that sign-up stands, since its sender, and hardly anybody else, could know what was in it.
 */
export function isSentAgain(
  known: { name: string; queued_at: Instant },
  form: { name: string },
  now: Instant,
): boolean {
  return known.name === form.name && Date.parse(now) - Date.parse(known.queued_at) < sentAgainSeconds * 1000
}

/** So many seats one person signs up: a family, a board. More of the same organisation sign up by themselves. */
export const togetherMax = 8

// One person corrects a mistake a few times; nobody signs one address up for ten events an hour.
export const signUpsPerAddress = { max: 10, windowSeconds: 60 * 60 }
// A whole conference room shares one network address.
export const signUpsPerNetwork = { max: 2000, windowSeconds: 60 * 60 }
// A link is sent again a few times a day at most, so that nobody can flood somebody else's mailbox.
export const linksPerSignUp = { max: 3, windowSeconds: 24 * 60 * 60 }
