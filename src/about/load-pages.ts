import { readContent } from '#platform/content.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import { addPage } from './pages.sql.ts'
import type { Writes } from './tables.ts'

/** Loads content/pages/ once; a page that is there already is the coordinators' own and stays as it is. */
export async function loadPages(tx: Writes, now: Instant): Promise<void> {
  for (const entry of readContent('pages')) {
    const title = entry.texts('title')
    const texts = {
      title,
      lead: entry.texts('lead'),
      body: entry.body,
      menu: { ...title, ...entry.texts('menu') },
    }
    const position = Number(entry.one('position') ?? 0)
    await addPage(tx, { id: newId(), key: entry.key, position, changed_at: now, texts })
  }
}
