import type { Kysely } from 'kysely'
import type { NetworkTables } from '#network/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import type { AnswerKind } from './recommendation.rules.ts'

/** What this slice owns; nobody else writes here. */
export interface ForumTables {
  note: {
    id: string
    event_id: string
    said: Json<Texts>
    agreed: Json<Texts>
    written_by: string
    created_at: Instant
    changed_at: Instant
    published_at: Instant | null
  }
  recommendation: {
    id: string
    event_id: string
    number: number
    text: Json<Texts>
    receiver_organisation_id: string | null
    receiver_name: string | null
    written_by: string
    created_at: Instant
    /** Calendar dates where people live, 'YYYY-MM-DD'. */
    handed_over_on: string | null
    answer_due_on: string | null
  }
  recommendation_counter: { id: 'one'; last_number: number }
  answer: {
    id: string
    recommendation_id: string
    kind: AnswerKind
    words: Json<Texts>
    answered_on: string
    recorded_by: string
    recorded_at: Instant
  }
}

type Tables = ForumTables & ProgrammeTables & NetworkTables & PeopleTables & RecordTables

export type Db = Kysely<Tables>
export type Reads = Pick<Db, 'selectFrom'>
export type Writes = Pick<Db, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'>
