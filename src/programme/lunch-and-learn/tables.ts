import type { Generated, Insertable, Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

export type NeedState =
  | 'new'
  | 'open'
  | 'joined'
  | 'matched'
  | 'planned'
  | 'met'
  | 'answered'
  | 'turned-down'
  | 'withdrawn'

export type OfferState = 'new' | 'open' | 'turned-down' | 'withdrawn'

/** Needs, who stands behind them, who would speak about them, and the lunches they became. */
export interface LunchTables {
  lunch_need: {
    id: string
    number: number
    state: Generated<NeedState>
    /** What it was written in; the words in other languages are the office's. */
    language: Language
    words: Json<Texts>
    why: string | null
    organisation_id: string | null
    organisation_name: string | null
    handed_in_at: Instant
    /** A date, 'YYYY-MM-DD'. */
    answer_due_on: string
    opened_at: Generated<Instant | null>
    /** The need that it is joined with, and shares its way. */
    into_id: Generated<string | null>
    ended_at: Generated<Instant | null>
  }
  lunch_voice: {
    id: string
    need_id: string
    kind: 'asked' | 'seconded'
    address_key: string | null
    /** Null for those who are not to be told. */
    email: string | null
    language: Language
    organisation_key: string | null
    said_at: Instant
    confirmed_at: Instant | null
    left_at: Instant | null
    forgotten_at: Instant | null
  }
  lunch_offer: {
    id: string
    /** The need it is about; null for a topic of their own. */
    need_id: string | null
    language: Language
    topic: string
    about: string | null
    organisation_id: string | null
    organisation_name: string | null
    email: string | null
    handed_in_at: Instant
    confirmed_at: Instant | null
    state: Generated<OfferState>
    decided_at: Instant | null
    decided_by: string | null
    reason: Json<Texts | null> | null
    forgotten_at: Instant | null
  }
  lunch_link: { token_hash: string; voice_id: string | null; offer_id: string | null; created_at: Instant }
  lunch_need_step: {
    need_id: string
    number: number
    state: Exclude<NeedState, 'new'>
    at: Instant
    by_person: string | null
    words: Json<Texts | null> | null
    into_id: string | null
    offer_id: string | null
    event_id: string | null
  }
  lunch: {
    event_id: string
    need_id: string
    offer_id: string
    partner_id: string | null
    partner_name: string | null
    made_by: string
    made_at: Instant
  }
}

export type NeedRow = Selectable<LunchTables['lunch_need']>
export type VoiceRow = Selectable<LunchTables['lunch_voice']>
export type OfferRow = Selectable<LunchTables['lunch_offer']>
export type NewVoice = Insertable<LunchTables['lunch_voice']>
export type NewOffer = Insertable<LunchTables['lunch_offer']>
