import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Seated } from '../seating/seat.ts'

/** What the last proposal was worth when it was made. */
export type ProposalReport = Seated['report']

export type ForumFormat = 'roundtable' | 'world-cafe' | 'fishbowl' | 'panel' | 'online'
export type StepKind =
  | 'set-up'
  | 'tables'
  | 'rounds'
  | 'people'
  | 'proposed'
  | 'filled'
  | 'moved'
  | 'swapped'
  | 'locked'
  | 'undone'
  | 'door'
  | 'left'
/** The round, who, and the ids of the tables before and after; null for none. */
export type SeatChange = readonly [number, string, string | null, string | null]
export type WorkKind = 'propose' | 'fill'
export type WorkOutcome = 'kept' | 'outdated' | 'stopped' | 'failed'
export type PartAtTable = 'guest' | 'host' | 'note-taker' | 'interpreter'

/** Tables and rounds of a forum, and who sits where. */
export interface SeatingTables {
  seating: {
    event_id: string
    format: ForumFormat
    seed: Generated<number>
    version: Generated<number>
    proposed_at: Instant | null
    report: Json<ProposalReport> | null
    shown_at: Instant | null
    created_at: Instant
    made_by: string
  }
  forum_round: { event_id: string; number: number; minutes: number; question_id: string | null }
  forum_table: {
    id: string
    event_id: string
    number: number
    name: string | null
    seats: number
    step_free: Generated<number>
    hearing_loop: Generated<number>
    language: Language | null
    online_url: string | null
  }
  seated_person: {
    event_id: string
    sign_up_id: string
    part: PartAtTable
    /** As in 'sv,es'. */
    speaks: Generated<string>
    fixed_table: string | null
    step_free: Generated<number>
    hearing_loop: Generated<number>
    /** As in '1,3'; null for all. */
    rounds: string | null
  }
  table_seat: {
    event_id: string
    round: number
    sign_up_id: string
    table_id: string
    locked: Generated<number>
  }
  /** What changed in each version of a seating. */
  seating_step: {
    event_id: string
    version: number
    kind: StepKind
    at: Instant
    /** Null when somebody gave their seat back. */
    by_person: string | null
    seats: Json<readonly SeatChange[]>
    undoes: number | null
  }
  /** Seats being proposed, or the last time they were. */
  seating_work: {
    event_id: string
    id: string
    kind: WorkKind
    version: number
    seed: number
    by_person: string
    progress: Generated<number>
    begun_at: Instant
    heard_at: Instant
    stop_asked_at: Instant | null
    ended_at: Instant | null
    outcome: WorkOutcome | null
  }
  /** Two keyed checksums of addresses, the smaller first. */
  encounter: { one: string; other: string; times: number; last_on: string }
}
