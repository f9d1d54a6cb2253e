import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from './tables.ts'

export interface PageTexts {
  title: Texts
  lead: Texts
  body: Texts
  menu: Texts
}

const asJson = ({ title, lead, body, menu }: PageTexts) => ({
  ...{ title: json(title), lead: json(lead) },
  ...{ body: json(body), menu: json(menu) },
})

export const pageWithKey = (db: Reads, key: string) =>
  db.selectFrom('page').selectAll().where('key', '=', key).executeTakeFirst()

/** All pages in their order, by the short names that lead to them. */
export const pagesInOrder = (db: Reads) =>
  db
    .selectFrom('page')
    .select(['key', 'menu', 'title', 'changed_at'])
    .orderBy('position')
    .orderBy('key')
    .execute()

export const addPage = (
  db: Writes,
  { texts, ...row }: { id: string; key: string; position: number; changed_at: Instant; texts: PageTexts },
) =>
  db
    .insertInto('page')
    .values({ ...row, ...asJson(texts) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()

export const changePage = (db: Writes, id: string, texts: PageTexts, now: Instant) =>
  db
    .updateTable('page')
    .set({ ...asJson(texts), changed_at: now })
    .where('id', '=', id)
    .execute()
