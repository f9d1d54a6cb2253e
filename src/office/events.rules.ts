import type { Urgency } from './urgency.rules.ts'

/** An event is nearly full from this share of its seats on, in percent. */
export const nearlyFullPercent = 80
/** An event has few sign-ups below this share of its seats, in percent. */
export const fewPercent = 30
/** So long before an event there is time to tell more people. */
export const fewDaysAhead = 14
const lastDays = 3

interface Filling {
  seats_taken: number
  capacity: number
  waiting: number
}

/** Where people wait, a larger room may be found; where it fills up, it is time to stop inviting. */
export function urgencyOfFilling({ seats_taken, capacity, waiting }: Filling): Urgency | null {
  if (waiting > 0) return 'soon'
  return seats_taken * 100 >= capacity * nearlyFullPercent ? 'later' : null
}

/** Food is ordered and speakers are coming: few sign-ups are news while something can be done. */
export function urgencyOfFewSignUps(seatsTaken: number, capacity: number, daysLeft: number): Urgency | null {
  if (daysLeft > fewDaysAhead || seatsTaken * 100 >= capacity * fewPercent) return null
  return daysLeft <= lastDays ? 'now' : 'soon'
}

const draftDaysLate = 14
const draftDaysSoon = 42

/** An event that nobody can see fills no seats: people need two weeks, and associations six. */
export function urgencyOfDraft(daysLeft: number): Urgency {
  if (daysLeft < 0 || daysLeft > draftDaysSoon) return 'later'
  return daysLeft <= draftDaysLate ? 'now' : 'soon'
}
