import type { Kysely, Selectable } from 'kysely'
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

export type Db = Kysely<AboutTables & RecordTables>
export type Reads = Pick<Db, 'selectFrom'>
export type Writes = Pick<Db, 'selectFrom' | 'insertInto' | 'updateTable'>

export type PageRow = Selectable<AboutTables['page']>
