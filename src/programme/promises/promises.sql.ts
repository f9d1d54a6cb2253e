import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Insertable, Selectable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { PromiseTables } from './tables.ts'

export type SeriesPromise = Selectable<PromiseTables['series_promise']>
type NewPromise = Insertable<PromiseTables['series_promise']>

const standing = (db: Reads) =>
  db.selectFrom('series_promise').selectAll().where('replaced_at', 'is', null).orderBy('from_on')

/** Every promise that was not replaced before it counted, of all series. */
export const allPromises = (db: Reads): Promise<SeriesPromise[]> => standing(db).execute()

export const promisesOf = (db: Reads, seriesId: string): Promise<SeriesPromise[]> =>
  standing(db).where('series_id', '=', seriesId).execute()

/** Also those that were taken back: for whoever reads what was ever promised. */
export const everPromised = (db: Reads, seriesId: string): Promise<SeriesPromise[]> =>
  db
    .selectFrom('series_promise')
    .selectAll()
    .where('series_id', '=', seriesId)
    .orderBy('from_on')
    .orderBy('made_at')
    .execute()

export const addPromise = (db: Writes, row: NewPromise) =>
  db.insertInto('series_promise').values(row).execute()

export const endPromise = (db: Writes, id: string, until_on: string, reason: Texts) =>
  db
    .updateTable('series_promise')
    .set({ until_on, end_reason: json(reason) })
    .where('id', '=', id)
    .execute()

export async function replacePromises(db: Writes, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('series_promise').set({ replaced_at: now }).where('id', 'in', ids).execute()
}

/** Why years were missed: the latest words for each series and year. */
export async function missedReasons(db: Reads, year: number): Promise<Map<string, Texts>> {
  const rows = await db
    .selectFrom('promise_missed')
    .select(['series_id', 'reason'])
    .where('year', '=', year)
    .orderBy('given_at')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ series_id, reason }) => [series_id, reason]))
}

export const addMissedReason = (db: Writes, row: Insertable<PromiseTables['promise_missed']>) =>
  db.insertInto('promise_missed').values(row).execute()
