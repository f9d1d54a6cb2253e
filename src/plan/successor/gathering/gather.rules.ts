import type { Texts } from '#platform/language.ts'

export const sourceKinds = ['recommendation', 'report', 'focus', 'theme', 'need'] as const
/** Where something that others gave comes from. */
export type SourceKind = (typeof sourceKinds)[number]

export const gatherOutcomes = ['commitment', 'words', 'laid-aside'] as const
export type GatherOutcome = (typeof gatherOutcomes)[number]

export type GatherRefusal = 'proposed' | 'adopted' | 'needs-a-reason' | 'decided-already'

interface Deciding {
  state: 'making' | 'proposed' | 'adopted'
  outcome: GatherOutcome
  reason: Texts
  /** What was decided before. */
  before: GatherOutcome | null
}

/** Nothing that somebody gave is put aside without a reason; what became a commitment stays one until that is taken out. */
export function refusalToGather({ state, outcome, reason, before }: Deciding): GatherRefusal | null {
  if (state !== 'making') return state
  if (before === 'commitment') return 'decided-already'
  return outcome === 'laid-aside' && Object.keys(reason).length === 0 ? 'needs-a-reason' : null
}
