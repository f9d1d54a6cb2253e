import * as z from 'zod'
import { decide } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db, Writes } from '../tables.ts'
import { addTableLink, endTableLink, tablesWithLinks } from './links.sql.ts'

export const LinksForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('make') }),
  z.object({ do: z.literal('renew'), table: z.uuid() }),
  z.object({ do: z.literal('end') }),
])
export type LinksForm = z.output<typeof LinksForm>

interface By {
  by: Member
  now: Instant
}

/**
 * Makes links for all tables that have none, a new one for one table, or ends them all. What a phone has not sent yet by
 * a link that ends is not lost: it comes to the organizers.
 */
export function setLinks(db: Db, eventId: string, form: LinksForm, { by, now }: By): Promise<number> {
  return decide(db, 'event', eventId, async (tx) => {
    const tables = await tablesWithLinks(tx, eventId)
    const meant = tables.filter(({ id, link_id }) => {
      if (form.do === 'renew') return id === form.table
      return form.do === 'make' ? link_id === null : link_id !== null
    })
    for (const { id, link_id } of meant) {
      if (link_id !== null) await endTableLink(tx, id, now)
      if (form.do !== 'end') await makeLink(tx, { eventId, tableId: id }, { by, now })
    }
    if (meant.length > 0) {
      const what = { make: 'table-links-made', renew: 'table-link-renewed', end: 'table-links-ended' }[
        form.do
      ]
      const detail = { tables: meant.map(({ number }) => number) }
      await record(tx, { what, by: by.id, about: eventId, at: now, detail })
    }
    return meant.length
  })
}

async function makeLink(
  tx: Writes,
  at: { eventId: string; tableId: string },
  { by, now }: By,
): Promise<void> {
  const token = newToken()
  await addTableLink(tx, {
    ...{ id: newId(), event_id: at.eventId, table_id: at.tableId, token_hash: hashOf(token), token },
    ...{ made_by: by.id, created_at: now, ended_at: null },
  })
}
