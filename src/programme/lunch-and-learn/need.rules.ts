import { dateMonthsAfter, daysBetween, type Instant, localDate } from '#platform/time.ts'

export const needStates = [
  'new',
  'open',
  'joined',
  'matched',
  'planned',
  'met',
  'answered',
  'turned-down',
  'withdrawn',
] as const
export type State = (typeof needStates)[number]

/** What a need can become from what it is. What was met, answered or withdrawn is so for good. */
const next: Readonly<Record<State, readonly State[]>> = {
  new: ['open', 'turned-down', 'withdrawn'],
  open: ['joined', 'matched', 'answered', 'turned-down', 'withdrawn'],
  joined: ['open', 'withdrawn'],
  matched: ['open', 'planned', 'answered', 'withdrawn'],
  planned: ['open', 'met', 'withdrawn'],
  'turned-down': ['open'],
  met: [],
  answered: [],
  withdrawn: [],
}

export const mayBecome = (from: State, to: State): boolean => next[from].includes(to)

/** Whether it is still to be met: so long it can be seconded. */
export const waits = (state: State): boolean => ['open', 'joined', 'matched', 'planned'].includes(state)

/** Nobody but the office sees what was not opened, or was turned down. */
export const isPublic = (need: { state: State; opened_at: Instant | null }): boolean =>
  need.opened_at !== null && need.state !== 'turned-down'

/** So long a need waits before it is met or answered. */
const monthsMax = 6

/** A need that is not met in six months is answered: the last day for that. */
export const answerDueOn = (handedInAt: Instant): string => dateMonthsAfter(localDate(handedInAt), monthsMax)

interface Due {
  state: State
  answer_due_on: string
}

/** How many days late the answer is; null when it is not. What is planned has its date, and is not late. */
export function daysLate({ state, answer_due_on }: Due, today: string): number | null {
  if (state !== 'open' && state !== 'matched' && state !== 'joined') return null
  const days = daysBetween(answer_due_on, today)
  return days > 0 ? days : null
}

interface Thing {
  id: string
  state: State
}

export type StepRefusal = 'cannot-become'

/** Why a need cannot become this, or null; somebody else may have decided a moment ago. */
export const refusalToBecome = (need: { state: State }, to: State): StepRefusal | null =>
  mayBecome(need.state, to) ? null : 'cannot-become'

export type JoinRefusal = 'same-need' | 'not-open' | 'other-not-waiting' | 'other-is-joined'

/** Only a need that waits for a match is joined, and with one that stands on its own. */
export function refusalToJoin(need: Thing, into: Thing): JoinRefusal | null {
  if (need.id === into.id) return 'same-need'
  if (need.state !== 'open') return 'not-open'
  if (into.state === 'joined') return 'other-is-joined'
  return waits(into.state) ? null : 'other-not-waiting'
}

export type MatchRefusal = 'not-open' | 'offer-gone' | 'offer-for-another'

interface Offered {
  state: string
  need_id: string | null
}

/** A need is matched with an offer that stands, and that is about this need or about no other. */
export function refusalToMatch(
  need: Thing,
  offer: Offered | undefined,
  family: readonly string[],
): MatchRefusal | null {
  if (need.state !== 'open') return 'not-open'
  if (offer?.state !== 'open') return 'offer-gone'
  return offer.need_id === null || family.includes(offer.need_id) ? null : 'offer-for-another'
}

export type LunchRefusal = 'not-matched' | 'has-a-lunch' | 'begins-in-the-past'

/** A lunch is made of a need that is matched, once, and for a day to come. */
export function refusalToMakeLunch(
  need: { state: State },
  hasDraft: boolean,
  { startsAt, now }: { startsAt: Instant; now: Instant },
): LunchRefusal | null {
  if (need.state !== 'matched') return 'not-matched'
  if (hasDraft) return 'has-a-lunch'
  return startsAt > now ? null : 'begins-in-the-past'
}
