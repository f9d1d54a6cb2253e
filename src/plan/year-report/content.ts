import type { Texts } from '#platform/language.ts'

/** The parts of a report, in their order. */
export const sections = [
  'promises',
  'events',
  'who-met',
  'evaluations',
  'recommendations',
  'commitments',
  'revisions',
  'focus-areas',
  'partnerships',
  'given',
  'steering',
  'principles',
] as const
export type Section = (typeof sections)[number]

/** Every part, and the words that come first. */
export const writtenParts = ['foreword', ...sections] as const
export type WrittenPart = (typeof writtenParts)[number]

export const units = ['count', 'people', 'mean', 'sek', 'hours', 'days'] as const
export type Unit = (typeof units)[number]

/** One number of a report. */
export interface Figure {
  section: Section
  /** What is counted: 'held'. */
  measure: string
  /** Of which one, by a key that stays: the key of a series; empty for the whole year. */
  item: string
  /** What that one is called. */
  name: Texts
  value: number
  unit: Unit
}

/** Something that stands in a report in words, with its place on the platform. */
export interface Line {
  title: Texts
  /** The address without its language; null where it has no page. */
  path: string | null
  /** In a word or two, by the last part of its key: 'late'. */
  state: string | null
  /** What follows the title, each in its own words. */
  facts: readonly { what: string; text?: Texts; day?: string; number?: number }[]
}

/** All that a report says by itself: as it was counted for a day. */
export interface YearContent {
  year: number
  /** How things stood on this day, 'YYYY-MM-DD': the last of the year, or today while it lasts. */
  asOf: string
  figures: readonly Figure[]
  lines: Partial<Record<Section, readonly Line[]>>
}

/** The number of the whole year that is called this. */
export const wholeFigure = (
  figures: readonly Figure[],
  section: Section,
  measure: string,
): number | undefined =>
  figures.find((one) => one.section === section && one.measure === measure && one.item === '')?.value
