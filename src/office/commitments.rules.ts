import type { Urgency } from './urgency.rules.ts'

/** A commitment of which nothing has been heard for so long needs an update. */
export const silentDaysMin = 90

/** Everybody can see how old the latest update is; one that is past its date as well is forgotten or late. */
export function urgencyOfSilentCommitment(daysSilent: number, daysUntilDue: number): Urgency | null {
  if (daysSilent < silentDaysMin) return null
  return daysUntilDue < 0 ? 'soon' : 'later'
}
