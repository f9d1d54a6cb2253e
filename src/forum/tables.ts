import type { DbOf, ReadsOf, TxOf, WritesOf } from '#platform/handle.ts'
import type { Generated } from 'kysely'
import type { NetworkTables } from '#network/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { Json } from '#platform/db.ts'
import type { FileTables } from '#platform/files.ts'
import type { Texts } from '#platform/language.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import type { EncounterTables } from './encounters/tables.ts'
import type { AnswerTables } from './answers/tables.ts'
import type { ForumDayTables } from './forum-day/tables.ts'
import type { HarvestTables } from './harvest/tables.ts'
import type { MapTables } from './map/tables.ts'
import type { ReminderDays } from './minutes/late-notes.rules.ts'
import type { NoteState } from './note.rules.ts'
import type { ReseatingTables } from './reseating/tables.ts'
import type { SeatingTables } from './seating-plan/tables.ts'
import type { StatementTables } from './statements/tables.ts'
import type { TableNoteTables } from './table-notes/tables.ts'
import type { TableQuestionTables } from './table-questions/tables.ts'
import type { YourTablesTables } from './your-tables/tables.ts'

/** What this slice owns; nobody else writes here. */
export interface ForumTables
  extends
    StatementTables,
    MapTables,
    TableQuestionTables,
    SeatingTables,
    YourTablesTables,
    ReseatingTables,
    EncounterTables,
    TableNoteTables,
    ForumDayTables,
    HarvestTables,
    AnswerTables {
  note: {
    id: string
    event_id: string
    said: Json<Texts>
    agreed: Json<Texts>
    written_by: string
    created_at: Instant
    changed_at: Instant
    state: NoteState
    sent_at: Instant | null
    /** How many got it. */
    sent_to: number | null
    not_sent_because: 'nobody-present' | 'written-before' | null
    corrections_until: Instant | null
    approved_at: Instant | null
    published_at: Instant | null
    /** When a name was taken out of it last, after the approval. */
    erased_at: Generated<Instant | null>
  }
  note_approval: { id: string; note_id: string; party_id: string; by_person: string; at: Instant }
  note_link: { token_hash: string; note_id: string; sign_up_id: string; created_at: Instant }
  note_correction: {
    id: string
    note_id: string
    /** Null once the names of those who signed up are forgotten. */
    sign_up_id: string | null
    words: string
    at: Instant
    answer: 'taken-in' | 'not-taken-in' | null
    /** Why it was not taken in. */
    because: string | null
    answered_by: string | null
    answered_at: Instant | null
  }
  note_addition: {
    id: string
    note_id: string
    words: Json<Texts>
    added_by: string
    at: Instant
    erased_at: Generated<Instant | null>
  }
  /** That a name was taken out of approved minutes, and why; never which. */
  note_erasure: { id: string; note_id: string; by_person: string; because: string; at: Instant }
  note_reminder: { event_id: string; days: ReminderDays; at: Instant }
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
}

type AllOfForum = ForumTables &
  ProgrammeTables &
  NetworkTables &
  PeopleTables &
  RecordTables &
  MailTables &
  FileTables &
  LimitTables

export type Db = DbOf<AllOfForum>
/** A transaction that has begun. */
export type Tx = TxOf<AllOfForum>
export type Reads = ReadsOf<AllOfForum>
export type Writes = WritesOf<AllOfForum>
