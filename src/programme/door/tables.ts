import type { Generated } from 'kysely'
import type { Instant } from '#platform/time.ts'

/** Who may let people in, and what was done at the door. */
export interface DoorTables {
  door_secret: { event_id: string; secret: string }
  steward_link: {
    id: string
    event_id: string
    token_hash: string
    label: string
    /** 1 when the steward may write up walk-ins, and let in those who have no seat. */
    may_write_up: number
    until: Instant
    made_by: string
    created_at: Instant
    ended_at: Instant | null
  }
  door_scan: {
    /** Made by the device, so that what is sent twice counts once. */
    nonce: string
    event_id: string
    /** The order in which they arrived. */
    arrival: number
    sign_up_id: string
    kind: 'in' | 'undo' | 'walk-in'
    device: string
    /** The latest arrival that the sender of an undo had heard of. */
    knew: Generated<number>
    /** When it happened, and when we heard of it. */
    at: Instant
    received_at: Instant
    by_person: string | null
    by_steward: string | null
    outcome: ScanOutcome
  }
  table_number: { sign_up_id: string; label: string }
}

/** What is read and never written. */
export interface DoorViews {
  /** The table that somebody is shown to: from the seating of a forum once it is shown, else as it was written by hand. */
  table_label: { sign_up_id: string; label: string; from_seating: number }
}

/** What became of something done at the door: only what is done changes anything. */
export type ScanOutcome = 'done' | 'no-such-sign-up' | 'not-the-day' | 'not-allowed'
