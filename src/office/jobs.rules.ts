import type { Urgency } from './urgency.rules.ts'

/** Work that was given up longer ago has been done by a later run, or is known. */
export const failedJobDaysMax = 14

/** Reminders, clearing up and the like did not happen. */
export const urgencyOfFailedJobs = (failed: number): Urgency | null => (failed > 0 ? 'now' : null)
