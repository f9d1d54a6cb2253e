import type { Instant } from '#platform/time.ts'
import type { Side } from './arrangers.rules.ts'

/** Who arranges events together, and which of them are recorded. */
export interface ArrangerTables {
  event_arranger: {
    id: string
    event_id: string
    position: number
    /** In the directory; or else the name, and whose side it is on. */
    organisation_id: string | null
    name: string | null
    side: Side | null
  }
  event_recorded: { event_id: string; said_by: string; at: Instant }
}
