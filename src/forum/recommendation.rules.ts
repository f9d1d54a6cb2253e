import { daysBetween } from '#platform/time.ts'

export const answerKinds = ['accepted', 'partly', 'declined'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** draft: not handed over yet. waiting: the receiver has time left. late: the receiver has not kept the date. */
export type RecommendationState = 'draft' | 'waiting' | 'late' | AnswerKind

interface Standing {
  handed_over_on: string | null
  answer_due_on: string | null
  answer_kind: AnswerKind | null
}

/** Where a recommendation stands on a date. That nobody answered is said openly, from the day after the answer was due. */
export function stateOf(
  { handed_over_on, answer_due_on, answer_kind }: Standing,
  today: string,
): RecommendationState {
  if (answer_kind) return answer_kind
  if (handed_over_on === null || answer_due_on === null) return 'draft'
  return answer_due_on < today ? 'late' : 'waiting'
}

/** By how many days the answer came after it was due; 0 when it came in time, or has not come. */
export const daysAnsweredLate = (of: { answer_due_on: string | null; answered_on: string | null }): number =>
  of.answer_due_on !== null && of.answered_on !== null
    ? Math.max(0, daysBetween(of.answer_due_on, of.answered_on))
    : 0

export type ChangeRefusal = 'handed-over'

/** What a receiver was handed stays as it was: neither words nor receiver change, and it is never taken away. */
export const refusalToChange = (standing: { handed_over_on: string | null }): ChangeRefusal | null =>
  standing.handed_over_on === null ? null : 'handed-over'

export type HandOverRefusal =
  | ChangeRefusal
  | 'hand-over-in-future'
  | 'hand-over-before-event'
  | 'due-not-later'

interface HandOver {
  alreadyOn: string | null
  handedOverOn: string
  answerDueOn: string
  eventDate: string
  today: string
}

/** Every recommendation has a date by which its receiver answers, and the receiver has at least a day. */
export function refusalToHandOver(attempt: HandOver): HandOverRefusal | null {
  const { alreadyOn, handedOverOn, answerDueOn, eventDate, today } = attempt
  if (alreadyOn !== null) return 'handed-over'
  if (handedOverOn > today) return 'hand-over-in-future'
  if (handedOverOn < eventDate) return 'hand-over-before-event'
  return answerDueOn > handedOverOn ? null : 'due-not-later'
}

export type AnswerRefusal =
  | 'not-handed-over'
  | 'already-answered'
  | 'answer-before-hand-over'
  | 'answer-in-future'

interface AnswerAttempt {
  handedOverOn: string | null
  isAnswered: boolean
  answeredOn: string
  today: string
}

/** A recommendation is answered once, after it was handed over; the answer stands as it was given. */
export function refusalToAnswer({
  handedOverOn,
  isAnswered,
  answeredOn,
  today,
}: AnswerAttempt): AnswerRefusal | null {
  if (handedOverOn === null) return 'not-handed-over'
  if (isAnswered) return 'already-answered'
  if (answeredOn > today) return 'answer-in-future'
  return answeredOn < handedOverOn ? 'answer-before-hand-over' : null
}
