import type { Urgency } from './urgency.rules.ts'

/** So long before its date there is still time to find somebody who can speak, or to answer. */
export const answerDaysAhead = 14
// Whoever hands something in expects to see it before the week is over.
const newcomerDays = 4

/** What was handed in is seen by nobody before somebody here has looked at it. */
export const urgencyOfNewcomer = (daysSince: number): Urgency => (daysSince >= newcomerDays ? 'now' : 'soon')

/** A need that is not met in six months is answered: late is now, and everybody can see it. */
export function urgencyOfNeed(daysUntilDue: number): Urgency | null {
  if (daysUntilDue < 0) return 'now'
  return daysUntilDue <= answerDaysAhead ? 'soon' : null
}
