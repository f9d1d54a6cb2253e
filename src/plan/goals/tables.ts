import type { Json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { CommissionKind } from './commission.rules.ts'

export interface GoalTables {
  /** What the Commission wrote: recommendation, domain, objective, action. */
  commission_item: {
    id: string
    kind: CommissionKind
    code: string
    /** Null where no source says what it stands under. */
    parent_id: string | null
    position: number
    title: Json<Texts>
    /** Where it can be read. */
    source: string
  }
  /** What a goal contributes to, and how in a few words; never how much. */
  goal_objective: { goal_id: string; item_id: string; how: Json<Texts> }
}
