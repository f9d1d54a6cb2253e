import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

export interface FocusAreaTables {
  focus_proposal: {
    id: string
    year: number
    title: Json<Texts>
    why: Json<Texts>
    state: 'proposed' | 'chosen' | 'not-chosen' | 'withdrawn'
    created_at: Instant
  }
  focus_area: {
    id: string
    plan_id: string
    year: number
    position: number
    title: Json<Texts>
    about: Generated<Json<Texts>>
    proposal_id: string | null
    revision_id: string | null
  }
}
