/** Days in which an address is confirmed; then the question is forgotten. */
export const confirmDays = 7
/** Months after the answer until what was asked, by whom, and the answer are wiped. */
export const monthsKept = 6
/** The same for what nobody has answered: it was put aside, or the office has failed. */
export const unansweredMonthsKept = 24

export type AnswerRefusal = 'answered-already' | 'put-aside'

/** "Two coordinators never answer the same twice": the second is told who did, and when. */
export function refusalToAnswer(question: {
  isAnswered: boolean
  isPutAside: boolean
}): AnswerRefusal | null {
  if (question.isAnswered) return 'answered-already'
  return question.isPutAside ? 'put-aside' : null
}
