import { daysBetween, type Instant } from '#platform/time.ts'
import { mayBeAddedTo, type NoteState } from './note.rules.ts'

export const answerKinds = ['accepted', 'partly', 'declined'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** What its receiver has said yes to, in full or in part, can become a commitment in the plan. */
export const mayBecomeCommitment = (answer: AnswerKind | null): boolean =>
  answer === 'accepted' || answer === 'partly'

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

export type WriteRefusal = 'recommendation-approved'
export type ChangeRefusal = WriteRefusal | 'handed-over'

/** Recommendations are approved with the minutes that they stand in: none comes to them afterwards. */
export const refusalToRecommend = (noteState: NoteState | null): WriteRefusal | null =>
  noteState !== null && mayBeAddedTo(noteState) ? 'recommendation-approved' : null

/** What was approved, or handed to a receiver, stays: neither words nor receiver change, and it is never taken away. */
export const refusalToChange = (of: {
  handed_over_on: string | null
  note_state: NoteState | null
}): ChangeRefusal | null => (of.handed_over_on === null ? refusalToRecommend(of.note_state) : 'handed-over')

/** Whether it came to the report only after both parties had approved that, as it once could. */
export const cameAfterApproval = (of: { created_at: Instant; note_approved_at: Instant | null }): boolean =>
  of.note_approved_at !== null && of.created_at > of.note_approved_at

export type HandOverRefusal =
  | 'handed-over'
  | 'not-published'
  | 'hand-over-in-future'
  | 'hand-over-before-event'
  | 'due-not-later'

interface HandOver {
  alreadyOn: string | null
  noteState: NoteState | null
  handedOverOn: string
  answerDueOn: string
  eventDate: string
  today: string
}

/** Why it cannot be handed over on any date, or null. */
export function refusalToBegin(
  alreadyOn: string | null,
  noteState: NoteState | null,
): 'handed-over' | 'not-published' | null {
  if (alreadyOn !== null) return 'handed-over'
  return noteState === 'published' ? null : 'not-published'
}

/**
 * What both parties approved and everybody can read is handed over, and nothing else. Every recommendation has a date
 * by which its receiver answers, and the receiver has at least a day.
 */
export function refusalToHandOver(attempt: HandOver): HandOverRefusal | null {
  const { alreadyOn, noteState, handedOverOn, answerDueOn, eventDate, today } = attempt
  const closed = refusalToBegin(alreadyOn, noteState)
  if (closed) return closed
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
