import type { DbOf, ReadsOf, TxOf, WritesOf } from '#platform/handle.ts'
import type { Insertable, Selectable } from 'kysely'
import type { PeopleTables } from '#people/index.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { ListTables } from './lists/tables.ts'
import type { NeedOfferTables } from './needs-offers/tables.ts'
import type { OrganisationTables } from './organisations/tables.ts'
import type { PartnershipTables } from './partnerships/tables.ts'

/** What this slice owns; nobody else writes here. */
export type NetworkTables = OrganisationTables & PartnershipTables & NeedOfferTables & ListTables

type Reach = NetworkTables & PeopleTables & RecordTables & MailTables & LimitTables

export type Db = DbOf<Reach>
export type Reads = ReadsOf<Reach>
export type Writes = WritesOf<Reach>
export type Tx = TxOf<Reach>

export type PartnershipRow = Selectable<NetworkTables['partnership']>
export type NewPartnership = Insertable<NetworkTables['partnership']>

export type { AppliedProfile } from './organisations/tables.ts'
