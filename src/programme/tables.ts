import type { Generated, Insertable, Kysely, Selectable } from 'kysely'
import type { NetworkTables } from '#network/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'

/** What somebody takes part as; it belongs to the sign-up, not to the person. */
export type Capacity =
  | 'civil-society'
  | 'elected'
  | 'civil-servant'
  | 'academia'
  | 'business'
  | 'resident'
  | 'other'

export type SignUpState = 'seat' | 'waiting' | 'cancelled'

/** The colour and shape by which a series is known in every picture and list. */
export type SeriesMark = 'brick' | 'blue' | 'sun' | 'green' | 'plum' | 'slate'

/** What this slice owns; nobody else writes here. */
export interface ProgrammeTables {
  series: {
    id: string
    key: string
    name: Json<Texts>
    lead: Json<Texts>
    about: Json<Texts>
    promise: Json<Texts>
    audience: Json<Texts>
    yearly_min: number
    yearly_max: number | null
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
    sequence: Generated<number>
    created_at: Instant
    changed_at: Instant
    published_at: Instant | null
    cancelled_at: Instant | null
    cancel_reason: Json<Texts>
  }
  event_organiser: { event_id: string; person_id: string }
  sign_up: {
    id: string
    event_id: string
    email: string | null
    name: string
    search_text: string
    capacity: Capacity
    organisation_id: string | null
    organisation_name: string | null
    language: Language
    state: SignUpState
    queued_at: Instant
    sequence: Generated<number>
    /** 1 when the person was written up at the door. */
    walk_in: Generated<number>
    checked_in_at: Instant | null
    cancelled_at: Instant | null
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

type Tables = ProgrammeTables & PeopleTables & NetworkTables & RecordTables & MailTables & LimitTables

export type Db = Kysely<Tables>
export type Reads = Pick<Db, 'selectFrom'>
export type Writes = Pick<Db, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'>

export type SeriesRow = Selectable<ProgrammeTables['series']>
export type EventRow = Selectable<ProgrammeTables['event']>
export type NewEvent = Insertable<ProgrammeTables['event']>
export type NewSeries = Insertable<ProgrammeTables['series']>
export type SignUpRow = Selectable<ProgrammeTables['sign_up']>
