import type { Language } from './language.ts'
import type { Instant } from './time.ts'

/**
 * Something that somebody sent in and that waits for the office. Each slice says in a query of its own what of it
 * waits, and names these columns; the office's inbox puts the queries under each other.
 */
export interface Waiting {
  kind: 'question' | 'pledge' | 'idea' | 'need' | 'offer' | 'hour' | 'theme' | 'claim'
  id: string
  /** By what its page in the office is found: a number, or an id. */
  ref: string
  /** What it says; of some kinds in several languages, as JSON. */
  title: string
  /** What it was written in. */
  language: Language
  arrived_at: Instant
  /** A date by which an answer is promised, where one is. */
  due_on: string | null
  /** Who sees to it, where its slice keeps that itself. */
  assigned_to: string | null
  /** The party whose answer it waits for, where it is one party's alone. */
  party_id: string | null
}
