import * as z from 'zod'
import { recommendationWithId } from '#forum/index.ts'
import { partiesInOrder } from '#people/index.ts'
import { decide, json } from '#platform/db.ts'
import { found, NotFound } from '#platform/errors.ts'
import { date, optionalParagraphs, optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { type CommitRefusal, refusalToCommit } from './commitment.rules.ts'
import { addCommitment, addOwners, commitmentWithId, isInPlan, nextNumber } from './commitments.sql.ts'
import { goalWithId } from './goals.sql.ts'
import { latestPlan } from './plans.sql.ts'
import type { Db, Plan, Writes } from './tables.ts'

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
  })
  .refine(({ parties, organisations }) => parties.length + organisations.length > 0, {
    error: 'plan.commitment.owner-missing',
    path: ['parties'],
  })

export interface NewCommitment extends Omit<z.output<typeof CommitmentForm>, 'organisations'> {
  organisationIds: readonly string[]
  /** The recommendation it comes from; null when it does not come from one. */
  recommendationId: string | null
}

export type Committed = { number: number; refusal: null } | { refusal: CommitRefusal }

/** Promises something in the plan that is in force. */
export async function createCommitment(
  db: Db,
  by: Member,
  promise: NewCommitment,
  now: Instant,
): Promise<Committed> {
  const today = localDate(now)
  const plan = await latestPlan(db, today)
  if (!plan) return { refusal: 'no-plan' }
  // Whoever holds the plan gives the next number, and sees whether the recommendation is taken already.
  return decide(db, 'plan', plan.id, async (tx): Promise<Committed> => {
    const before = await commitmentWithId(tx, promise.id)
    if (before) return { number: before.number, refusal: null }

    const goal = found(await goalWithId(tx, promise.goal), 'goal')
    const recommendation = await recommendationFor(tx, promise.recommendationId, plan.id)
    const refusal = refusalToCommit({ plan, goal, recommendation, dueOn: promise.due, today })
    if (refusal) return { refusal }

    const number = await store(tx, { by, plan, promise, now })
    const detail = { number, recommendation: promise.recommendationId }
    await record(tx, { what: 'commitment-made', by: by.id, about: promise.id, at: now, detail })
    return { number, refusal: null }
  })
}

async function recommendationFor(tx: Writes, id: string | null, planId: string) {
  if (id === null) return undefined
  const { handed_over_on } = found(await recommendationWithId(tx, id), 'recommendation')
  return { handed_over_on, isInPlan: await isInPlan(tx, id, planId) }
}

interface Facts {
  by: Member
  plan: Plan
  promise: NewCommitment
  now: Instant
}

async function store(tx: Writes, { by, plan, promise, now }: Facts): Promise<number> {
  const number = await nextNumber(tx)
  await addCommitment(tx, {
    id: promise.id,
    number,
    plan_id: plan.id,
    goal_id: promise.goal,
    recommendation_id: promise.recommendationId,
    title: json(promise.title),
    what: json(promise.what),
    measure: json(promise.measure),
    due_on: promise.due,
    created_at: now,
    created_by: by.id,
  })
  await addOwners(tx, await ownersOf(tx, promise))
  return number
}

/** Parties first, in their order, then organisations as they were written, each once. */
async function ownersOf(tx: Writes, { id, parties, organisationIds }: NewCommitment) {
  const known = (await partiesInOrder(tx)).map((party) => party.id)
  if (parties.some((party) => !known.includes(party))) throw new NotFound('no such party')
  const owners = [
    ...known
      .filter((party) => parties.includes(party))
      .map((party_id) => ({ party_id, organisation_id: null })),
    ...[...new Set(organisationIds)].map((organisation_id) => ({ party_id: null, organisation_id })),
  ]
  return owners.map((owner, index) => ({ commitment_id: id, position: index + 1, ...owner }))
}
