import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { seriesWithKey } from '../series.sql.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db, Tx } from '../tables.ts'

/** What a letter about a need has to know beside the need. */
export type Telling = Pick<Letters, 'now' | 'url'>

/** The key of the series whose topics come out of needs. */
export const seriesOfNeeds = 'lunch-and-learn'

/** One decision about needs at a time: joining, leaving and matching each touch several of them. */
export async function decideAboutNeeds<R>(db: Db, work: (tx: Tx) => Promise<R>): Promise<R> {
  const series = found(await seriesWithKey(db, seriesOfNeeds), 'series')
  return decide(db, 'series', series.id, work)
}
