import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Capacity } from '#programme/tables.ts'

export type StatementState = 'waiting' | 'shown' | 'turned-down'

/** Agree 1, pass 0, disagree -1. */
export type Opinion = 1 | 0 | -1

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
  /** A browser in which somebody takes part; people are those with `merged_into` null. */
  voter: {
    id: string
    dialogue_id: string
    token_hash: string
    email: Generated<string | null>
    confirmed_at: Generated<Instant | null>
    sign_up_id: Generated<string | null>
    capacity: Capacity | null
    /** When they told their sector, or would rather not. */
    sector_asked_at: Generated<Instant | null>
    language: Language
    created_at: Instant
    /** The same person, who holds the votes of both. */
    merged_into: Generated<string | null>
    forgotten_at: Generated<Instant | null>
  }
  /** A mailed link by which the owner of an address says to be this voter. */
  voter_link: {
    token_hash: string
    voter_id: string
    email: string
    created_at: Instant
    used_at: Generated<Instant | null>
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
    /** Null for those that the organisers wrote. */
    written_by: string | null
    created_at: Instant
    state: StatementState
    decided_at: Instant | null
    decided_by: string | null
    reason: string | null
    /** Counted by the database. */
    agrees: Generated<number>
    passes: Generated<number>
    disagrees: Generated<number>
  }
  /** The latest vote of each person on each statement. */
  vote: { statement_id: string; voter_id: string; vote: Opinion; at: Instant }
  /** Every vote there ever was, written by the database: what a table of results with all changes is made from. */
  vote_cast: { id: string; statement_id: string; voter_id: string; vote: Opinion; at: Instant }
}
