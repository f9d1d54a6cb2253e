import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { beginPlan, NewPlanForm } from './begin-plan.ts'
import { EditPlanPage, NewPlanPage, OfficePlansPage } from './edit-plan.page.tsx'
import { PlanForm, proposePlanWords } from './edit-plan.ts'
import { plans, planWithSlug } from './plans.sql.ts'
import type { Means } from './revisions/index.ts'
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
  const toEdit = async (c: C) => ({
    visit: c.var,
    plan: found(await planWithSlug(db, c.req.param('slug') ?? ''), 'plan'),
    revisionId: newId(),
  })
  return routes()
    .get('/office/plans/:slug', coordinator, async (c) => c.html(<EditPlanPage {...await toEdit(c)} />))
    .post('/office/plans/:slug', coordinator, async (c) => {
      const page = await toEdit(c)
      const form = await readForm(c, PlanForm)
      if (!form.ok) return c.html(<EditPlanPage {...page} {...form} />, 422)
      const answer = await proposePlanWords(db, memberOf(c), page.plan, form.value, { now: c.var.now, url })
      if (answer.refusal === null) return c.redirect(c.var.to(`/plan/revisions/${answer.number}`), 303)
      const again = { filled: await readFields(c), refusal: `revisions.refusal.${answer.refusal}` }
      return c.html(<EditPlanPage {...page} {...again} />, 409)
    })
}
