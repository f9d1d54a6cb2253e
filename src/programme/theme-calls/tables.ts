import type { Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Capacity } from '../capacity.ts'

export type ProposalState = 'waiting' | 'shown' | 'turned-down'

/** What a dialogforum is to be about: who asked for what, and what it became. */
export interface ThemeTables {
  theme_call: {
    id: string
    series_id: string
    event_id: string | null
    /** What the coordinators say of it. */
    words: Json<Texts>
    opens_at: Instant
    closes_at: Instant
    created_by: string
    created_at: Instant
    changed_at: Instant
  }
  theme_proposal: {
    id: string
    call_id: string
    title: string
    why: string
    /** Who could answer the questions in it. */
    who: string
    language: Language
    proposed_at: Instant
    state: ProposalState
    /** Why it was turned down. */
    reason: string | null
    decided_at: Instant | null
    decided_by: string | null
  }
  /** Whoever made a proposal, or seconds one. */
  theme_support: {
    id: string
    proposal_id: string
    kind: 'proposed' | 'seconded'
    /** null once it is forgotten. */
    email: string | null
    capacity: Capacity
    language: Language
    /** 1 for whoever wishes to be told which theme it became. */
    wants_news: number
    asked_at: Instant
    /** When the owner of the address said that it was them; it counts from then. */
    confirmed_at: Instant | null
    token_hash: string | null
    forgotten_at: Instant | null
  }
  theme_decision: {
    call_id: string
    theme: Json<Texts>
    proposal_id: string | null
    reason: Json<Texts>
    /** So many people had proposed or seconded something. */
    people: number
    decided_at: Instant
  }
  /** Which parties stand behind the theme; whoever set it is the first. */
  theme_backing: { call_id: string; party_id: string; person_id: string; at: Instant }
}

export type CallRow = Selectable<ThemeTables['theme_call']>
export type SupportRow = Selectable<ThemeTables['theme_support']>
