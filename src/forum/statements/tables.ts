import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Capacity } from '#programme/tables.ts'

export type StatementState = 'waiting' | 'shown' | 'turned-down'

/** What people think before a forum: a theme, statements on it, and votes on those. */
export interface StatementTables {
  dialogue: {
    id: string
    event_id: string
    slug: string
    title: Json<Texts>
    lead: Json<Texts>
    made_by: string
    created_at: Instant
    opened_at: Instant | null
    closes_at: Instant
    closed_at: Instant | null
    shown_at: Instant | null
  }
  voter: {
    id: string
    dialogue_id: string
    token_hash: string
    email: string | null
    confirmed_at: Instant | null
    sign_up_id: string | null
    capacity: Capacity | null
    language: Language
    created_at: Instant
    forgotten_at: Generated<Instant | null>
  }
  statement: {
    id: string
    dialogue_id: string
    number: number
    language: Language
    words: string
    translations: Json<Texts>
    is_seed: Generated<number>
    is_meta: Generated<number>
    written_by: string | null
    created_at: Instant
    state: StatementState
    decided_at: Instant | null
    decided_by: string | null
    reason: string | null
  }
  /** Agree 1, pass 0, disagree -1. */
  vote: { statement_id: string; voter_id: string; vote: number; at: Instant }
}
