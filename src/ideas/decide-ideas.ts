import { decide } from '#platform/db.ts'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Tx } from './tables.ts'

/** What a letter about an idea has to know beside the idea. */
export interface Telling {
  now: Instant
  url: (language: Language, path: string) => string
}

/** One decision about ideas at a time: joining, leaving and numbering each touch several of them. */
export const decideAboutIdeas = <R>(db: Db, work: (tx: Tx) => Promise<R>): Promise<R> =>
  decide(db, 'idea_promise', 'first', work)
