import type { Instant } from '#platform/time.ts'

/** Beside `encounter` itself: what it is kept with, and for whom it is not. */
export interface EncounterTables {
  encounter_key: { id: 'one'; secret: string }
  encounters_added: { event_id: string; added_at: Instant; pairs: number }
  /** Those who do not want it remembered whom they sat with, as keyed checksums. */
  encounter_unwanted: { who: string; since: Instant }
}
