import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Capacity } from './capacity.ts'

/**
 * held: a seat that waits for its address to be confirmed. seat. waiting: on the waiting list. offered: a seat that
 * somebody on the waiting list may still take. cancelled: over. Held, offered and seat each take a seat.
 */
export type SignUpState = 'held' | 'seat' | 'waiting' | 'offered' | 'cancelled'

/** Why a sign-up is over. given-back-by-group: by whoever brought this person along. */
export type EndedBecause =
  | 'given-back'
  | 'given-back-by-group'
  | 'not-confirmed'
  | 'offer-declined'
  | 'offer-expired'

/** The colour and shape by which a series is known in every picture and list. */
export type SeriesMark = 'brick' | 'blue' | 'sun' | 'green' | 'plum' | 'slate'

/** Events, and who signed up for them. */
export interface EventTables {
  series: {
    id: string
    key: string
    name: Json<Texts>
    lead: Json<Texts>
    about: Json<Texts>
    audience: Json<Texts>
    /** So many days before an event its invitation goes out. */
    lead_days: Generated<number>
    mark: SeriesMark
    position: number
  }
  event: {
    id: string
    slug: string
    series_id: string
    title: Json<Texts>
    lead: Json<Texts>
    body: Json<Texts>
    audience: Json<Texts>
    place_name: string | null
    address: string | null
    access: Json<Texts>
    online_url: string | null
    /** Languages spoken, as in 'sv,es'. */
    spoken: string
    doors_at: Instant | null
    starts_at: Instant
    ends_at: Instant
    sign_up_closes_at: Instant
    capacity: number
    /** Kept by the database, which counts sign-ups with a seat. */
    seats_taken: Generated<number>
    /** Kept by the database too: seats kept for a sector that nobody of it has taken yet. */
    seats_kept: Generated<number>
    /** So many of the capacity are beyond what the room holds. */
    over_invited: Generated<number>
    /** So many seats one organisation may have while seats are kept; null for any number. */
    organisation_max: number | null
    /** Until then seats are kept for sectors; null when none are. */
    kept_until: Instant | null
    released_at: Instant | null
    sequence: Generated<number>
    created_at: Instant
    changed_at: Instant
    published_at: Instant | null
    cancelled_at: Instant | null
    cancel_reason: Json<Texts>
    /** The names of its arrangers as they were called when they were written down. */
    arranged_by: ColumnType<Texts, string | undefined, string>
  }
  event_organiser: { event_id: string; person_id: string }
  event_sector: { event_id: string; capacity: Capacity; kept: Generated<number>; taken: Generated<number> }
  sign_up: {
    id: string
    event_id: string
    /** The sign-up of whoever brought this person along. */
    brought_by: string | null
    email: string | null
    name: string
    /** 0 while nobody has said who comes along: then the name is that of whoever brings them. */
    named: Generated<number>
    search_text: string
    capacity: Capacity
    organisation_id: string | null
    organisation_name: string | null
    language: Language
    state: SignUpState
    queued_at: Instant
    confirmed_at: Instant | null
    /** The end of a held or an offered seat. */
    held_until: Instant | null
    sequence: Generated<number>
    /** 1 when the person was written up at the door. */
    walk_in: Generated<number>
    checked_in_at: Instant | null
    cancelled_at: Instant | null
    ended_because: EndedBecause | null
    /** Since then the row says nothing of who it was. */
    forgotten_at: Generated<Instant | null>
  }
  queue_move: {
    id: string
    event_id: string
    sign_up_id: string
    /** Put before this one; null for last. */
    before_id: string | null
    by_person: string
    reason: string
    at: Instant
    /** The places before and after, on the list as it was then; moves of long ago say nothing of it. */
    from_place: Generated<number | null>
    to_place: Generated<number | null>
  }
  sign_up_need: {
    sign_up_id: string
    access: string | null
    interpretation: string | null
    diet: string | null
    /** A date, 'YYYY-MM-DD'. */
    wipe_on: string
  }
  personal_link: { token_hash: string; sign_up_id: string; created_at: Instant }
}
