import type { Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { MeetingTables } from './meetings/tables.ts'

/** The nomination committee recommends among those who are nominated, and is chosen in the same way. */
export type Body = 'steering-group' | 'nomination-committee'

/** Dates are calendar dates where people live, 'YYYY-MM-DD'. */
export interface SteeringTables extends MeetingTables {
  steering_seat: {
    id: string
    /** Never changes: a seat is one party's for good. */
    party_id: string
    body: Body
    position: number
    category: Json<Texts>
    /** 1: for an elected representative, whose political party is said. */
    is_elected: number
    changed_by: string
    changed_at: Instant
    ended_on: string | null
  }
  seat_term: {
    id: string
    seat_id: string
    kind: 'member' | 'deputy'
    /** Null once it is forgotten; shown only while `consented_at` says so. */
    person_name: string | null
    political_party: string | null
    email: string | null
    language: Language
    starts_on: string
    ends_on: string
    how: 'decision' | 'election' | 'appointment'
    decision_body: Json<Texts>
    decided_on: string | null
    paragraph: string | null
    case_number: string | null
    nomination_id: string | null
    because: Json<Texts>
    filled_by: string
    filled_at: Instant
    filled_on: string
    consented_at: Instant | null
    left_on: string | null
    left_because: Json<Texts>
    left_by: string | null
    left_at: Instant | null
    forgotten_at: Instant | null
  }
  /** What a mailed link of a member leads to. */
  member_link: { token_hash: string; term_id: string; created_at: Instant }
  nomination_call: {
    id: string
    party_id: string
    words: Json<Texts>
    criteria: Json<Texts>
    opens_on: string
    /** The last day. */
    closes_on: string
    election_on: string
    place: string | null
    event_id: string | null
    term_starts_on: string
    term_ends_on: string
    changed_by: string
    created_at: Instant
    changed_at: Instant
    /** What the nomination committee says of its choice. */
    recommendation: Json<Texts>
    recommended_at: Instant | null
    /** What the election meeting decided. */
    result: Json<Texts>
    elected_at: Instant | null
  }
  nomination_call_seat: { call_id: string; seat_id: string }
  nomination: {
    id: string
    call_id: string
    body: Body
    /** Null: any seat of that body. */
    seat_id: string | null
    /** Names and addresses are wiped after the election. */
    nominee_name: string | null
    nominee_email: string | null
    nominee_language: Language
    why: string | null
    language: Language
    nominator_email: string | null
    organisation: string | null
    asked_at: Instant
    asked_on: string
    /** When whoever nominates said that the address is theirs; then the nominee is asked. */
    confirmed_at: Instant | null
    token_hash: string | null
    nominee_token_hash: string | null
    /** Nobody is shown or counted before they have said yes themselves. */
    consented_at: Instant | null
    declined_at: Instant | null
    shows_name: number
    presentation: string | null
    is_recommended: number
    result: 'elected' | 'not-elected' | null
    wiped_at: Instant | null
  }
}

export type SeatRow = Selectable<SteeringTables['steering_seat']>
export type TermRow = Selectable<SteeringTables['seat_term']>
export type CallRow = Selectable<SteeringTables['nomination_call']>
export type NominationRow = Selectable<SteeringTables['nomination']>
