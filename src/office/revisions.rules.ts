import type { Urgency } from './urgency.rules.ts'

/** A proposal that nobody answers in time lapses, and the work of writing it is lost. */
export function urgencyOfRevision(daysLeft: number): Urgency {
  if (daysLeft <= 3) return 'now'
  return daysLeft <= 14 ? 'soon' : 'later'
}
