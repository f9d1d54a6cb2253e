import type { Generated } from 'kysely'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

/** What the wall screen shows. */
export type Showing = 'now' | 'cards' | 'commitments'

/** The day itself. */
export interface ForumDayTables {
  forum_day: { event_id: string; version: number; showing: Generated<Showing>; changed_at: Instant }
  round_run: {
    event_id: string
    round: number
    started_at: Instant
    ends_at: Instant
    ended_at: Instant | null
    paused_at: Generated<Instant | null>
    started_by: string | null
  }
  day_step: {
    event_id: string
    number: number
    round: number | null
    item_id: string | null
    started_at: Instant
    ends_at: Instant | null
  }
  wall_link: {
    id: string
    event_id: string
    token_hash: string
    label: string
    made_by: string
    created_at: Instant
    until: Instant
    ended_at: Instant | null
  }
  personal_commitment: {
    id: string
    event_id: string
    sign_up_id: string | null
    /** Null once it is forgotten. */
    words: string | null
    language: Language
    name: string | null
    shown_at: Instant | null
    hidden_at: Instant | null
    email: string | null
    /** A calendar date where people live. */
    remind_on: string | null
    confirmed_at: Instant | null
    reminded_at: Instant | null
    token_hash: string
    created_at: Instant
    forgotten_at: Instant | null
  }
}
