import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, SeriesRow, Writes } from '../tables.ts'
import { loadTurns, type Turns } from './load-turns.ts'
import { hourSeries } from './turns.sql.ts'

/** A whole address in a language, for mails. */
export type UrlOf = (language: Language, path: string) => string

/** Who acts, for which party, and when. */
export interface Acting {
  by: Member
  /** The party that the member coordinates for. */
  side: string
  now: Instant
  url: UrlOf
}

/** The turns go over all hours, so whoever decides anything about them holds the series. */
export async function decideTurns<R>(
  db: Db,
  work: (tx: Writes, turns: Turns, series: SeriesRow) => Promise<R>,
): Promise<R> {
  const { id } = found(await hourSeries(db), 'series')
  return decide(db, 'series', id, async (tx) =>
    work(tx, await loadTurns(tx), found(await hourSeries(tx), 'series')),
  )
}
