import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Change, ChangeInput, CommitmentWords, Owner } from './change.ts'

export type Misfit =
  | 'nothing-in-it'
  | 'same-thing-twice'
  | 'nothing-changed'
  | 'plan-is-over'
  | 'plan-not-in-force'
  | 'plan-in-force-already'
  | 'goal-not-adopted'
  | 'goal-is-closed'
  | 'due-outside-plan'
  | 'not-handed-over'
  | 'already-a-commitment'
  | 'carried-on-already'
  | 'not-in-the-plan'
  | 'taken-out-already'
  | 'owner-missing'
  | 'owner-has-left'
  | 'nobody-to-keep-it'
  | 'stood-otherwise'

/** What is so today, for everything that a revision speaks of. */
export interface Facts {
  kind: 'change' | 'adoption'
  plan: { starts_on: string; ends_on: string; adopted_on: string | null }
  parties: readonly string[]
  /** Organisations that are dissolved. */
  ended: ReadonlySet<string>
  goals: ReadonlyMap<string, { adopted_at: Instant | null; closed_at: Instant | null }>
  recommendations: ReadonlyMap<string, { handed_over_on: string | null; isInPlan: boolean }>
  /** Commitments of earlier plans that one of this plan carries on. */
  carried: ReadonlySet<string>
  commitments: ReadonlyMap<string, { isInPlan: boolean; isRemoved: boolean; words: CommitmentWords }>
  today: string
}

/** Whether a revision can come into force as it is written; the first thing that stands in the way. */
export function misfitOf(changes: readonly Change[], facts: Facts): Misfit | null {
  if (changes.length === 0) return 'nothing-in-it'
  const things = changes.flatMap(thingsOf)
  if (new Set(things).size < things.length) return 'same-thing-twice'
  return misfitOfPlan(facts) ?? first(changes, (change) => misfitOfChange(change, facts))
}

const first = (changes: readonly Change[], of: (change: Change) => Misfit | null): Misfit | null =>
  changes.map(of).find((misfit) => misfit !== null) ?? null

function misfitOfPlan({ kind, plan, today }: Facts): Misfit | null {
  if (plan.ends_on < today) return 'plan-is-over'
  if (kind === 'change' && plan.adopted_on === null) return 'plan-not-in-force'
  return kind === 'adoption' && plan.adopted_on !== null ? 'plan-in-force-already' : null
}

function misfitOfChange(change: Change, facts: Facts): Misfit | null {
  switch (change.kind) {
    case 'plan-words':
      return facts.kind === 'change' && isSame(change.before, change.after) ? 'nothing-changed' : null
    case 'focus-areas':
      return isSame(change.before, change.after) ? 'nothing-changed' : null
    case 'add-commitment':
      // A form that is sent once more, after what it proposed came into the plan.
      if (facts.commitments.has(change.commitment_id)) return 'already-a-commitment'
      return misfitOfNew(change.after, facts) ?? misfitOfWords(change.after, facts)
    case 'change-commitment':
      return (
        misfitOfExisting(change, facts) ??
        (isSame(change.before, change.after) ? 'nothing-changed' : misfitOfWords(change.after, facts))
      )
    case 'remove-commitment':
      return misfitOfExisting(change, facts)
  }
}

type New = Extract<Change, { kind: 'add-commitment' }>['after']

/** A commitment stands under a goal that holds; a recommendation, or what it carries on, is in a plan once. */
function misfitOfNew({ goal_id, recommendation_id, carried_from }: New, facts: Facts): Misfit | null {
  const goal = facts.goals.get(goal_id)
  if (!goal || goal.adopted_at === null) return 'goal-not-adopted'
  if (goal.closed_at !== null) return 'goal-is-closed'
  const recommendation = recommendation_id === null ? undefined : facts.recommendations.get(recommendation_id)
  if (recommendation_id !== null && (recommendation?.handed_over_on ?? null) === null)
    return 'not-handed-over'
  if (recommendation?.isInPlan) return 'already-a-commitment'
  return carried_from !== null && facts.carried.has(carried_from) ? 'carried-on-already' : null
}

type Existing = Extract<Change, { kind: 'change-commitment' | 'remove-commitment' }>

/** It is about what stands in this plan now, and in the words that the parties have compared it with. */
function misfitOfExisting({ commitment_id, before }: Existing, { commitments }: Facts): Misfit | null {
  const commitment = commitments.get(commitment_id)
  if (!commitment?.isInPlan) return 'not-in-the-plan'
  if (commitment.isRemoved) return 'taken-out-already'
  return isSame(before, commitment.words) ? null : 'stood-otherwise'
}

/**
 * Due while the plan lasts, and somebody's: nobody promises anything for a party that is not there, and of the
 * organisations one at least is there to keep it.
 */
function misfitOfWords({ due_on, owners }: CommitmentWords, { plan, parties, ended }: Facts): Misfit | null {
  if (due_on < plan.starts_on || due_on > plan.ends_on) return 'due-outside-plan'
  if (owners.length === 0) return 'owner-missing'
  if (owners.some((owner) => 'party' in owner && !parties.includes(owner.party))) return 'owner-has-left'
  const isGone = (owner: Owner): boolean => 'organisation' in owner && ended.has(owner.organisation)
  return owners.every(isGone) ? 'nobody-to-keep-it' : null
}

/** What a change lays its hand on; two revisions that share one of these can't both come into force as they were read. */
export function thingsOf(change: ChangeInput): string[] {
  switch (change.kind) {
    case 'plan-words':
      return ['plan-words']
    case 'focus-areas':
      return [`focus-areas ${change.after.year}`]
    case 'change-commitment':
    case 'remove-commitment':
      return [`commitment ${change.commitment_id}`]
    case 'add-commitment': {
      const { recommendation_id, carried_from } = change.after
      return [
        `commitment ${change.commitment_id}`,
        ...(recommendation_id === null ? [] : [`recommendation ${recommendation_id}`]),
        ...(carried_from === null ? [] : [`carries on ${carried_from}`]),
      ]
    }
  }
}

/** Whether two revisions of a plan touch the same thing. */
export const touch = (one: readonly Change[], other: readonly Change[]): boolean => {
  const things = new Set(one.flatMap(thingsOf))
  return other.flatMap(thingsOf).some((thing) => things.has(thing))
}

const isSame = (one: unknown, other: unknown): boolean => plain(one) === plain(other)

/** The same words in whichever order the database keeps them. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const entries = Object.entries(value as Texts).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, one]) => `${key}:${plain(one)}`).join()}}`
}
