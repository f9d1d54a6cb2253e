import type { Texts } from '#platform/language.ts'

/** What a decision can be about; which one of its kind, the sample year finds. */
export type SampleAbout =
  | 'plan'
  | 'recommendation'
  | 'commitment'
  | 'revision'
  | 'focus-proposal'
  | 'year-report'

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
  decisions: { about?: SampleAbout; words: Texts }[]
}
