import * as z from 'zod'
import { partiesInOrder } from '#people/index.ts'
import { NotFound } from '#platform/errors.ts'
import { date, optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { anyOwner, organisationNames, tickedParties } from './owner-fields.ts'
import { latestPlan } from './plans.sql.ts'
import { type ChangeInput, type Means, type Owner, proposeChange, type Proposed } from './revisions/index.ts'
import type { Db, Reads } from './tables.ts'

const titleMax = 200
const textMax = 4000

export const CommitmentForm = anyOwner(
  z.object({
    /** Made when the form is shown, so that a form that is sent twice is one commitment. */
    id: z.uuid(),
    goal: z.string('plan.commitment.goal-missing').min(1, 'plan.commitment.goal-missing'),
    title: texts(titleMax),
    what: optionalTexts(textMax),
    measure: texts(textMax),
    due: date,
    parties: tickedParties,
    organisations: organisationNames,
  }),
)

/** What is promised, and where it comes from. */
export interface Promised extends Omit<z.output<typeof CommitmentForm>, 'organisations'> {
  organisationIds: readonly string[]
  /** The recommendation it comes from; null when it does not come from one. */
  recommendationId: string | null
  /** The commitment of an earlier plan that it carries on. */
  carriedFrom?: string | null
}

export interface NewCommitment extends Promised {
  /** Of the revision that adds it. */
  revisionId: string
  reason: Texts
  decideBy: string
}

/** Proposes a new commitment in the plan in force; it stands there once every party has said yes. */
export async function proposeCommitment(
  db: Db,
  by: Member,
  promise: NewCommitment,
  means: Means,
): Promise<Proposed> {
  const plan = await latestPlan(db, localDate(means.now))
  if (!plan) return { refusal: 'plan-not-in-force' }
  const { revisionId, reason, decideBy } = promise
  const changes = [await addition(db, promise)]
  const revision = { id: revisionId, plan_id: plan.id, title: {}, reason, decideBy, changes }
  return proposeChange(db, by, revision, means)
}

/** The change that puts a new commitment into the plan. */
export async function addition(db: Reads, promised: Promised): Promise<ChangeInput> {
  const { id, title, what, measure, due, goal, recommendationId, carriedFrom = null } = promised
  const after = {
    ...{ title, what, measure, due_on: due, goal_id: goal, carried_from: carriedFrom },
    ...{ recommendation_id: recommendationId, owners: await ownersOf(db, promised) },
  }
  return { kind: 'add-commitment', commitment_id: id, after }
}

/** Parties first, in their order, then organisations as they were written, each once. */
export async function ownersOf(
  db: Reads,
  { parties, organisationIds }: { parties: readonly string[]; organisationIds: readonly string[] },
): Promise<Owner[]> {
  const known = (await partiesInOrder(db)).map((party) => party.id)
  if (parties.some((party) => !known.includes(party))) throw new NotFound('no such party')
  return [
    ...known.filter((party) => parties.includes(party)).map((party) => ({ party })),
    ...[...new Set(organisationIds)].map((organisation) => ({ organisation })),
  ]
}
