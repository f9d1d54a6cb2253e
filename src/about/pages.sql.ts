import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { PageRow, Reads, Writes } from './tables.ts'

/** Every page by its short name, in the order of the menu. */
export const pagesInOrder = (db: Reads) =>
  db.selectFrom('page').select(['key', 'menu', 'changed_at']).orderBy('position').execute()

export const pageWithKey = (db: Reads, key: string): Promise<PageRow | undefined> =>
  db.selectFrom('page').selectAll().where('key', '=', key).executeTakeFirst()

export interface PageTexts {
  title: Texts
  lead: Texts
  body: Texts
  menu: Texts
}

const written = ({ title, lead, body, menu }: PageTexts) => ({
  title: json(title),
  lead: json(lead),
  body: json(body),
  menu: json(menu),
})

export const addPage = (db: Writes, row: Pick<PageRow, 'id' | 'key' | 'position' | 'changed_at'> & PageTexts) =>
  db
    .insertInto('page')
    .values({ ...row, ...written(row) })
    .execute()

export const changePage = (db: Writes, id: string, texts: PageTexts, now: Instant) =>
  db
    .updateTable('page')
    .set({ ...written(texts), changed_at: now })
    .where('id', '=', id)
    .execute()
