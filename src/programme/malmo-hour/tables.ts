import type { Language } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { ProposalKind, ProposalState } from './proposal.rules.ts'
import type { Because, TurnKind } from './turns.rules.ts'

/** Who presents at the Malmö Hour, and when. */
export interface MalmoHourTables {
  hour_side: { party_id: string; head_start: number; since: Instant }
  hour_slot: {
    id: string
    event_id: string
    position: number
    minutes: number
    created_at: Instant
    removed_at: Instant | null
  }
  /** Appended to, never changed. */
  hour_turn: {
    number: number
    kind: TurnKind
    slot_id: string
    party_id: string
    because: Because | null
    other_party_id: string | null
    reason: string | null
    swap_id: string | null
    by_person: string
    at: Instant
  }
  hour_swap: {
    id: string
    slot_id: string
    party_id: string
    other_slot_id: string
    other_party_id: string
    reason: string
    asked_by: string
    asked_at: Instant
    answer: 'yes' | 'no' | 'withdrawn' | null
    because: string | null
    answered_by: string | null
    answered_at: Instant | null
  }
  hour_proposal: {
    id: string
    party_id: string
    kind: ProposalKind
    language: Language
    title: string
    learn: string
    url: string | null
    presenter: string
    email: string | null
    state: ProposalState
    asked_at: Instant
    confirmed_at: Instant | null
    decided_at: Instant | null
    decided_by: string | null
    because: string | null
    slot_id: string | null
    scheduled_at: Instant | null
    withdrawn_at: Instant | null
    forgotten_at: Instant | null
  }
  hour_proposal_link: { token_hash: string; proposal_id: string; created_at: Instant }
}
