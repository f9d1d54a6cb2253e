import type { Context } from 'hono'
import { coordinator } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { EditPlanPage, OfficePlansPage } from './edit-plan.page.tsx'
import { PlanForm } from './edit-plan.ts'
import { isAdopted } from './period.rules.ts'
import { plans, planWithSlug } from './plans.sql.ts'
import { type ChangeInput, intoOf, type Means, takeProposal } from './revisions/index.ts'
import type { Db } from './tables.ts'

type C = Context<VisitEnv>

/** Where coordinators propose other words for the plans. The next one is begun in `successor/`. */
export const officePlanRoutes = (db: Db, url: Means['url']) =>
  routes()
    .get('/office/plans', coordinator, async (c) =>
      c.html(<OfficePlansPage visit={c.var} plans={await plans(db)} />),
    )
    .route('/', planRoutesOf(db, url))

const planRoutesOf = (db: Db, url: Means['url']) => {
  const toEdit = async (c: C) => {
    const plan = found(await planWithSlug(db, c.req.param('slug') ?? ''), 'plan')
    const into = await intoOf(db, c, plan.id)
    return { visit: c.var, plan, into, said: into && planWordsIn(into.changes), revisionId: newId() }
  }
  return routes()
    .get('/office/plans/:slug', coordinator, async (c) => {
      const page = await toEdit(c)
      // One in the making is worded where it is made.
      if (!isAdopted(page.plan)) return c.redirect(c.var.to('/office/next-plan'), 303)
      return c.html(<EditPlanPage {...page} />)
    })
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
