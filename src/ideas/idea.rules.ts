import { daysBetween, type Instant, localDate } from '#platform/time.ts'
import type { LedToKind } from './led-to.rules.ts'

export const standings = ['waiting', 'shown', 'refused'] as const
export type Standing = (typeof standings)[number]

export const ideaStates = ['received', 'considered', 'becomes', 'declined', 'done', 'withdrawn'] as const
export type IdeaState = (typeof ideaStates)[number]

/** What the office can answer; each with its reason. */
export const answers = ['considered', 'becomes', 'declined', 'done'] as const
export type Answer = (typeof answers)[number]

export const isAnswer = (kind: string): kind is Answer => answers.some((one) => one === kind)

/** Whether an answer keeps the promise: that something is being considered does not. */
export const settles = (kind: string): boolean => isAnswer(kind) && kind !== 'considered'

/** What an idea can become from what it is. What is done or withdrawn is so for good. */
const next: Readonly<Record<IdeaState, readonly IdeaState[]>> = {
  received: ['considered', 'becomes', 'declined', 'done', 'withdrawn'],
  considered: ['becomes', 'declined', 'done', 'withdrawn'],
  becomes: ['considered', 'declined', 'done'],
  declined: ['considered'],
  done: [],
  withdrawn: [],
}

export const mayBecome = (from: IdeaState, to: IdeaState): boolean => next[from].includes(to)

/** So long as nothing is settled, more people can stand behind it. */
export const isOpen = (state: IdeaState): boolean => ['received', 'considered', 'becomes'].includes(state)

interface Idea {
  standing: Standing
  state: IdeaState
}

/** Nobody but the office sees what was not let through. */
export const isPublic = ({ standing }: Pick<Idea, 'standing'>): boolean => standing === 'shown'

export type AnswerRefusal = 'not-shown' | 'cannot-become' | 'is-joined'

/** An idea is answered where everybody can read it; what is joined is answered with what it is joined with. */
export function refusalToAnswer(idea: Idea & { into_id: string | null }, to: Answer): AnswerRefusal | null {
  if (idea.standing !== 'shown') return 'not-shown'
  if (idea.into_id !== null) return 'is-joined'
  return mayBecome(idea.state, to) ? null : 'cannot-become'
}

export type WithdrawRefusal = 'has-joined' | 'cannot-become'

/** Whoever wrote an idea takes it back while nothing has come of it, and while it carries no others. */
export function refusalToWithdraw(idea: Idea, joined: number): WithdrawRefusal | null {
  if (joined > 0) return 'has-joined'
  return idea.standing !== 'refused' && mayBecome(idea.state, 'withdrawn') ? null : 'cannot-become'
}

export type SupportRefusal = 'not-open'

export const refusalToSupport = (idea: Idea): SupportRefusal | null =>
  isPublic(idea) && isOpen(idea.state) ? null : 'not-open'

export type BecomeRefusal = 'not-shown' | 'is-over' | 'made-already'

interface Wanted {
  make: LedToKind
  /** Somebody has read that there is one already, and wants another. */
  again?: 'yes' | undefined
  /** What was made of it so far. */
  before: readonly LedToKind[]
}

/**
 * Something is made of an idea that everybody can see. It may become several things, one after the other; two of a
 * kind only when somebody says so.
 */
export function refusalToMake(idea: Idea, { make, again, before }: Wanted): BecomeRefusal | null {
  if (!isPublic(idea)) return 'not-shown'
  if (!isOpen(idea.state)) return 'is-over'
  return before.includes(make) && again !== 'yes' ? 'made-already' : null
}

interface Due {
  state: IdeaState
  answer_due_on: string | null
  answered_at: Instant | null
}

/** How many days late the answer is or was; null when it came, or can still come, in time. */
export function daysLate({ state, answer_due_on, answered_at }: Due, today: string): number | null {
  if (answer_due_on === null || (state === 'withdrawn' && answered_at === null)) return null
  const days = daysBetween(answer_due_on, answered_at ? localDate(answered_at) : today)
  return days > 0 ? days : null
}
