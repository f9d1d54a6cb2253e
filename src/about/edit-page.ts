import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { type Refusal, refusalToChange } from './page.rules.ts'
import { changePage, pageWithKey } from './pages.sql.ts'
import type { Db, PageRow } from './tables.ts'

const titleMax = 150
const menuMax = 40
const leadMax = 500
const bodyMax = 30_000

export const PageForm = z.object({
  title: texts(titleMax),
  menu: texts(menuMax),
  lead: texts(leadMax),
  body: optionalTexts(bodyMax),
  /** When the page last changed, as the person who edits it saw it. */
  seen: z.string().default(''),
})
export type PageForm = z.output<typeof PageForm>

/** Saves a page's texts, unless somebody else has saved others since it was opened. Null means it is done. */
export function editPage(
  db: Db,
  by: Member,
  page: Pick<PageRow, 'id' | 'key'>,
  form: PageForm,
  now: Instant,
) {
  return decide(db, 'page', page.id, async (tx): Promise<Refusal | null> => {
    const { changed_at } = found(await pageWithKey(tx, page.key), 'page')
    const { seen, ...texts } = form
    const refusal = refusalToChange({ seen, changedAt: changed_at })
    if (refusal) return refusal

    await changePage(tx, page.id, texts, now)
    await record(tx, { what: 'page-changed', by: by.id, about: page.id, at: now, detail: { key: page.key } })
    return null
  })
}
