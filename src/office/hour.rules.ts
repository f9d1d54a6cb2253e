import type { Urgency } from './urgency.rules.ts'

/** Whoever proposes something waits for an answer; so does a side that asks for a swap. */
const hourAnswerDays = 14

export const urgencyOfHourAnswer = (daysWaited: number): Urgency =>
  daysWaited > hourAnswerDays ? 'now' : 'soon'
