import type { Urgency } from './urgency.rules.ts'

/** Nobody can second a proposal before it is read, so it is read while there is time for that. */
const [readingDays, lastDays] = [4, 3]

/** Until the call closes its days are counted down; after that they are negative. */
export const urgencyOfReading = (daysWaited: number, daysLeft: number): Urgency =>
  daysWaited >= readingDays || daysLeft <= lastDays ? 'now' : 'soon'

/** People wait for the theme that they have asked for, and the invitation to the forum waits for it too. */
const settingDays = 14

export const urgencyOfSetting = (daysSinceItClosed: number): Urgency =>
  daysSinceItClosed > settingDays ? 'now' : 'soon'
