import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { agreementInForce } from './agreement.sql.ts'
import { beginPlan, NewPlanForm } from './begin-plan.ts'
import { EditAgreementPage } from './edit-agreement.page.tsx'
import { agreementForm, editAgreement, wholeAgreement } from './edit-agreement.ts'
import { EditPlanPage, NewPlanPage, OfficePlansPage } from './edit-plan.page.tsx'
import { PlanForm, proposePlanWords } from './edit-plan.ts'
import { allGoals } from './goals.sql.ts'
import { plans, planWithSlug } from './plans.sql.ts'
import type { Means } from './revisions/index.ts'
import type { Db } from './tables.ts'

type C = Context<VisitEnv>

const isSaved = (c: C) => c.req.query('saved') !== undefined

/** Where coordinators word the agreement and the plans anew, and begin the next plan. */
export const agreementRoutes = (db: Db, url: Means['url']) => {
  const whole = async (c: C) => {
    const { id } = found(await agreementInForce(db), 'agreement')
    return { visit: c.var, whole: await wholeAgreement(db, id), goals: await allGoals(db) }
  }
  const newPlan = async (c: C) => ({ visit: c.var, plans: await plans(db), id: newId() })
  return routes()
    .get('/office/agreement', coordinator, async (c) =>
      c.html(<EditAgreementPage {...await whole(c)} saved={isSaved(c)} />),
    )
    .post('/office/agreement', coordinator, async (c) => {
      const page = await whole(c)
      const { agreement, principles } = page.whole
      const form = await readForm(c, agreementForm(principles))
      if (!form.ok) return c.html(<EditAgreementPage {...page} {...form} />, 422)
      const refusal = await editAgreement(db, memberOf(c), agreement.id, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to('/office/agreement?saved'), 303)
      const again = { filled: await readFields(c), refusal: `plan.agreement-edit.${refusal}` }
      return c.html(<EditAgreementPage {...await whole(c)} {...again} />, 409)
    })
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
