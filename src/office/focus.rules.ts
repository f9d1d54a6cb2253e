import type { Urgency } from './urgency.rules.ts'

/** Whoever sent something in waits for it to be shown, and others cannot stand behind it until then. */
export const urgencyOfProposed = (daysWaited: number): Urgency => (daysWaited > 3 ? 'now' : 'soon')

/** A year that has begun without being about something is late. */
export const urgencyOfChoosing = (isYearBegun: boolean): Urgency => (isYearBegun ? 'now' : 'soon')
