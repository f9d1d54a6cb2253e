import type { Urgency } from './urgency.rules.ts'

/** So many years back a promise that nobody has explained is still asked about. */
export const yearsAskedAbout = 3

const lastDays = 7

/** When the next has to be announced within a week, or should have been, it is for today. */
export const urgencyOfRisk = (daysLeft: number): Urgency => (daysLeft <= lastDays ? 'now' : 'soon')

/** Everybody can read that a promise was not kept, and that nobody has said why. */
export const urgencyOfUnexplained = (yearsAgo: number): Urgency => (yearsAgo > 1 ? 'now' : 'soon')
