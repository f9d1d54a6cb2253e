import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { CardKind } from '../table-notes/tables.ts'

/** What becomes of the cards after the forum. */
export interface HarvestTables {
  harvest: { event_id: string; changed_at: Instant }
  harvest_group: {
    id: string
    event_id: string
    position: number
    kind: CardKind
    title: Json<Texts>
    recommendation_id: string | null
    made_by: string
    created_at: Instant
    changed_at: Instant
    erased_at: Instant | null
  }
  harvest_card: {
    card_id: string
    group_id: string
    /** As they were when the card was put into the group. */
    words: string
    who_could: string | null
    added_at: Instant
    erased_at: Instant | null
  }
}
