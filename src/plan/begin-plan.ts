import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { agreementInForce } from './agreement/agreement.sql.ts'
import { planWords } from './edit-plan.ts'
import { endsAfterItBegins, refusalToBeginPlan, slugOf } from './period.rules.ts'
import { insertPlan, plans } from './plans.sql.ts'
import type { Db } from './tables.ts'

export const NewPlanForm = z
  .object({
    /** Made when the form is shown, so that a form that is sent twice is one plan. */
    id: z.uuid(),
    ...planWords,
    starts_on: date,
    ends_on: date,
  })
  .refine(endsAfterItBegins, { error: 'plan.period-edit.ends-before-it-begins', path: ['ends_on'] })

type Begun = { slug: string; refusal: null } | { refusal: 'overlaps-another-plan' }

/** Begins the next plan. Whoever holds the agreement is the only one who does. */
export async function beginPlan(
  db: Db,
  by: Member,
  form: z.output<typeof NewPlanForm>,
  now: Instant,
): Promise<Begun> {
  const agreement = found(await agreementInForce(db), 'agreement')
  return decide(db, 'agreement', agreement.id, async (tx): Promise<Begun> => {
    const { id, title, lead, about, ...period } = form
    const all = await plans(tx)
    const before = all.find((plan) => plan.id === id)
    if (before) return { slug: before.slug, refusal: null }
    const refusal = refusalToBeginPlan(period, all)
    if (refusal) return { refusal }

    const taken = all.map((plan) => plan.slug)
    const slug = slugOf(period, taken)
    const words = { title: json(title), lead: json(lead), about: json(about) }
    await insertPlan(tx, { id, agreement_id: agreement.id, slug, ...words, ...period })
    await record(tx, { what: 'plan-begun', by: by.id, about: id, at: now, detail: { slug } })
    return { slug, refusal: null }
  })
}
