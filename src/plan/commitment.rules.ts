import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'

export const commitmentStates = ['not-started', 'under-way', 'done', 'stopped'] as const
export type CommitmentState = (typeof commitmentStates)[number]

/** What pages show: how it stands, or that its date went by while it was still open. */
export type Standing = CommitmentState | 'late'

/** An open commitment is late from the day after it was due, and that is said openly. */
export function standingOf(state: CommitmentState, dueOn: string, today: string): Standing {
  const isOpen = state === 'not-started' || state === 'under-way'
  return isOpen && dueOn < today ? 'late' : state
}

export type CommitRefusal =
  | 'no-plan'
  | 'plan-is-over'
  | 'goal-not-adopted'
  | 'goal-is-closed'
  | 'due-outside-plan'
  | 'already-a-commitment'
  | 'not-handed-over'
  | 'not-accepted'

interface Beginning {
  /** The plan that began last. */
  plan: { starts_on: string; ends_on: string } | undefined
  /** Undefined when the commitment does not come from a recommendation. */
  recommendation: { handed_over_on: string | null; isAccepted: boolean; isInPlan: boolean } | undefined
  today: string
}

/**
 * Something is promised in the plan that is in force. A recommendation becomes one commitment in a plan, and only when
 * its receiver has been handed it, since until then its words may still change, and has said yes to it.
 */
export function refusalToBegin({ plan, recommendation, today }: Beginning): CommitRefusal | null {
  if (!plan) return 'no-plan'
  if (plan.ends_on < today) return 'plan-is-over'
  if (recommendation?.handed_over_on === null) return 'not-handed-over'
  if (recommendation?.isInPlan) return 'already-a-commitment'
  return recommendation?.isAccepted === false ? 'not-accepted' : null
}

interface Promised extends Beginning {
  goal: { adopted_at: Instant | null; closed_at: Instant | null }
  dueOn: string
}

/** A commitment stands under a goal that the parties have adopted, and is to be kept while the plan lasts. */
export function refusalToCommit(promised: Promised): CommitRefusal | null {
  const { plan, goal, dueOn } = promised
  const early = refusalToBegin(promised)
  if (early || !plan) return early
  if (goal.adopted_at === null) return 'goal-not-adopted'
  if (goal.closed_at !== null) return 'goal-is-closed'
  return dueOn < plan.starts_on || dueOn > plan.ends_on ? 'due-outside-plan' : null
}

export type UpdateRefusal =
  | 'taken-out'
  | 'other-partys-commitment'
  | 'stopped-needs-a-reason'
  | 'done-needs-evidence'

interface Reported {
  /** It is not in the plan any longer. */
  isTakenOut: boolean
  /** The party the writer speaks for. */
  partyId: string | undefined
  /** The parties among the owners; none when organisations alone have promised it. */
  owningPartyIds: readonly string[]
  state: CommitmentState
  said: Texts
  /** Whether this update or an earlier one points at something that shows it. */
  hasEvidence: boolean
}

/** Who looks after a commitment: each party after its own, either after what both or organisations have promised. */
export const mayLookAfter = (partyId: string | undefined, owningPartyIds: readonly string[]): boolean =>
  partyId !== undefined && (owningPartyIds.length === 0 || owningPartyIds.includes(partyId))

/**
 * How a commitment stands is said by those who promised it, while it is in the plan. Stopping one takes a reason that everybody can read, and
 * "done" takes something that shows it: an event, material, a partnership, a page elsewhere or a number of a day.
 */
export function refusalToUpdate(reported: Reported): UpdateRefusal | null {
  const { isTakenOut, partyId, owningPartyIds, state, said, hasEvidence } = reported
  if (isTakenOut) return 'taken-out'
  if (!mayLookAfter(partyId, owningPartyIds)) return 'other-partys-commitment'
  if (state === 'stopped' && Object.keys(said).length === 0) return 'stopped-needs-a-reason'
  return state === 'done' && !hasEvidence ? 'done-needs-evidence' : null
}
