import { json } from '#platform/db.ts'
import { type Instant, instantAt } from '#platform/time.ts'
import { isListed } from './invitations/for-whom.sql.ts'
import type { Promised } from './promise.rules.ts'
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

type SeriesValues = Pick<
  SeriesRow,
  'name' | 'lead' | 'about' | 'promise' | 'audience' | 'yearly_min' | 'yearly_max'
>

export const changeSeries = (db: Writes, id: string, values: SeriesValues) => {
  const { name, lead, about, promise, audience, ...numbers } = values
  const texts = { name: json(name), lead: json(lead), about: json(about) }
  const more = { promise: json(promise), audience: json(audience) }
  return db
    .updateTable('series')
    .set({ ...numbers, ...texts, ...more })
    .where('id', '=', id)
    .execute()
}

export interface SeriesPromise extends Promised {
  id: string
  key: string
  name: SeriesRow['name']
  promise: SeriesRow['promise']
  mark: SeriesRow['mark']
}

/** What each series promised for a year, and how many of its events, as everybody can see, were held or are to come. */
export async function promises(db: Reads, year: number, now: Instant): Promise<SeriesPromise[]> {
  const counts = await db
    .selectFrom('event')
    .select(['series_id', (eb) => eb.fn.countAll<number>().as('all')])
    .select((eb) => eb.fn.sum<number>(eb.case().when('ends_at', '<=', now).then(1).else(0).end()).as('held'))
    .where('published_at', 'is not', null)
    .where('cancelled_at', 'is', null)
    .where(isListed())
    .where('starts_at', '>=', instantAt(`${year}-01-01`, '00:00'))
    .where('starts_at', '<', instantAt(`${year + 1}-01-01`, '00:00'))
    .groupBy('series_id')
    .execute()
  const bySeries = new Map(counts.map((row) => [row.series_id, row]))
  return (await seriesInOrder(db)).map(({ id, key, name, promise, mark, yearly_min, yearly_max }) => {
    const { all = 0, held = 0 } = bySeries.get(id) ?? {}
    return {
      id,
      key,
      name,
      promise,
      mark,
      yearly_min,
      yearly_max,
      held,
      coming: all - held,
    }
  })
}
