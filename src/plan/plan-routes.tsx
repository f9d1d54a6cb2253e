import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { beginPlan, NewPlanForm } from './begin-plan.ts'
import { EditPlanPage, NewPlanPage, OfficePlansPage } from './edit-plan.page.tsx'
import { PlanForm } from './edit-plan.ts'
import { plans, planWithSlug } from './plans.sql.ts'
import { type ChangeInput, intoOf, type Means, takeProposal } from './revisions/index.ts'
import type { Db } from './tables.ts'

type C = Context<VisitEnv>

/** Where coordinators propose other words for the plans, and begin the next one. */
export const officePlanRoutes = (db: Db, url: Means['url']) => {
  const newPlan = async (c: C) => ({ visit: c.var, plans: await plans(db), id: newId() })
  return routes()
    .get('/office/plans', coordinator, async (c) =>
      c.html(<OfficePlansPage visit={c.var} plans={await plans(db)} />),
    )
    .get('/office/plans/new', coordinator, async (c) => c.html(<NewPlanPage {...await newPlan(c)} />))
    .post('/office/plans/new', coordinator, async (c) => {
      const form = await readForm(c, NewPlanForm)
      if (!form.ok) return c.html(<NewPlanPage {...await newPlan(c)} {...form} />, 422)
      const answer = await beginPlan(db, memberOf(c), form.value, c.var.now)
      if (answer.refusal === null) return c.redirect(c.var.to(`/plan/periods/${answer.slug}`), 303)
      const again = { filled: await readFields(c), refusal: `plan.period-edit.${answer.refusal}` }
      return c.html(<NewPlanPage {...await newPlan(c)} {...again} />, 409)
    })
    .route('/', planRoutesOf(db, url))
}

const planRoutesOf = (db: Db, url: Means['url']) => {
  const toEdit = async (c: C) => {
    const plan = found(await planWithSlug(db, c.req.param('slug') ?? ''), 'plan')
    const into = await intoOf(db, c, plan.id)
    return { visit: c.var, plan, into, said: into && planWordsIn(into.changes), revisionId: newId() }
  }
  return routes()
    .get('/office/plans/:slug', coordinator, async (c) => c.html(<EditPlanPage {...await toEdit(c)} />))
    .post('/office/plans/:slug', coordinator, async (c) => {
      const page = await toEdit(c)
      const { plan, into } = page
      const taken = await takeProposal(db, c, {
        ...{ shape: PlanForm, into, means: { now: c.var.now, url } },
        read: (after) => Promise.resolve({ planId: plan.id, change: { kind: 'plan-words', after } }),
      })
      if ('to' in taken) return c.redirect(c.var.to(taken.to), 303)
      return c.html(<EditPlanPage {...await toEdit(c)} {...taken.again} />, taken.status)
    })
}

/** The words that a revision gives the plan so far. */
const planWordsIn = (changes: readonly ChangeInput[]) =>
  changes.find((one) => one.kind === 'plan-words')?.after
