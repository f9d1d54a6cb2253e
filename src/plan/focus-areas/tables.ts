import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

export interface FocusAreaTables {
  focus_call: {
    id: string
    year: number
    words: Json<Texts>
    /** Calendar dates where people live, 'YYYY-MM-DD'; both belong to it. */
    opens_on: string
    closes_on: string
    made_by: string
    made_at: Instant
  }
  focus_proposal: {
    id: string
    year: number
    title: Json<Texts>
    why: Json<Texts>
    organisation_name: Generated<string | null>
    state: 'proposed' | 'chosen' | 'not-chosen' | 'withdrawn'
    /** Why it was not chosen. */
    reason: ColumnType<Texts, string | undefined, string>
    created_at: Instant
  }
  focus_submission: {
    id: string
    call_id: string
    title: string
    why: string
    language: Language
    organisation_name: string | null
    /** Null once it is forgotten. */
    email: string | null
    token_hash: string | null
    sent_at: Instant
    confirmed_at: Instant | null
    state: 'waiting' | 'shown' | 'turned-down'
    reason: string | null
    decided_by: string | null
    told_at: Instant | null
    forgotten_at: Instant | null
  }
  focus_support: {
    id: string
    proposal_id: string
    /** A checksum of the address, so that nobody counts twice. */
    address_key: string
    token_hash: string | null
    asked_at: Instant
    confirmed_at: Instant | null
  }
  focus_source: { proposal_id: string; kind: SourceKind; thing_id: string }
  focus_link: {
    proposal_id: string
    kind: 'event' | 'commitment'
    thing_id: string
    linked_by: string
    linked_at: Instant
  }
  focus_area: {
    id: string
    plan_id: string
    year: number
    position: number
    title: Json<Texts>
    about: Json<Texts>
    proposal_id: string | null
    revision_id: string | null
  }
}

export type SourceKind = 'need' | 'theme' | 'event' | 'recommendation'
