import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { type EditRefusal, refusalToEdit } from './page.rules.ts'
import { changePage, pageWithKey } from './pages.sql.ts'
import type { Db, PageRow } from './tables.ts'

export const PageForm = z.object({
  title: texts(120),
  menu: texts(40),
  lead: texts(400),
  body: optionalTexts(30_000),
  /** When the page had last changed as the editor opened it. */
  seen: z.string().max(40),
})
export type PageForm = z.output<typeof PageForm>

/** Writes a page anew, unless somebody else has done so since the editor opened it. */
export function editPage(db: Db, by: Member, page: PageRow, form: PageForm, now: Instant): Promise<EditRefusal | null> {
  return decide(db, 'page', page.id, async (tx) => {
    const current = found(await pageWithKey(tx, page.key), 'page')
    const refusal = refusalToEdit(current, form.seen)
    if (refusal) return refusal
    await changePage(tx, page.id, form, now)
    await record(tx, { what: 'page-edited', by: by.id, about: page.id, at: now, detail: { key: page.key } })
    return null
  })
}
