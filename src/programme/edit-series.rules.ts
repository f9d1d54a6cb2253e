/** More than about one a week is no promise that anybody makes for a series. */
export const yearlyMost = 60

/** How many events a year a series promises; without an end, there may be any number more. */
export interface Yearly {
  yearly_min: number
  yearly_max: number | null
}

/** At most cannot be fewer than at least. */
export const isPossible = ({ yearly_min: min, yearly_max: max }: Yearly): boolean =>
  max === null || max >= min

export type YearlyKind = 'none' | 'at-least' | 'exactly' | 'between'

/** Which of four sentences tells the numbers. */
export function yearlyKind({ yearly_min: min, yearly_max: max }: Yearly): YearlyKind {
  if (max === null) return min === 0 ? 'none' : 'at-least'
  return max === min ? 'exactly' : 'between'
}

export type Refusal = 'changed-meanwhile'

/** Two people may edit at once: whoever saves second looks at what the first one wrote. */
export const refusalToChange = ({ seen, stands }: { seen: string; stands: string }): Refusal | null =>
  seen === stands ? null : 'changed-meanwhile'
