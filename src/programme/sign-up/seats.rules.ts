import type { SignUpState } from '../tables.ts'

/** What a sign-up needs to know of its event. */
export interface EventToSignUpFor {
  capacity: number
  seats_taken: number
  starts_at: string
  sign_up_closes_at: string
  cancelled_at: string | null
}

export type SignUpRefusal = 'cancelled' | 'closed' | 'too-many'

/** Why nobody can sign up for an event now, or null. A full event is no reason: there is a waiting list. */
export function refusalToSignUp(event: EventToSignUpFor, now: string): SignUpRefusal | null {
  if (event.cancelled_at) return 'cancelled'
  return event.sign_up_closes_at <= now ? 'closed' : null
}

/** First come, first served: whoever signs up gets a seat while there is one, else the last place in the queue. */
export const placeFor = ({ capacity, seats_taken }: EventToSignUpFor): 'seat' | 'waiting' =>
  seats_taken < capacity ? 'seat' : 'waiting'

/** How many of those who wait get a seat now. Nobody is moved up once it has begun: they are not on their way. */
export const seatsToGive = (event: EventToSignUpFor, now: string): number =>
  event.cancelled_at || event.starts_at <= now ? 0 : Math.max(0, event.capacity - event.seats_taken)

export type ChangeRefusal = 'already-cancelled' | 'event-cancelled' | 'already-begun'

/** Why a sign-up cannot be changed or given back any more, or null. */
export function refusalToChange(
  signUp: { state: SignUpState },
  event: EventToSignUpFor,
  now: string,
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
  known: { name: string; queued_at: string },
  form: { name: string },
  now: string,
): boolean {
  return known.name === form.name && Date.parse(now) - Date.parse(known.queued_at) < sentAgainSeconds * 1000
}

/** What somebody needs is wiped this many days after the event: time to settle with the caterer, and no more. */
export const needsKeptDays = 14

// One person corrects a mistake a few times; nobody signs one address up for ten events an hour.
export const signUpsPerAddress = { max: 10, windowSeconds: 60 * 60 }
// A whole conference room shares one network address.
export const signUpsPerNetwork = { max: 2000, windowSeconds: 60 * 60 }
// A link is sent again a few times a day at most, so that nobody can flood somebody else's mailbox.
export const linksPerSignUp = { max: 3, windowSeconds: 24 * 60 * 60 }
