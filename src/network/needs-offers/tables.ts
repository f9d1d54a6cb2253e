import type { Insertable, Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { EndedBecause, Kind, Side } from './entry.rules.ts'
import type { Said, StepKind } from './answer.rules.ts'

/** What organisations need and can give, what may fit, and what came of it. */
export interface NeedOfferTables {
  need_offer: {
    id: string
    organisation_id: string
    side: Side
    kind: Kind
    words: Json<Texts>
    about: Json<Texts>
    /** The part of the city; null for all of it. */
    place: string | null
    theme_id: string | null
    /** Days where people live, 'YYYY-MM-DD'; both are included. */
    from_day: string
    until_day: string
    /** Whom to ask for: the other side sees it once both said yes. */
    ask_for: string | null
    search_text: string
    written_by: string | null
    written_at: Instant
    changed_at: Instant
    asked_at: Instant | null
    ended_at: Instant | null
    ended_because: EndedBecause | null
    reason: string | null
  }
  need_match: {
    id: string
    need_id: string
    offer_id: string
    points: number
    suggested_at: Instant
    need_said: Said | null
    need_said_at: Instant | null
    need_said_by: string | null
    offer_said: Said | null
    offer_said_at: Instant | null
    offer_said_by: string | null
    introduced_at: Instant | null
    asked_at: Instant | null
  }
  need_match_step: {
    match_id: string
    number: number
    kind: StepKind
    side: Side
    words: string | null
    partnership_id: string | null
    /** The meeting that it became. */
    event_id: string | null
    at: Instant
    by_person: string | null
  }
  need_offer_search: {
    need_id: string
    number: number
    /** Null once it is wiped. */
    words: string | null
    at: Instant
    by_person: string
  }
  need_offer_link: { token_hash: string; organisation_id: string; created_at: Instant }
}

export type EntryRow = Selectable<NeedOfferTables['need_offer']>
export type MatchRow = Selectable<NeedOfferTables['need_match']>
export type NewStep = Insertable<NeedOfferTables['need_match_step']>
