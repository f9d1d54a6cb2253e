import { decide } from '#platform/db.ts'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Tx } from './tables.ts'

/** What a letter about a pledge has to know beside the pledge. */
export interface Telling {
  now: Instant
  url: (language: Language, path: string) => string
}

/** One decision about pledges at a time: numbering and what covers a need each touch several of them. */
export const decideAboutPledges = <R>(db: Db, work: (tx: Tx) => Promise<R>): Promise<R> =>
  decide(db, 'pledge_promise', 'first', work)
