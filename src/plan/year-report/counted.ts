import type { Figure, Line, Section } from './content.ts'

/** What one part of a report says by itself. */
export interface Counted {
  figures: readonly Omit<Figure, 'section'>[]
  lines: readonly Line[]
}

/** The day as of which it is counted, and the moments at which the year begins and the next one. */
export interface Counting {
  year: number
  asOf: string
  from: string
  until: string
  now: string
}

/** A number of the whole year. */
export const whole = (
  measure: string,
  value: number,
  unit: Figure['unit'] = 'count',
): Omit<Figure, 'section'> => ({ measure, item: '', name: {}, value, unit })

export const inSection = (section: Section, { figures }: Counted): Figure[] =>
  figures.map((one) => ({ section, ...one }))

/** In a year, by its date. */
export const isIn = (year: number, day: string | null): boolean =>
  day !== null && day.slice(0, 4) === String(year)
