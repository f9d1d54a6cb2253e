import type { Generated } from 'kysely'
import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Before, After, ChangeKind, Owner } from './change.ts'
import type { RevisionState } from './revision.rules.ts'

export interface RevisionTables {
  revision: {
    id: string
    number: number
    plan_id: string
    /** change: of a plan in force. adoption: of a plan in the making, as a whole. */
    kind: 'change' | 'adoption'
    title: Json<Texts>
    reason: Json<Texts>
    state: RevisionState
    /** Raised by each change of what is proposed: a yes holds for the version that was seen. */
    version: Generated<number>
    /** The party that proposes. */
    party_id: string
    made_by: string
    created_at: Instant
    changed_at: Instant
    proposed_at: Instant | null
    /** The day on which this version was put to the parties; null: a draft, or ended before it was kept. */
    asked_on: string | null
    /** The last day for answers, 'YYYY-MM-DD' where people live, here and below. */
    decide_by: string | null
    ended_at: Instant | null
    ended_on: string | null
    end_reason: Json<Texts>
    replaced_by: string | null
  }
  revision_change: {
    id: string
    revision_id: string
    position: number
    kind: ChangeKind
    commitment_id: string | null
    before: Json<Before>
    after: Json<After>
  }
  revision_answer: {
    revision_id: string
    version: number
    party_id: string
    answer: 'yes' | 'no'
    reason: Json<Texts>
    by_person: string
    as_substitute: number
    at: Instant
  }
  commitment_version: {
    id: string
    commitment_id: string
    /** The first, second, … that it has been. */
    position: number
    /** Null: from before there were revisions. */
    revision_id: string | null
    from_day: string
    /** 1: from that day it is not in the plan any longer. */
    is_removed: number
    title: Json<Texts>
    what: Json<Texts>
    measure: Json<Texts>
    due_on: string
    owners: Json<readonly Owner[]>
  }
  plan_version: {
    id: string
    plan_id: string
    position: number
    revision_id: string | null
    from_day: string
    title: Json<Texts>
    lead: Json<Texts>
    about: Json<Texts>
  }
}
