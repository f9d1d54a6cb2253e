import type { DbOf, ReadsOf, WritesOf } from '#platform/handle.ts'
import type { Insertable, Selectable } from 'kysely'
import type { PeopleTables } from '#people/index.ts'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { OrganisationKind, PartnershipKind, Sector } from './directory.rules.ts'

/** What this slice owns; nobody else writes here. */
export interface NetworkTables {
  organisation: {
    id: string
    slug: string
    sector: Sector
    kind: OrganisationKind
    name: Json<Texts>
    about: Json<Texts>
    website: string | null
    place: string | null
    /** An address of its own that everybody may know; never a person's. */
    contact_email: string | null
    party_id: string | null
    created_at: Instant
    changed_at: Instant
    /** The names in all languages as they are searched by, between bars: '|malmo stad|city of malmo|'. */
    search_text: string
  }
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
  }
  partnership_organisation: { partnership_id: string; organisation_id: string }
}

export type Db = DbOf<NetworkTables & PeopleTables & RecordTables>
export type Reads = ReadsOf<NetworkTables & PeopleTables & RecordTables>
export type Writes = WritesOf<NetworkTables & PeopleTables & RecordTables>

export type OrganisationRow = Selectable<NetworkTables['organisation']>
export type PartnershipRow = Selectable<NetworkTables['partnership']>
export type NewOrganisation = Insertable<NetworkTables['organisation']>
export type NewPartnership = Insertable<NetworkTables['partnership']>
