import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { type ChangeRefusal, refusalToChange } from './opened.ts'
import { changePlan, planWithSlug } from './plans.sql.ts'
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
  /** The plan as it stood when the form was opened. */
  seen: z.string().default(''),
})

/** Words a plan anew. Null means it is done. */
export function editPlan(
  db: Db,
  by: Member,
  { id, slug }: Pick<Plan, 'id' | 'slug'>,
  form: z.output<typeof PlanForm>,
  now: Instant,
) {
  return decide(db, 'plan', id, async (tx): Promise<ChangeRefusal | null> => {
    const { seen, ...words } = form
    const refusal = refusalToChange(seen, found(await planWithSlug(tx, slug), 'plan'))
    if (refusal) return refusal

    await changePlan(tx, id, words)
    await record(tx, { what: 'plan-changed', by: by.id, about: id, at: now, detail: { slug } })
    return null
  })
}
