import type { Urgency } from './urgency.rules.ts'

/** So long before the date a receiver can still be reminded kindly. */
export const answerDaysAhead = 14
/** So long after it was written a recommendation has had its time to be handed over. */
export const handOverDaysMax = 7

/** A recommendation without an answer is the promise that is broken most easily: late is now, and due is soon. */
export function urgencyOfAnswer(daysUntilDue: number): Urgency | null {
  if (daysUntilDue < 0) return 'now'
  return daysUntilDue <= answerDaysAhead ? 'soon' : null
}

/** What nobody has been handed, nobody can answer. */
export const urgencyOfHandOver = (recommendations: number): Urgency | null =>
  recommendations > 0 ? 'soon' : null
