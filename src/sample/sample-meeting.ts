import type { Texts } from '#platform/language.ts'

/** A meeting of the steering group in the sample year. */
export interface SampleMeeting {
  /** Days from today. */
  day: number
  /** Who called it. */
  party: string
  /** How many of the members were there. */
  present: number
  items: Texts[]
  said?: Texts
  decisions: { about?: 'plan' | 'recommendation' | 'commitment'; words: Texts }[]
}
