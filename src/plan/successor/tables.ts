import type { Generated, Insertable, Selectable } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Language, Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Owner } from '../revisions/change.ts'
import type { CarryAnswer } from './asking/carry.rules.ts'
import type { CommentState, Outcome } from './consultation/consultation.rules.ts'
import type { Noticed } from './consultation/noticed.rules.ts'
import type { SourceKind } from './gathering/gather.rules.ts'

/** The next plan in the making, from the day it is begun until the parties have adopted it. */
export interface SuccessorTables {
  successor: {
    /** That of the plan. */
    id: string
    after_plan_id: string | null
    title: Json<Texts>
    lead: Json<Texts>
    begun_at: Instant
    begun_by: string
    opens_at: Generated<Instant | null>
    /** The last day for comments, 'YYYY-MM-DD' where people live. */
    last_day: Generated<string | null>
    /** The end of that day. */
    closes_at: Generated<Instant | null>
    revision_id: Generated<string | null>
    told_at: Generated<Instant | null>
  }
  carry_answer: {
    successor_id: string
    commitment_id: string
    /** A party's or an organisation's. */
    owner_id: string
    answer: CarryAnswer
    reason: Json<Texts>
    /** Null: by the mailed link. */
    by_person: string | null
    answered_at: Instant
  }
  carry_ending: {
    successor_id: string
    commitment_id: string
    party_id: string
    reason: Json<Texts>
    by_person: string
    said_at: Instant
  }
  carry_link: {
    token_hash: string
    successor_id: string
    organisation_id: string
    language: Language
    sent_at: Instant
    sent_by: string
  }
  draft_paragraph: {
    id: string
    successor_id: string
    position: number
    words: Json<Texts>
    changed_at: Instant
    removed_at: Generated<Instant | null>
  }
  draft_commitment: {
    id: string
    successor_id: string
    position: number
    goal_id: string
    title: Json<Texts>
    what: Json<Texts>
    measure: Json<Texts>
    due_on: string
    owners: Json<readonly Owner[]>
    recommendation_id: string | null
    carried_from: string | null
    changed_at: Instant
    removed_at: Generated<Instant | null>
  }
  gathered: {
    successor_id: string
    kind: SourceKind
    source_id: string
    outcome: 'commitment' | 'words' | 'laid-aside'
    reason: Json<Texts>
    draft_commitment_id: string | null
    by_person: string
    decided_at: Instant
  }
  consultation_answer: {
    id: string
    successor_id: string
    outcome: Outcome
    words: Json<Texts>
    by_person: string
    answered_at: Instant
  }
  consultation_comment: {
    id: string
    successor_id: string
    paragraph_id: string | null
    commitment_id: string | null
    words: string
    language: Language
    name: string | null
    /** 1 for whoever wants the name to show. */
    shows_name: number
    organisation: string | null
    /** Null once it is forgotten. */
    email: string | null
    token_hash: string | null
    asked_at: Instant
    confirmed_at: Instant | null
    noticed: Noticed | null
    state: Generated<CommentState>
    held_reason: Generated<string | null>
    decided_at: Generated<Instant | null>
    decided_by: Generated<string | null>
    answer_id: Generated<string | null>
    forgotten_at: Generated<Instant | null>
  }
}

export type CommentRow = Selectable<SuccessorTables['consultation_comment']>
export type NewComment = Insertable<SuccessorTables['consultation_comment']>
export type DraftCommitment = Selectable<SuccessorTables['draft_commitment']>
export type DraftParagraph = Selectable<SuccessorTables['draft_paragraph']>
