import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { recommendationWithId } from '../recommendations.sql.ts'
import type { Db } from '../tables.ts'
import { OutcomeForm, tellOutcome } from './follow-steps.ts'
import { StepPage } from './step.page.tsx'
import { stepBehind } from './steps.sql.ts'

type C = Context<VisitEnv>

/** For whoever has the link that came on the promised day. */
export const answerStepRoutes = (db: Db) =>
  routes()
    .get('/answers/steps/:token', anyone, async (c) => c.html(await stepPage(db, c)))
    .post('/answers/steps/:token', anyone, async (c) => {
      const form = await readForm(c, OutcomeForm)
      if (!form.ok) return c.html(await stepPage(db, c, form), 422)
      const token = c.req.param('token')
      const { now, language } = c.var
      const refusal = await tellOutcome(db, { token, language, words: form.value.words }, now)
      if (!refusal) return c.redirect(c.var.to(`/answers/steps/${token}`), 303)
      const answered = { filled: await readFields(c), refusal: `answers.refusal.${refusal}` }
      return c.html(await stepPage(db, c, answered), 409)
    })

async function stepPage(db: Db, c: C, answered: Answered = {}) {
  const step = found(await stepBehind(db, hashOf(c.req.param('token') ?? '')), 'link to tell of a step')
  const asked = found(await recommendationWithId(db, step.recommendation_id), 'recommendation')
  return <StepPage visit={c.var} asked={asked} step={step} {...answered} />
}
