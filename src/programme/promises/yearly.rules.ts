import type { Yearly } from './promise.rules.ts'

/** More than about one a week is no promise that anybody makes for a series. */
export const yearlyMost = 60

/** At most cannot be fewer than at least. */
export const isPossible = ({ yearly_min: min, yearly_max: max }: Yearly): boolean =>
  max === null || max >= min

export type YearlyKind = 'none' | 'at-least' | 'exactly' | 'between'

/** Which of four sentences tells the numbers. */
export function yearlyKind({ yearly_min: min, yearly_max: max }: Yearly): YearlyKind {
  if (max === null || max === 0) return min === 0 ? 'none' : 'at-least'
  return max === min ? 'exactly' : 'between'
}
