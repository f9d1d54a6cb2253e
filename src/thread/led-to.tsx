import type { Child } from 'hono/jsx'
import type { LedToOf } from '#programme/index.ts'
import { LedTo } from './led-to.page.tsx'
import { countsOfEvents } from './led-to.sql.ts'
import type { Db } from './tables.ts'

/** What events led to, in a line each with the way to the thread; nothing for those that led to nothing yet. */
export const ledToPart =
  (db: Db): LedToOf =>
  async (visit, events) => {
    const ids = events.map(({ id }) => id)
    const counts = ids.length > 0 ? await countsOfEvents(db, ids) : []
    return new Map(
      counts.map(({ event_id, recommendations, answered }): [string, Child] => {
        const slug = events.find(({ id }) => id === event_id)?.slug ?? ''
        return [event_id, <LedTo visit={visit} slug={slug} counts={{ recommendations, answered }} />]
      }),
    )
  }
