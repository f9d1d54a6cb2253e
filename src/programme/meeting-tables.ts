import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { ItemKind } from './agenda/agenda.rules.ts'
import type { MaterialKind } from './materials/material.rules.ts'

/** What this slice owns beside its events and sign-ups: what happens at an event, and what is left of it. */
export interface MeetingTables {
  speaker: {
    id: string
    event_id: string
    name: string
    organisation: string | null
    role: string | null
    /** For the office alone. */
    email: string | null
    /** When they were known to agree to be named; null until then. */
    consented_at: Instant | null
    created_at: Instant
  }
  programme_item: {
    id: string
    event_id: string
    position: number
    kind: ItemKind
    title: Json<Texts>
    minutes: number
    /** A time of day, 'HH:mm', that it begins at whatever comes before. */
    pinned_to: string | null
    created_at: Instant
  }
  programme_item_speaker: { item_id: string; speaker_id: string }
  material: {
    id: string
    /** Either this or the series. */
    event_id: string | null
    series_id: string | null
    kind: MaterialKind
    title: Json<Texts>
    /** Languages it is in, as in 'sv,es'. */
    languages: string
    /** What helps or hinders, as in 'captions,transcript'. */
    access: string
    access_note: Json<Texts>
    made_by: string | null
    url: string | null
    file_id: string | null
    added_by: string
    created_at: Instant
    changed_at: Instant
    published_at: Instant | null
    /** Its titles, who made it and its event, as they are searched by. */
    search_text: Generated<string>
    /** When those in a recording were known to agree that it is shown; null until then. */
    consented_at: Generated<Instant | null>
  }
  event_change: {
    id: string
    event_id: string
    at: Instant
    by_person: string
    reason: Json<Texts>
    /** What it was before: only what is another now. */
    before: Json<Before>
  }
}

/** What an event was before a change; what did not change is left out. */
export interface Before {
  title?: Texts
  starts_at?: Instant
  ends_at?: Instant
  doors_at?: Instant | null
  place_name?: string | null
  address?: string | null
  /** The address on the net is nobody's but those who have a seat: only that it changed is kept. */
  online?: true
}
