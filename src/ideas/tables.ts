import type { DbOf, ReadsOf, TxOf, WritesOf } from '#platform/handle.ts'
import type { Generated, Insertable, Selectable } from 'kysely'
import type { ForumTables } from '#forum/tables.ts'
import type { NetworkTables } from '#network/tables.ts'
import type { PartnerTables } from '#partners/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { PlanTables } from '#plan/tables.ts'
import type { Json } from '#platform/db.ts'
import type { FileTables } from '#platform/files.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import type { HeldFor } from './held.rules.ts'
import type { IdeaState, Standing } from './idea.rules.ts'
import type { LedToKind } from './led-to.rules.ts'
import type { DecisionKind, RefusalReason, ReportReason } from './moderation.rules.ts'

export type StepKind = Exclude<IdeaState, 'received'> | 'joined' | 'parted'

/** Ideas, who stands behind them, what was decided about them and what they became. */
export interface IdeaTables {
  idea_promise: { id: string; working_days: number; since: Instant; set_by: string | null }
  idea: {
    id: string
    number: number
    standing: Generated<Standing>
    state: Generated<IdeaState>
    /** What it was written in; nobody changes the words. */
    language: Language
    what: string
    why: string
    place: string | null
    /** Only where whoever wrote it wants to be named. */
    author_name: string | null
    search_text: string
    text_key: string
    file_id: string | null
    picture_width: number | null
    picture_height: number | null
    held_for: HeldFor | null
    theme_id: string | null
    handed_in_at: Instant
    confirmed_at: Instant | null
    promised_days: number | null
    /** A date, 'YYYY-MM-DD'. */
    answer_due_on: string | null
    shown_at: Generated<Instant | null>
    answered_at: Generated<Instant | null>
    /** Working days until it was answered; counted when it is. */
    answer_days: Generated<number | null>
    answered_late: Generated<number | null>
    /** The idea that it is joined with, and shares its way. */
    into_id: Generated<string | null>
    assigned_to: string | null
    supporters: Generated<number>
    /** When something last happened that those behind it are told of. */
    news_at: Generated<Instant | null>
    wiped_at: Generated<Instant | null>
  }
  idea_voice: {
    id: string
    idea_id: string
    kind: 'author' | 'supporter'
    address_key: string | null
    /** Null for those who are not to be told. */
    email: string | null
    language: Language
    said_at: Instant
    confirmed_at: Instant | null
    left_at: Instant | null
    told_at: Instant | null
    forgotten_at: Instant | null
    doubled: Generated<number>
  }
  idea_link: { token_hash: string; voice_id: string | null; report_id: string | null; created_at: Instant }
  idea_decision: {
    id: string
    idea_id: string
    number: number
    kind: DecisionKind
    reason: RefusalReason | 'within-rules'
    words: Json<Texts | null> | null
    by_person: string
    party_id: string
    at: Instant
  }
  idea_appeal: {
    decision_id: string
    words: string
    at: Instant
    answered_at: Instant | null
    outcome: 'changed' | 'stands' | null
    answer: Json<Texts | null> | null
    answered_by: string | null
    party_id: string | null
  }
  idea_report: {
    id: string
    idea_id: string
    reason: ReportReason
    words: string | null
    email: string | null
    language: Language
    at: Instant
    confirmed_at: Instant | null
    decision_id: string | null
  }
  idea_step: {
    idea_id: string
    number: number
    kind: StepKind
    at: Instant
    words: Json<Texts | null> | null
    by_person: string | null
    party_id: string | null
    role: string | null
    is_named: Generated<number>
    into_id: string | null
    /** Of an answer: its date, and how many working days it took. */
    answered_on: string | null
    answer_days: number | null
  }
  idea_led_to: {
    idea_id: string
    kind: LedToKind
    target_id: string
    at: Instant
    by_person: string
    /** Since when everybody can come to what it became. */
    event_at: Instant | null
  }
}

type Reach = IdeaTables &
  PeopleTables &
  NetworkTables &
  PartnerTables &
  ProgrammeTables &
  ForumTables &
  PlanTables &
  RecordTables &
  MailTables &
  LimitTables &
  FileTables

export type Db = DbOf<Reach>
export type Tx = TxOf<Reach>
export type Reads = ReadsOf<Reach>
export type Writes = WritesOf<Reach>

export type IdeaRow = Selectable<IdeaTables['idea']>
export type VoiceRow = Selectable<IdeaTables['idea_voice']>
export type NewIdea = Insertable<IdeaTables['idea']>
export type NewVoice = Insertable<IdeaTables['idea_voice']>
