import type { Texts } from '#platform/language.ts'

export type ChangeKind =
  | 'plan-words'
  | 'add-commitment'
  | 'change-commitment'
  | 'remove-commitment'
  | 'focus-areas'

export type Owner = { party: string } | { organisation: string }

export const ownerId = (owner: Owner): string => ('party' in owner ? owner.party : owner.organisation)

/** What a commitment says; the shape of `before` and `after` where a change is about one. */
export interface CommitmentWords {
  title: Texts
  what: Texts
  measure: Texts
  due_on: string
  owners: readonly Owner[]
}

/** A new one stands under a goal, and may come from a recommendation or carry on one of an earlier plan. */
export interface NewCommitmentWords extends CommitmentWords {
  goal_id: string
  recommendation_id: string | null
  carried_from: string | null
}

export interface PlanWords {
  title: Texts
  lead: Texts
  about: Texts
}

/** The focus areas of a year, all of them, in their order. */
export interface FocusAreas {
  year: number
  areas: readonly { title: Texts; about: Texts; proposal_id: string | null }[]
}

/** Nothing, where something is added. */
export type Before = Record<string, never> | CommitmentWords | PlanWords | FocusAreas
/** Nothing, where something is taken out. */
export type After = Record<string, never> | NewCommitmentWords | CommitmentWords | PlanWords | FocusAreas

/** What somebody proposes, before it is compared with what stands in the plan. */
export type ChangeInput =
  | { kind: 'plan-words'; after: PlanWords }
  | { kind: 'add-commitment'; commitment_id: string; after: NewCommitmentWords }
  | { kind: 'change-commitment'; commitment_id: string; after: CommitmentWords }
  | { kind: 'remove-commitment'; commitment_id: string }
  | { kind: 'focus-areas'; after: FocusAreas }

/** The same with what stood there when it was written down. */
export type Change = { id: string; position: number } & (
  | { kind: 'plan-words'; before: PlanWords; after: PlanWords }
  | { kind: 'add-commitment'; commitment_id: string; after: NewCommitmentWords }
  | { kind: 'change-commitment'; commitment_id: string; before: CommitmentWords; after: CommitmentWords }
  | { kind: 'remove-commitment'; commitment_id: string; before: CommitmentWords }
  | { kind: 'focus-areas'; before: FocusAreas; after: FocusAreas }
)
