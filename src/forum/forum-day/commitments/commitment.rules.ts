import { datePlus, type Instant, localDate, plus } from '#platform/time.ts'

export type CommitmentRefusal = 'called-off' | 'not-begun' | 'closed' | 'enough' | 'too-many'

/** Hours, so that the database counts the same without a calendar. */
const openHours = 7 * 24

export const wordsMax = 400

/** More than this from one person is a list of wishes. */
const perSignUpMax = 5

// A whole conference room shares one network address.
export const perNetwork = { max: 400, windowSeconds: 60 * 60 }

/** Weeks until the reminder that one may choose from; three months unless something else is said. */
export const reminderWeeks = [2, 4, 8, 13, 26] as const
export const reminderWeeksByDefault = 13

interface Event {
  starts_at: Instant
  ends_at: Instant
  cancelled_at: Instant | null
}

const commitmentsUntil = ({ ends_at }: Pick<Event, 'ends_at'>): Instant => plus(ends_at, { hours: openHours })

interface Counted {
  /** By the same sign-up, or null for somebody whom nothing is known of. */
  bySignUp: number | null
  /** By people of whom nothing is known. */
  open: number
  /** How many people there is room for. */
  capacity: number
}

/** Why nobody can promise themselves anything here now, or null: from when the event begins until a week after. */
export function refusalToAsk(event: Event, now: Instant): 'called-off' | 'not-begun' | 'closed' | null {
  if (event.cancelled_at !== null) return 'called-off'
  if (now < event.starts_at) return 'not-begun'
  return now >= commitmentsUntil(event) ? 'closed' : null
}

/** The open link knows nobody, so all that can be said is that a room writes no more than so many times its people. */
export function refusalToCommit(
  event: Event,
  { bySignUp, open, capacity }: Counted,
  now: Instant,
): CommitmentRefusal | null {
  const closed = refusalToAsk(event, now)
  if (closed) return closed
  if (bySignUp !== null) return bySignUp < perSignUpMax ? null : 'enough'
  return open < capacity * 2 ? null : 'too-many'
}

/** The day of the reminder, so many weeks after it was written. */
export const reminderOn = (now: Instant, weeks: number): string => datePlus(localDate(now), weeks * 7)

/** An address that nobody confirms is wiped after so many days. */
export const confirmDaysMax = 7

/** The words and the name are kept for a year: the report is written from them, and the forum comes round again. */
export const keptMonths = 12
