import { datePlus, daysBetween, type Instant, plus } from '#platform/time.ts'
import type { Noticed } from './noticed.rules.ts'

export const outcomes = ['taken-in', 'partly', 'not-taken-in'] as const
export type Outcome = (typeof outcomes)[number]

export type CommentState = 'waiting' | 'shown' | 'held-back'

export interface Round {
  opens_at: Instant | null
  closes_at: Instant | null
}

export type RoundState = 'planned' | 'open' | 'closed'

export function roundState({ opens_at, closes_at }: Round, now: Instant): RoundState {
  if (opens_at === null || closes_at === null || now < opens_at) return 'planned'
  return now < closes_at ? 'open' : 'closed'
}

export type CommentRefusal = 'not-open' | 'closed' | 'part-gone'

/** Everybody comments while the round is open, on what stands in the draft. */
export function refusalToComment(round: Round, isPartThere: boolean, now: Instant): CommentRefusal | null {
  const state = roundState(round, now)
  if (state === 'planned') return 'not-open'
  if (state === 'closed') return 'closed'
  return isPartThere ? null : 'part-gone'
}

/** Days in which the owner of an address can say that it was them; what was sent in time counts. */
export const confirmDays = 7

export type ConfirmRefusal = 'too-late' | 'adopted'

export function refusalToConfirm(askedAt: Instant, isAdopted: boolean, now: Instant): ConfirmRefusal | null {
  if (isAdopted) return 'adopted'
  return plus(askedAt, { days: confirmDays }) < now ? 'too-late' : null
}

/** An association's board meets once a month at most: a shorter round would leave it out. */
const roundDaysMin = 21

export type OpenRefusal = 'nothing-to-comment' | 'round-too-short' | 'never-shorter' | 'proposed' | 'adopted'

interface Opening {
  before: { last_day: string | null }
  lastDay: string
  today: string
  /** How many paragraphs and commitments the draft has. */
  parts: number
  state: 'making' | 'proposed' | 'adopted'
}

/** A round lasts three weeks at least; later its last day is moved onward, never back: people have planned by it. */
export function refusalToOpen({ before, lastDay, today, parts, state }: Opening): OpenRefusal | null {
  if (state !== 'making') return state
  if (parts === 0) return 'nothing-to-comment'
  if (before.last_day !== null) return lastDay < before.last_day || lastDay < today ? 'never-shorter' : null
  return daysBetween(today, lastDay) < roundDaysMin - 1 ? 'round-too-short' : null
}

/** The shortest round that begins today ends on this day. */
export const firstLastDay = (today: string): string => datePlus(today, roundDaysMin - 1)

export type JudgeRefusal = 'personal-number' | 'answered-already'

interface Judging {
  do: 'show' | 'hold-back'
  noticed: Noticed | null
  isAnswered: boolean
}

/** A personal number is shown to nobody; what the office has answered stays as it is. */
export function refusalToJudge({ do: what, noticed, isAnswered }: Judging): JudgeRefusal | null {
  if (isAnswered) return 'answered-already'
  return what === 'show' && noticed === 'personal-number' ? 'personal-number' : null
}

export type AnswerRefusal = 'none-chosen' | 'not-shown' | 'answered-already'

/** The office answers what everybody can read, each comment once; one answer may be to several. */
export function refusalToAnswerComments(
  comments: readonly { state: CommentState; answer_id: string | null }[],
): AnswerRefusal | null {
  if (comments.length === 0) return 'none-chosen'
  if (comments.some(({ state }) => state !== 'shown')) return 'not-shown'
  return comments.some(({ answer_id }) => answer_id !== null) ? 'answered-already' : null
}

const day = 24 * 60 * 60
/** However often a stranger types an address: so many mails a day may reach it. */
export const mailsPerAddress = { max: 20, windowSeconds: day }
/** A whole library or conference room shares one network. */
export const commentsPerNetwork = { max: 60, windowSeconds: 60 * 60 }

/** Addresses are needed to tell people of answers and of the plan. */
export const keptDaysAfterAdoption = 30
/** A plan that nobody adopts keeps nobody's address for ever. */
export const keptDaysAfterRound = 365
