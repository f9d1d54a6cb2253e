import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Sector } from '../directory.rules.ts'
import type { CityArea } from './areas.rules.ts'
import type { PartKind, PartnershipForm, PartnershipKind, PartnershipState } from './partnership.rules.ts'

/** How many of a sector do something together about a theme. */
/** A partnership as it was drawn: what says in which room it stands, and who stands around it. */
export interface DrawnHub {
  id: string
  themes: readonly string[]
  members: readonly string[]
}

/** What was drawn: the partnerships, or only how many there are where they are too many. */
export interface Drawn {
  sectors: readonly SectorCount[]
  hubs: readonly DrawnHub[]
}

export interface SectorCount {
  /** The part of the city that it reaches; null for all of it together. */
  area: CityArea | null
  /** '' for what is about no theme. */
  theme_id: string
  sector: Sector
  count: number
}

export type StepKind = 'added' | 'changed' | 'asked' | 'asked-again' | 'lives' | 'ended' | 'unconfirmed'
export type Outcome = 'lives' | 'ended' | 'changed' | 'unconfirmed'

/** Partnerships, processes and networks, what happened with them, and the picture of them all. */
export interface PartnershipTables {
  partnership: {
    id: string
    slug: string
    kind: PartnershipKind
    name: Json<Texts>
    lead: Json<Texts>
    about: Json<Texts>
    part: Json<Texts>
    began_year: number | null
    ended_year: number | null
    position: number
    changed_at: Instant
    state: Generated<PartnershipState>
    form: Generated<PartnershipForm | null>
    part_kind: Generated<PartKind | null>
    /** As much as is known of a day: '2021', '2021-08' or '2021-08-18'. */
    began_on: Generated<string | null>
    ended_on: Generated<string | null>
    agreed_until: Generated<string | null>
    decision_body: Generated<string | null>
    /** A date, 'YYYY-MM-DD'. */
    decision_on: Generated<string | null>
    decision_paragraph: Generated<string | null>
    case_number: Generated<string | null>
    led_to: ColumnType<Texts, string | undefined, string>
    from_event_id: Generated<string | null>
    confirmed_at: Generated<Instant | null>
    /** A date: asked twice in vain, it has not been confirmed since. */
    unconfirmed_since: Generated<string | null>
    search_text: Generated<string>
  }
  partnership_organisation: { partnership_id: string; organisation_id: string }
  partnership_party: { partnership_id: string; party_id: string }
  partnership_area: { partnership_id: string; area: CityArea }
  partnership_goal: { partnership_id: string; goal_id: string }
  partnership_theme: { partnership_id: string; theme_id: string }
  partnership_step: {
    partnership_id: string
    number: number
    kind: StepKind
    at: Instant
    by_person: string | null
    organisation_id: string | null
    party_id: string | null
    before: Json<Record<string, unknown>>
  }
  partnership_asking: {
    id: string
    partnership_id: string
    asked_at: Instant
    asked_again_at: Instant | null
    ended_at: Instant | null
    outcome: Outcome | null
  }
  partnership_link: {
    token_hash: string
    asking_id: string
    organisation_id: string | null
    party_id: string | null
    created_at: Instant
  }
  network_drawing: {
    id: string
    wanted: number
    drawn: number
    drawn_at: Instant | null
    members: Generated<number>
    /** A list of the first alone where it was drawn before hubs were kept. */
    counts: ColumnType<Drawn | SectorCount[], string | undefined, string>
  }
  network_place: {
    node_id: string
    x: number
    y: number
    middle_x: number
    middle_y: number
    narrow_x: number
    narrow_y: number
  }
}
