import * as z from 'zod'
import { transact } from '#platform/db.ts'
import { optionalLine, optionalWebAddress } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { addFollowLinks, removeFollowLinks } from './follow-links.sql.ts'
import type { Db } from './tables.ts'

/** More places than anybody looks after. */
const followLinksMax = 8

const nameMax = 60

/** Rows of a name and an address, `name.0` and `url.0`; an empty row is left out. */
export const FollowLinksForm = z
  .object({
    name: z.record(z.string(), optionalLine(nameMax)).default({}),
    url: z.record(z.string(), optionalWebAddress).default({}),
  })
  .transform(({ name, url }, context) =>
    rowNumbers.flatMap((row) => {
      const one = { name: name[row] ?? null, url: url[row] ?? null }
      if (one.name === null && one.url === null) return []
      const mistake = (field: 'name' | 'url', message: string) =>
        context.addIssue({ code: 'custom', message, path: [field, row] })
      if (one.name === null) mistake('name', 'news.links.name-missing')
      if (one.url === null) mistake('url', 'news.links.url-missing')
      else if (!one.url.startsWith('https://')) mistake('url', 'news.links.not-https')
      return one.name && one.url ? [{ name: one.name, url: one.url }] : []
    }),
  )
export type FollowLinksForm = z.output<typeof FollowLinksForm>

export const rowNumbers: readonly string[] = Array.from({ length: followLinksMax }, (_, row) => String(row))

/** Says where else Malmöandan can be followed, in this order and nowhere else. */
export function setFollowLinks(db: Db, by: Member, links: FollowLinksForm, now: Instant): Promise<void> {
  return transact(db, async (tx) => {
    await removeFollowLinks(tx)
    const rows = links.map((link, index) => ({ id: newId(), ...link, position: index + 1 }))
    if (rows.length > 0) await addFollowLinks(tx, rows)
    await record(tx, { what: 'follow-links-changed', by: by.id, about: 'follow-links', at: now })
  })
}
