import * as z from 'zod'
import { date, optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { type Means, proposeChange, type Proposed } from './revisions/index.ts'
import type { Db, Plan } from './tables.ts'

const titleMax = 150
const leadMax = 500
const aboutMax = 30_000

export const planWords = {
  title: texts(titleMax),
  lead: texts(leadMax),
  about: optionalTexts(aboutMax),
}

export const PlanForm = z.object({
  ...planWords,
  /** Of the revision, made when the form is shown. */
  revision: z.uuid(),
  reason: texts(aboutMax, 'revisions.reason-missing'),
  decide_by: date,
})

/** Proposes other words for a plan in force. */
export function proposePlanWords(
  db: Db,
  by: Member,
  plan: Pick<Plan, 'id'>,
  { revision, reason, decide_by, ...after }: z.output<typeof PlanForm>,
  means: Means,
): Promise<Proposed> {
  const changes = [{ kind: 'plan-words', after }] as const
  const given = { id: revision, plan_id: plan.id, title: {}, reason, decideBy: decide_by, changes }
  return proposeChange(db, by, given, means)
}
