import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Answer, JointKind, JointState } from './joint-decision.rules.ts'

export interface JointDecisionTables {
  /** Done once every party that is joined that day has said yes. */
  joint_decision: {
    id: string
    kind: JointKind
    about_id: string
    /** What is decided, as everybody who answers reads it. */
    what: Json<Record<string, unknown>>
    reason: Json<Texts>
    state: JointState
    /** The party that asks. */
    party_id: string
    /** Null: signed on paper, before any version of the agreement stood here. */
    made_by: string | null
    made_at: Instant
    ended_at: Instant | null
    ended_on: string | null
  }
  joint_answer: {
    decision_id: string
    party_id: string
    answer: Answer
    reason: Json<Texts>
    by_person: string | null
    as_substitute: number
    at: Instant
  }
}
