import type { Urgency } from './urgency.rules.ts'

/** Everybody sees that a seat is vacant; one whose term ends needs a call in good time. */
export const urgencyOfSeat = (days: number): Urgency => (days === 0 ? 'soon' : 'later')

/** Whoever writes gets the weekend. */
const writingDays = 3
/** Members were promised to read within two weeks what they decided. */
const lateDays = 14

/** What the minutes of a meeting need next. */
export type MinutesNeed = 'write' | 'send' | 'corrections' | 'approve' | 'publish'

export function urgencyOfMinutes(need: MinutesNeed, daysSince: number): Urgency | null {
  if ((need === 'write' || need === 'send') && daysSince < writingDays) return null
  return daysSince > lateDays ? 'now' : 'soon'
}
