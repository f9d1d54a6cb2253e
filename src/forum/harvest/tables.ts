import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

/** What becomes of the cards after the forum. */
export interface HarvestTables {
  harvest_group: {
    id: string
    event_id: string
    position: number
    title: Json<Texts>
    recommendation_id: string | null
    made_by: string
    created_at: Instant
  }
  harvest_card: { card_id: string; group_id: string; added_at: Instant }
}
