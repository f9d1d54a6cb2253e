import { readContent } from '#platform/content.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import { addPage } from './pages.sql.ts'
import type { Writes } from './tables.ts'

/** Brings content/pages/ into an empty database, once; from then on the pages are edited on the platform. */
export async function loadPages(tx: Writes, now: Instant): Promise<void> {
  for (const entry of readContent('pages')) {
    await addPage(tx, {
      id: newId(),
      key: entry.key,
      title: entry.texts('title'),
      lead: entry.texts('lead'),
      menu: entry.texts('menu'),
      body: entry.body,
      position: Number(entry.one('position')),
      changed_at: now,
    })
  }
}
