import { type Instant, plus } from '#platform/time.ts'
import type { Writes } from '../tables.ts'

/** Days that a list waits to be imported, that somebody on it waits to be asked, and that it can be taken back. */
export const keepDays = { waiting: 14, contacts: 30, lines: 365 } as const

/** What nobody needs any longer of lists that were sent in; how many lines they had stays. */
export async function forgetLists(db: Writes, now: Instant): Promise<void> {
  const ago = (days: number): Instant => plus(now, { days: -days })
  await db
    .deleteFrom('list_import')
    .where('state', '=', 'waiting')
    .where('sent_at', '<', ago(keepDays.waiting))
    .execute()
  const importedBefore = (before: Instant, kind?: 'contacts') => {
    const lists = db.selectFrom('list_import').select('id').where('imported_at', '<', before)
    return kind ? lists.where('kind', '=', kind) : lists
  }
  await db
    .updateTable('list_import_line')
    .set({ cells: null, detail: '{}' })
    .where('cells', 'is not', null)
    .where('import_id', 'in', importedBefore(ago(keepDays.contacts), 'contacts'))
    .execute()
  await db
    .deleteFrom('list_import_line')
    .where('import_id', 'in', importedBefore(ago(keepDays.lines)))
    .execute()
}
