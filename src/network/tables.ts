import type { DbOf, ReadsOf, TxOf, WritesOf } from '#platform/handle.ts'
import type { Insertable, Selectable } from 'kysely'
import type { PeopleTables } from '#people/index.ts'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { OrganisationKind, Sector } from './directory.rules.ts'
import type { PartnershipTables } from './partnerships/tables.ts'

/** What this slice owns; nobody else writes here. */
export interface NetworkTables extends PartnershipTables {
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
}

type Reach = NetworkTables & PeopleTables & RecordTables & MailTables & LimitTables

export type Db = DbOf<Reach>
export type Reads = ReadsOf<Reach>
export type Writes = WritesOf<Reach>
export type Tx = TxOf<Reach>

export type OrganisationRow = Selectable<NetworkTables['organisation']>
export type PartnershipRow = Selectable<NetworkTables['partnership']>
export type NewOrganisation = Insertable<NetworkTables['organisation']>
export type NewPartnership = Insertable<NetworkTables['partnership']>
