import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { OpinionMap } from '../opinion-map/map-shape.ts'
import type { ShownMap } from './shown-map.ts'

/** What the votes show, as it was computed last, and since when everybody sees it. */
export interface MapTables {
  dialogue_map: {
    dialogue_id: string
    computed_at: Instant
    votes: number
    /** With everybody's position in it: never leaves the platform. */
    map: Json<OpinionMap>
    /** How far out each statement stands, by its number: what is wanted of a map whenever somebody votes. */
    extremities: ColumnType<Record<string, number> | null, string | null, string | null>
    /** What may be told of it. */
    draft: Json<ShownMap>
    /** What everybody sees, and of when it is. */
    shown: ColumnType<ShownMap | null, string | null, string | null>
    shown_of: Instant | null
  }
  map_opening: { dialogue_id: string; decided_by: string; decided_at: Instant; at_closing: number }
  map_change: { id: Generated<number>; dialogue_id: string }
  map_drawing: { dialogue_id: string; by_whom: string; until: Instant }
}
