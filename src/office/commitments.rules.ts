import type { Urgency } from './urgency.rules.ts'

/** A commitment of which nothing has been heard for so long needs an update. */
export const silentDaysMin = 90

/** Everybody can see how old the latest update is; one that is past its date as well is forgotten or late. */
export function urgencyOfSilentCommitment(daysSilent: number, daysUntilDue: number): Urgency | null {
  if (daysSilent < silentDaysMin) return null
  return daysUntilDue < 0 ? 'soon' : 'later'
}

/** So long before its day a commitment stands among what is to be done. */
export const dueDaysAhead = 31

/** What nobody keeps needs a new owner; at once when it is to be done within the month, or should have been. */
export const urgencyOfNobodysCommitment = (daysUntilDue: number): Urgency =>
  daysUntilDue <= dueDaysAhead ? 'now' : 'soon'

/** A commitment that is past its day is told as late to everybody, so somebody has to say why. */
export const urgencyOfDueCommitment = (daysUntilDue: number): Urgency =>
  daysUntilDue < 0 ? 'now' : daysUntilDue <= 14 ? 'soon' : 'later'
