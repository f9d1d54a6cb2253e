import type { Instant } from '#platform/time.ts'
import type { Words } from '#platform/words.ts'
import type { Reads } from './tables.ts'
import type { Urgency } from './urgency.rules.ts'

/** One line of the desk: what needs somebody, and the place to act. */
export interface DeskItem {
  urgency: Urgency
  /** The date or moment that it is about, to sort by. */
  at: string
  text: string
  /** Without the language. */
  path: string
  /** The parties that owe it, by their ids; left out where it is whoever's that reads it. */
  owedBy?: readonly string[] | undefined
}

/** What is needed to find what needs somebody. */
export interface Asked {
  db: Reads
  t: Words
  now: Instant
  isSample: boolean
  hasMailServer: boolean
  /** The party that the reader coordinates for: some things are for one of them alone. */
  party?: string
}

/** So many of each kind are shown: nobody does more in a day, and the rest moves up. */
export const perKind = 15

/** A line if its rule finds it worth one. */
export const itemIf = (urgency: Urgency | null, line: Omit<DeskItem, 'urgency'>): DeskItem[] =>
  urgency === null ? [] : [{ urgency, ...line }]
