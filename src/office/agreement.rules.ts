import type { Urgency } from './urgency.rules.ts'

/** Whoever asked waits for us; after two weeks it is time, and whoever wants to join waits as long. */
const waitingDaysMax = 14

export const urgencyOfWaiting = (daysWaited: number): Urgency =>
  daysWaited >= waitingDaysMax ? 'now' : 'soon'
