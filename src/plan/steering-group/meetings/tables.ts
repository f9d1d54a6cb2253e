import type { Selectable } from 'kysely'
import type { NoteState } from '#forum/index.ts'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { AboutKind } from './about.rules.ts'

export interface MeetingTables {
  steering_meeting: {
    id: string
    /** Who called it: the parties take turns. */
    party_id: string
    starts_at: Instant
    ends_at: Instant
    place: string | null
    cancelled_at: Instant | null
    cancel_reason: Json<Texts>
    changed_by: string
    created_at: Instant
    changed_at: Instant
    /** Null: nothing is written yet. */
    state: NoteState | null
    said: Json<Texts>
    said_changed_at: Instant | null
    sent_at: Instant | null
    sent_to: number | null
    corrections_until: Instant | null
    approved_at: Instant | null
    published_at: Instant | null
  }
  steering_present: { meeting_id: string; term_id: string }
  steering_item: {
    id: string
    meeting_id: string
    position: number
    title: Json<Texts>
    about_kind: AboutKind | null
    about_id: string | null
    created_at: Instant
  }
  steering_decision: {
    id: string
    meeting_id: string
    item_id: string | null
    /** Its paragraph, counted within the meeting. */
    number: number
    words: Json<Texts>
    about_kind: AboutKind | null
    about_id: string | null
    written_by: string
    written_at: Instant
  }
  /** What the group recommends of a year's proposals, in its order; null: weighed and not recommended. */
  focus_weighing: { item_id: string; proposal_id: string; place: number | null }
  steering_approval: { meeting_id: string; party_id: string; by_person: string; at: Instant }
  steering_correction: {
    id: string
    meeting_id: string
    term_id: string
    words: string
    at: Instant
    answer: 'taken-in' | 'not-taken-in' | null
    because: string | null
    answered_by: string | null
    answered_at: Instant | null
  }
  steering_told: {
    meeting_id: string
    kind: 'called' | 'reminded'
    starts_at: Instant
    at: Instant
  }
}

export type MeetingRow = Selectable<MeetingTables['steering_meeting']>
export type ItemRow = Selectable<MeetingTables['steering_item']>
export type DecisionRow = Selectable<MeetingTables['steering_decision']>
