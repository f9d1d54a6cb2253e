import type { DbOf, ReadsOf, TxOf, WritesOf } from '#platform/handle.ts'
import type { Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { ContactTables } from './contact/tables.ts'

/** What this slice owns; nobody else writes here. */
export interface AboutTables extends ContactTables {
  page: {
    id: string
    key: string
    title: Json<Texts>
    lead: Json<Texts>
    body: Json<Texts>
    /** Its short name in lists of pages. */
    menu: Json<Texts>
    position: number
    changed_at: Instant
  }
}

type Reach = AboutTables & PeopleTables & RecordTables & MailTables & LimitTables

export type Db = DbOf<Reach>
export type Tx = TxOf<Reach>
export type Reads = ReadsOf<Reach>
export type Writes = WritesOf<Reach>

export type PageRow = Selectable<AboutTables['page']>
