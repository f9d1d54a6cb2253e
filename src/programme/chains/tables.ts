import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

/** What follows from what. */
export interface ChainTables {
  chain_step: {
    /** That of the event, where it is one. */
    id: string
    event_id: string | null
    kind: 'event' | 'survey'
    title: Json<Texts>
    url: string | null
    /** A date, 'YYYY-MM-DD'; null for an event, which has times of its own. */
    on_date: string | null
    added_by: string
    added_at: Instant
  }
  event_link: { from_step: string; to_step: string; linked_by: string; linked_at: Instant }
}
