import type { Texts } from '#platform/language.ts'

/** What a recommendation has become in the plan. The plan stands above this slice, so it is handed in. */
export interface CommitmentLink {
  title: Texts
  /** The address of its page, without the language: '/plan/commitments/7'. */
  path: string
  /** It is not in the plan any longer, so the recommendation can be promised again. */
  isTakenOut: boolean
}

/** The commitments of some recommendations, by the recommendation's id. */
export type CommitmentOf = (
  recommendationIds: readonly string[],
) => Promise<ReadonlyMap<string, readonly CommitmentLink[]>>

/** Without a plan nothing has become a commitment. */
export const none: CommitmentOf = () => Promise.resolve(new Map())
