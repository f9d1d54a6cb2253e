import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

export type CardKind = 'insight' | 'disagreement' | 'proposal' | 'open-question'

/** What the tables write down. */
export interface TableNoteTables {
  table_link: {
    id: string
    event_id: string
    table_id: string
    token_hash: string
    made_by: string
    created_at: Instant
    until: Instant
    ended_at: Instant | null
  }
  note_card: {
    id: string
    event_id: string
    table_id: string
    round: number
    kind: CardKind
    words: string
    who_could: string | null
    language: Language
    created_at: Instant
    changed_at: Instant
    removed_at: Instant | null
  }
}
