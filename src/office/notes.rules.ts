import type { Urgency } from './urgency.rules.ts'

/** Those who write the notes get the weekend. */
export const noteDaysMin = 3
/** After half a year nobody remembers what was said. */
export const noteDaysMax = 180
const noteDaysLate = 14

/** Those who came were promised to see what was said; two weeks later they stop looking. */
export function urgencyOfMissingNote(daysSinceEnd: number): Urgency | null {
  if (daysSinceEnd < noteDaysMin) return null
  return daysSinceEnd > noteDaysLate ? 'now' : 'soon'
}
