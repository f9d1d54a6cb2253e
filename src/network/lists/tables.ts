import type { ColumnType, Insertable, Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Encoding } from '#platform/decode.ts'
import type { Delimiter } from '#platform/read-csv.ts'
import type { Instant } from '#platform/time.ts'
import type { Detail, Listed, Outcome } from './judgement.rules.ts'

export type ListKind = 'organisations' | 'contacts'
export type StaysWhy = 'changed' | 'used' | 'joined' | 'invited' | 'name-taken'

export interface ListTables {
  list_import: {
    id: string
    kind: ListKind
    state: 'waiting' | 'imported' | 'undone'
    file_name: string
    encoding: Encoding
    delimiter: Delimiter
    /** Headings that say nothing to us. */
    ignored: ColumnType<readonly string[], string | undefined, string>
    judged: string
    sent_at: Instant
    sent_by: string
    imported_at: Instant | null
    imported_by: string | null
    undone_at: Instant | null
    undone_by: string | null
    counts: ColumnType<Readonly<Record<string, number>>, string | undefined, string>
  }
  list_import_line: {
    /** What a line makes has the line's id. */
    id: string
    import_id: string
    line: number
    /** Null once it is forgotten. */
    cells: ColumnType<Listed | null, string | null, string | null>
    outcome: Outcome
    organisation_id: string | null
    detail: Json<Detail>
    choice: 'new' | 'same' | 'leave' | null
    done: 'added' | 'changed' | 'listed' | 'invited' | 'nothing' | null
    undone: 'taken-back' | 'stays' | null
    stays_why: StaysWhy | null
  }
}

export type ImportRow = Selectable<ListTables['list_import']>
export type LineRow = Selectable<ListTables['list_import_line']>
export type NewLine = Insertable<ListTables['list_import_line']>
