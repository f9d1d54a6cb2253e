import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { agreementInForce } from '../agreement/agreement.sql.ts'
import { endsAfterItBegins, slugOf } from '../period.rules.ts'
import { insertPlan, plans } from '../plans.sql.ts'
import type { Db } from '../tables.ts'
import { type BeginRefusal, refusalToBegin } from './successor.rules.ts'
import { addSuccessor } from './successor.sql.ts'

export const BeginForm = z
  .object({
    /** Made when the form is shown, so that a form that is sent twice is one plan. */
    id: z.uuid(),
    title: texts(150),
    lead: texts(500),
    starts_on: date,
    ends_on: date,
  })
  .refine(endsAfterItBegins, { error: 'plan.period-edit.ends-before-it-begins', path: ['ends_on'] })

/** Begins the plan that comes after the one that ends. The goals stay as they are: they belong to the agreement. */
export async function beginSuccessor(
  db: Db,
  by: Member,
  form: z.output<typeof BeginForm>,
  now: Instant,
): Promise<BeginRefusal | null> {
  const agreement = found(await agreementInForce(db), 'agreement')
  return decide(db, 'agreement', agreement.id, async (tx): Promise<BeginRefusal | null> => {
    const { id, title, lead, ...period } = form
    const all = await plans(tx)
    if (all.some((plan) => plan.id === id)) return null
    const refusal = refusalToBegin(period, all)
    if (refusal) return refusal
    const taken = all.map((plan) => plan.slug)
    const words = { title: json(title), lead: json(lead) }
    const slug = slugOf(period, taken)
    await insertPlan(tx, { id, agreement_id: agreement.id, slug, ...words, about: '{}', ...period })
    // The plan that ends is the one in force, or the one that was so last.
    const [before] = all.filter(({ starts_on }) => starts_on <= localDate(now))
    const begun = { begun_at: now, begun_by: by.id }
    await addSuccessor(tx, { id, after_plan_id: before?.id ?? all[0]?.id ?? null, ...words, ...begun })
    await record(tx, { what: 'next-plan-begun', by: by.id, about: id, at: now, detail: { slug } })
    return null
  })
}
