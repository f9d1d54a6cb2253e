import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { CardFields, CardKind } from './device.ts'

export type { CardKind } from './device.ts'

/** What became of something that was written on a card; 'held' when the link had ended. */
export type EditOutcome = 'done' | 'merged' | 'beside' | 'same' | 'kept' | 'held'

/** What the tables write down. */
export interface TableNoteTables {
  table_link: {
    id: string
    event_id: string
    table_id: string
    token_hash: string
    /** The link itself, for the sheet on the table; gone when it ends. */
    token: string | null
    made_by: string
    created_at: Instant
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
    /** Whoever took it away: those who read cards need not know. */
    removed_at: Instant | null
    head: string | null
    arrival: Generated<number>
    taken_away_at: Instant | null
    hidden_at: Instant | null
    hidden_because: string | null
  }
  note_card_edit: {
    nonce: string
    event_id: string
    table_id: string
    card_id: string
    arrival: number
    base: string | null
    was: Json<CardFields> | null
    round: number
    kind: CardKind
    words: string
    who_could: string | null
    taken_away: number
    device: string
    at: Instant
    received_at: Instant
    by_link: string | null
    by_person: string | null
    outcome: EditOutcome
  }
  note_beside: {
    nonce: string
    event_id: string
    card_id: string
    why: 'apart' | 'held'
    since: Instant
    settled_at: Instant | null
  }
  note_photo: {
    id: string
    event_id: string
    table_id: string
    round: number
    file_id: string
    width: number
    height: number
    alt: string
    by_link: string | null
    by_person: string | null
    created_at: Instant
    removed_at: Instant | null
  }
}
