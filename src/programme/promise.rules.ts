/** What a series promises for a year, and how far the year has come. */
export interface Promised {
  yearly_min: number
  yearly_max: number | null
  held: number
  coming: number
}

export type PromiseState = 'kept' | 'planned' | 'missing' | 'without-number'

/** A promise is kept by what was held, planned when what is announced will keep it; else some are missing. */
export function promiseState({ yearly_min: min, held, coming }: Promised): PromiseState {
  if (min === 0) return 'without-number'
  if (held >= min) return 'kept'
  return held + coming >= min ? 'planned' : 'missing'
}

/** How many more must be announced this year for the promise to be kept. */
export const stillMissing = ({ yearly_min: min, held, coming }: Promised): number =>
  Math.max(0, min - held - coming)
