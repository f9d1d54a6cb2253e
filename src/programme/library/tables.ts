import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { MaterialKind } from '../materials/material.rules.ts'

/** What events are about, everything that is left of them, and how often it was opened. */
export interface LibraryTables {
  theme: {
    id: string
    slug: string
    name: Json<Texts>
    about: Json<Texts>
    created_at: Instant
    changed_at: Instant
    /** Since then it is not offered any more. */
    ended_at: Instant | null
  }
  event_theme: {
    event_id: string
    theme_id: string
    /** Kept by the database: when the event begins. */
    starts_at: Generated<Instant | null>
  }
  /** The words a material is found by, and its languages as '=sv'. */
  material_word: { word: string; material_id: string }
  /** Kept by the database: what everybody may see. */
  library_item: {
    material_id: string
    event_id: string | null
    series_id: string
    kind: MaterialKind
    languages: string
    happened_at: Instant
    search_text: string
  }
  material_opened: { material_id: string; day: string; count: number }
  /** Kept by the database: the sums of the days. */
  material_used: { material_id: string; year: number; count: number }
}
