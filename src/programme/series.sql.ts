import { json } from '#platform/db.ts'
import type { NewSeries, Reads, SeriesRow, Writes } from './tables.ts'

export const seriesInOrder = (db: Reads): Promise<SeriesRow[]> =>
  db.selectFrom('series').selectAll().orderBy('position').execute()

export const seriesWithKey = (db: Reads, key: string): Promise<SeriesRow | undefined> =>
  db.selectFrom('series').selectAll().where('key', '=', key).executeTakeFirst()

/** Adds a series unless there is one with its key, since that may have been edited; false when there is. */
export const addSeries = async (db: Writes, row: NewSeries): Promise<boolean> => {
  const insert = db.insertInto('series').values(row)
  const added = await insert.onConflict((conflict) => conflict.column('key').doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

type SeriesValues = Pick<SeriesRow, 'name' | 'lead' | 'about' | 'audience' | 'lead_days'>

export const changeSeries = (db: Writes, id: string, values: SeriesValues) => {
  const { name, lead, about, audience, lead_days } = values
  const texts = { name: json(name), lead: json(lead), about: json(about), audience: json(audience) }
  return db
    .updateTable('series')
    .set({ ...texts, lead_days })
    .where('id', '=', id)
    .execute()
}
