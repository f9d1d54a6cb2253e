import type { DbOf, ReadsOf, TxOf, WritesOf } from '#platform/handle.ts'
import type { Generated, Selectable } from 'kysely'
import type { ForumTables } from '#forum/tables.ts'
import type { NetworkTables } from '#network/tables.ts'
import type { PartnerTables } from '#partners/tables.ts'
import type { PeopleTables } from '#people/tables.ts'
import type { Json } from '#platform/db.ts'
import type { FileTables } from '#platform/files.ts'
import type { Texts } from '#platform/language.ts'
import type { LimitTables } from '#platform/limits.ts'
import type { MailTables } from '#platform/mail/index.ts'
import type { RecordTables } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import type { AgreementTables } from './agreement/tables.ts'
import type { CommitmentState } from './commitment.rules.ts'
import type { EvidenceTables } from './evidence/tables.ts'
import type { FocusAreaTables, SourceKind } from './focus-areas/tables.ts'
import type { GoalTables } from './goals/tables.ts'
import type { SurveyTables } from './principles-survey/tables.ts'
import type { RevisionTables } from './revisions/tables.ts'
import type { SteeringTables } from './steering-group/tables.ts'
import type { YearReportTables } from './year-report/tables.ts'
import type { SuccessorTables } from './successor/tables.ts'

export type { SourceKind }

export type { RevisionTables }

/** What this slice owns; nobody else writes here. */
export interface PlanTables
  extends
    RevisionTables,
    FocusAreaTables,
    YearReportTables,
    SurveyTables,
    SuccessorTables,
    EvidenceTables,
    SteeringTables,
    AgreementTables,
    GoalTables {
  agreement: {
    id: string
    title: Json<Texts>
    vision: Json<Texts>
    about: Json<Texts>
    /** Calendar dates where people live, 'YYYY-MM-DD', here and below. */
    adopted_on: string
  }
  principle: {
    id: string
    agreement_id: string
    key: string
    name: Json<Texts>
    about: Json<Texts>
    position: number
  }
  goal: {
    id: string
    agreement_id: string
    number: number
    title: Json<Texts>
    about: Json<Texts>
    /** Null: a draft. The database keeps an adopted goal as it is. */
    adopted_at: Instant | null
    closed_at: Instant | null
    close_reason: Json<Texts>
  }
  goal_sdg: { goal_id: string; sdg: number }
  goal_domain: { goal_id: string; domain: number }
  plan: {
    id: string
    agreement_id: string
    /** Its place in addresses: '2022-2026'. */
    slug: string
    title: Json<Texts>
    lead: Json<Texts>
    about: Json<Texts>
    starts_on: string
    ends_on: string
    /** Null: a plan in the making. In force from its first day once all parties have adopted it. */
    adopted_on: Generated<string | null>
  }
  commitment: {
    id: string
    number: number
    plan_id: string
    goal_id: string
    recommendation_id: string | null
    /** The commitment of an earlier plan that it carries on. */
    carried_from: Generated<string | null>
    title: Json<Texts>
    what: Json<Texts>
    /** How we will know that it is done. */
    measure: Json<Texts>
    due_on: string
    created_at: Instant
    created_by: string
  }
  commitment_owner: {
    commitment_id: string
    position: number
    party_id: string | null
    organisation_id: string | null
  }
  commitment_update: {
    id: string
    commitment_id: string
    at: Instant
    state: CommitmentState
    said: Json<Texts>
    evidence_url: string | null
    by_person: string
  }
}

type Tables = PlanTables &
  ForumTables &
  ProgrammeTables &
  NetworkTables &
  PartnerTables &
  PeopleTables &
  RecordTables &
  FileTables &
  LimitTables &
  MailTables

export type Db = DbOf<Tables>
/** A transaction that has begun. */
export type Tx = TxOf<Tables>
export type Reads = ReadsOf<Tables>
export type Writes = WritesOf<Tables>

export type Plan = Selectable<PlanTables['plan']>
export type Agreement = Selectable<PlanTables['agreement']>
