import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { partiesAsked } from '../../revisions/index.ts'
import type { Db } from '../../tables.ts'
import type { UrlOf } from '../letters.ts'
import { loadMaking } from '../load-facts.ts'
import { latestSuccessor, type Successor } from '../successor.sql.ts'
import { ApprovalsPage } from './approvals.page.tsx'
import { ProposeForm, proposePlan } from './propose-plan.ts'

type C = Context<VisitEnv>

/** Where the plan is put before the parties. They answer where they answer every revision. */
export const approvalsRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/office/next-plan/approvals', coordinator, async (c) => c.html(await page(db, c)))
    .post('/office/next-plan/approvals', coordinator, async (c) => {
      const form = await readForm(c, ProposeForm)
      if (!form.ok) return c.html(await page(db, c, form), 422)
      const { id: successorId } = found(await latestSuccessor(db), 'plan in the making')
      const proposing = { successorId, by: memberOf(c), now: c.var.now, url }
      const refusal = await proposePlan(db, proposing, form.value)
      if (!refusal) return c.redirect(c.var.to('/office/next-plan/approvals'), 303)
      return c.html(await page(db, c, { filled: await readFields(c), refusal }), 409)
    })

async function page(db: Db, c: C, answered: Answered = {}) {
  const successor = found(await latestSuccessor(db), 'plan in the making')
  const making = await loadMaking(db, successor, c.var.now)
  const parties = await answersOf(db, successor, localDate(c.var.now))
  return <ApprovalsPage visit={c.var} making={making} parties={parties} {...answered} />
}

async function answersOf(db: Db, { revision_id, revision_version, asked_on }: Successor, today: string) {
  const rows = await db
    .selectFrom('revision_answer')
    .select(['party_id', 'answer'])
    .where('revision_id', '=', revision_id ?? '')
    .where('version', '=', revision_version ?? 0)
    .execute()
  const said = new Map(rows.map(({ party_id, answer }) => [party_id, answer]))
  return (await partiesAsked(db, { asked_on }, today)).map(({ id, name }) => ({
    id,
    name,
    answer: said.get(id) ?? null,
  }))
}
