import * as z from 'zod'
import { partiesInOrder } from '#people/index.ts'
import { NotFound } from '#platform/errors.ts'
import { date, optionalParagraphs, optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { latestPlan } from './plans.sql.ts'
import { type Means, type Owner, proposeChange, type Proposed } from './revisions/index.ts'
import type { Db, Reads } from './tables.ts'

const titleMax = 200
const textMax = 4000

const ticked = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string()),
)

/** Organisations are typed, one on each line: the directory is too long to tick in. */
const names = optionalParagraphs(textMax).transform((text) =>
  (text ?? '')
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean),
)

export const CommitmentForm = z
  .object({
    /** Made when the form is shown, so that a form that is sent twice is one commitment. */
    id: z.uuid(),
    goal: z.string('plan.commitment.goal-missing').min(1, 'plan.commitment.goal-missing'),
    title: texts(titleMax),
    what: optionalTexts(textMax),
    measure: texts(textMax),
    due: date,
    parties: ticked,
    organisations: names,
    /** Of the revision that adds it, made when the form is shown. */
    revision: z.uuid(),
    reason: texts(textMax, 'revisions.reason-missing'),
    decide_by: date,
  })
  .refine(({ parties, organisations }) => parties.length + organisations.length > 0, {
    error: 'plan.commitment.owner-missing',
    path: ['parties'],
  })

export interface NewCommitment extends Omit<
  z.output<typeof CommitmentForm>,
  'organisations' | 'revision' | 'decide_by'
> {
  organisationIds: readonly string[]
  /** The recommendation it comes from; null when it does not come from one. */
  recommendationId: string | null
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
  const { id, title, what, measure, due, goal, recommendationId } = promise
  const after = {
    ...{ title, what, measure, due_on: due, goal_id: goal, carried_from: null },
    ...{ recommendation_id: recommendationId, owners: await ownersOf(db, promise) },
  }
  const { revisionId, reason, decideBy } = promise
  const changes = [{ kind: 'add-commitment', commitment_id: id, after }] as const
  const revision = { id: revisionId, plan_id: plan.id, title: {}, reason, decideBy, changes }
  return proposeChange(db, by, revision, means)
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
