import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readForm, routes, type VisitEnv } from '#platform/http.ts'
import { AdoptForm, adoptGoal } from './adopt-goal.ts'
import { AdoptedGoalPage, AdoptGoalPage, EditGoalPage } from './edit-goal.page.tsx'
import { editGoal, GoalForm } from './edit-goal.ts'
import { allGoals, goalWithNumber } from './goals.sql.ts'
import { OfficeGoalsPage } from './office-goals.page.tsx'
import type { Db } from './tables.ts'
import { numberIn } from './whole-number.ts'

/** Where coordinators word the goals anew, until they are adopted. */
export const goalRoutes = (db: Db) => {
  const pageOf = async (c: Context<VisitEnv>, number: string) => ({
    visit: c.var,
    goal: found(await goalWithNumber(db, numberIn(number)), 'goal'),
  })
  const toGoals = (c: Context<VisitEnv>) => c.redirect(c.var.to('/office/goals'), 303)
  return routes()
    .get('/office/goals', coordinator, async (c) =>
      c.html(<OfficeGoalsPage visit={c.var} goals={await allGoals(db)} />),
    )
    .get('/office/goals/:number/edit', coordinator, async (c) => {
      const page = await pageOf(c, c.req.param('number'))
      return c.html(page.goal.adopted_at ? <AdoptedGoalPage {...page} /> : <EditGoalPage {...page} />)
    })
    .post('/office/goals/:number/edit', coordinator, async (c) => {
      const page = await pageOf(c, c.req.param('number'))
      if (page.goal.adopted_at)
        return c.html(<AdoptedGoalPage {...page} refusal="plan.refusal.no-change" />, 409)
      const form = await readForm(c, GoalForm)
      if (!form.ok) return c.html(<EditGoalPage {...page} {...form} />, 422)
      const refusal = await editGoal(db, memberOf(c), page.goal.id, form.value, c.var.now)
      if (refusal) return c.html(<AdoptedGoalPage {...page} refusal="plan.refusal.no-change" />, 409)
      return toGoals(c)
    })
    .get('/office/goals/:number/adopt', coordinator, async (c) => {
      const page = await pageOf(c, c.req.param('number'))
      return c.html(page.goal.adopted_at ? <AdoptedGoalPage {...page} /> : <AdoptGoalPage {...page} />)
    })
    .post('/office/goals/:number/adopt', coordinator, async (c) => {
      const { goal } = await pageOf(c, c.req.param('number'))
      const form = await readForm(c, AdoptForm)
      const seen = form.ok ? form.value.seen : ''
      const refusal = await adoptGoal(db, memberOf(c), goal.id, seen, c.var.now)
      if (!refusal) return toGoals(c)
      // Read again: somebody else has just adopted it or worded it anew.
      const page = await pageOf(c, c.req.param('number'))
      return refusal === 'goal-is-adopted'
        ? c.html(<AdoptedGoalPage {...page} refusal="plan.refusal.no-change" />, 409)
        : c.html(<AdoptGoalPage {...page} refusal="plan.refusal.goal-changed-meanwhile" />, 409)
    })
}
