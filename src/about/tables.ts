import type { DbOf, ReadsOf, WritesOf } from '#platform/handle.ts'
import type { Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'

/** What this slice owns; nobody else writes here. */
export interface AboutTables {
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

export type Db = DbOf<AboutTables & RecordTables>
export type Reads = ReadsOf<AboutTables & RecordTables>
export type Writes = WritesOf<AboutTables & RecordTables>

export type PageRow = Selectable<AboutTables['page']>
