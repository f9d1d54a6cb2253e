import type { Json } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { OpinionMap } from '../opinion-map/map-shape.ts'

/** What the votes show, as it was computed last. */
export interface MapTables {
  dialogue_map: { dialogue_id: string; computed_at: Instant; votes: number; map: Json<OpinionMap> }
}
