import { daysBetween } from '#platform/time.ts'
import type { Urgency } from './urgency.rules.ts'

interface Waiting {
  year: number
  step: 'approve' | 'publish'
  /** Another party has said yes already. */
  hasApproval: boolean
  today: string
}

/** A report is written once its year is over; where the other party has said yes, somebody waits for us. */
export function urgencyOfReport({ year, step, hasApproval, today }: Waiting): Urgency | null {
  if (step === 'publish' || hasApproval) return 'soon'
  return Number(today.slice(0, 4)) > year ? 'later' : null
}

/** From October on it is time to plan this year's survey, where there has ever been one. */
export const urgencyOfSurvey = (one: { today: string; hasOne: boolean; isUsed: boolean }): Urgency | null =>
  one.isUsed && !one.hasOne && one.today.slice(5) >= '10-01' ? 'later' : null

/** Words that nobody has read, once they can no longer change: soon, when they have waited for two weeks. */
export function urgencyOfWords(one: {
  count: number
  closedOn: string | null
  today: string
}): Urgency | null {
  if (one.count === 0 || one.closedOn === null) return null
  return daysBetween(one.closedOn, one.today) > 14 ? 'soon' : 'later'
}
