import type { Urgency } from './urgency.rules.ts'

/** A plan takes half a year to make with everybody; a year before is early enough to think of it. */
const [beginDays, thinkDays] = [183, 365]

export const urgencyOfBeginning = (daysLeft: number): Urgency | null => {
  if (daysLeft <= beginDays) return 'now'
  return daysLeft <= thinkDays ? 'later' : null
}

/** Nobody is bound by any plan meanwhile. */
export const urgencyOfGap = (): Urgency => 'now'

const soonDays = 60

export const urgencyOfCarrying = (daysLeft: number): Urgency => (daysLeft <= soonDays ? 'now' : 'soon')

/** Nobody sees a comment before it is read; an answer may take a little longer. */
const waitingDays = { 'to-read': 2, 'to-answer': 14 } as const

export const urgencyOfComments = (what: keyof typeof waitingDays, daysWaited: number): Urgency =>
  daysWaited >= waitingDays[what] ? 'now' : 'soon'
