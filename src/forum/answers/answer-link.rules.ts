import { type AnswerKind, type AnswerRefusal, refusalToAnswer } from '../recommendation.rules.ts'

export type LinkRefusal = 'not-handed-over' | 'already-answered'

/** A link to answer by is made for what was handed over and has no answer yet. */
export function refusalToLink(asked: {
  handed_over_on: string | null
  answer_kind: AnswerKind | null
}): LinkRefusal | null {
  if (asked.handed_over_on === null) return 'not-handed-over'
  return asked.answer_kind === null ? null : 'already-answered'
}

export type LinkAnswerRefusal = AnswerRefusal | 'link-replaced' | 'next-before-today'

interface Answering {
  /** Why the link has ended, if it has. */
  endedBecause: 'answered' | 'replaced' | null
  handedOverOn: string | null
  isAnswered: boolean
  nextBy: string | null
  today: string
}

/**
 * Whoever has the link answers, once; that ends every link to the recommendation. One that was replaced, because it had
 * gone to the wrong address, answers no more.
 */
export function refusalToAnswerByLink(attempt: Answering): LinkAnswerRefusal | null {
  const { endedBecause, handedOverOn, isAnswered, nextBy, today } = attempt
  if (endedBecause === 'replaced') return 'link-replaced'
  const refusal = refusalToAnswer({ handedOverOn, isAnswered, answeredOn: today, today })
  if (refusal) return refusal
  return nextBy !== null && nextBy < today ? 'next-before-today' : null
}

/** An address is forgotten a month after the answer, and a year after it was due when none ever came. */
export const addressKeptDays = { answered: 30, unanswered: 365 } as const
/** Whoever answered and did not agree to be named is forgotten after a year. */
export const giverKeptDays = 365
