import type { PromiseState } from './promise.rules.ts'

export type MissedRefusal = 'not-missed'

/** A reason is given when a year is over and its promise was not kept; before that there is something to do instead. */
export const refusalToGiveReason = (state: PromiseState): MissedRefusal | null =>
  state === 'missed' ? null : 'not-missed'
