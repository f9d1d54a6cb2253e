import type { Context } from 'hono'
import { recommendationWithId } from '#forum/index.ts'
import { coordinator, memberOf, partiesInOrder } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { refusalToBegin } from './commitment.rules.ts'
import { commitmentWithNumber, isInPlan } from './commitments.sql.ts'
import { CreateCommitmentPage } from './create-commitment.page.tsx'
import { CommitmentForm, proposeCommitment } from './create-commitment.ts'
import { toPointAt } from './evidence/evidence.sql.ts'
import { currentGoals } from './goals/goals.sql.ts'
import { organisationsNamed } from './organisations-named.ts'
import { latestPlan } from './plans.sql.ts'
import type { Means } from './revisions/index.ts'
import type { Db } from './tables.ts'
import { UpdateCommitmentPage } from './update-commitment.page.tsx'
import { UpdateForm, updateCommitment } from './update-commitment.ts'
import { numberIn } from './whole-number.ts'

type C = Context<VisitEnv>

/** Where coordinators promise something, and say how it goes. */
export const commitmentRoutes = (db: Db, url: Means['url']) =>
  routes()
    .get('/office/commitments/new', coordinator, async (c) => {
      const page = await newPage(db, c.var.now, null)
      return c.html(<CreateCommitmentPage visit={c.var} {...page} goalNumber={c.req.query('goal')} />)
    })
    .post('/office/commitments/new', coordinator, (c) => create(db, c, null, url))
    .get('/office/recommendations/:id/commitment', coordinator, async (c) => {
      const page = await newPage(db, c.var.now, c.req.param('id'))
      return c.html(<CreateCommitmentPage visit={c.var} {...page} />)
    })
    .post('/office/recommendations/:id/commitment', coordinator, (c) => create(db, c, c.req.param('id'), url))
    .get('/office/commitments/:number/update', coordinator, async (c) =>
      c.html(<UpdateCommitmentPage {...await updatePage(db, c, c.req.param('number'))} />),
    )
    .post('/office/commitments/:number/update', coordinator, async (c) => {
      const page = await updatePage(db, c, c.req.param('number'))
      const filled = await readFields(c)
      const form = await readForm(c, UpdateForm)
      if (!form.ok) return c.html(<UpdateCommitmentPage {...page} {...form} />, 422)
      const refusal = await updateCommitment(db, memberOf(c), page.commitment.id, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/plan/commitments/${page.commitment.number}`), 303)
      return c.html(
        <UpdateCommitmentPage {...page} filled={filled} refusal={`plan.refusal.${refusal}`} />,
        409,
      )
    })

async function create(db: Db, c: C, recommendationId: string | null, url: Means['url']): Promise<Response> {
  const page = { visit: c.var, ...(await newPage(db, c.var.now, recommendationId)) }
  const filled = await readFields(c)
  const form = await readForm(c, CommitmentForm)
  if (!form.ok) return c.html(<CreateCommitmentPage {...page} {...form} />, 422)
  const { organisations, revision, decide_by, ...promise } = form.value
  const organisationIds = await organisationsNamed(db, organisations)
  if (!organisationIds) {
    const mistakes = { organisations: 'plan.commitment.organisation-unknown' }
    return c.html(<CreateCommitmentPage {...page} filled={filled} mistakes={mistakes} />, 422)
  }
  const given = { ...promise, organisationIds, recommendationId, revisionId: revision, decideBy: decide_by }
  const answer = await proposeCommitment(db, memberOf(c), given, { now: c.var.now, url })
  if (answer.refusal === null) return c.redirect(c.var.to(`/plan/revisions/${answer.number}`), 303)
  const refusal = `revisions.refusal.${answer.refusal}`
  return c.html(<CreateCommitmentPage {...page} filled={filled} refusal={refusal} />, 409)
}

async function newPage(db: Db, now: Instant, recommendationId: string | null) {
  const today = localDate(now)
  const [plan, goals, parties] = await Promise.all([
    latestPlan(db, today),
    currentGoals(db),
    partiesInOrder(db),
  ])
  const page = { plan, goals, parties, id: newId(), revisionId: newId() }
  if (recommendationId === null) {
    return { ...page, closed: refusalToBegin({ plan, recommendation: undefined, today }) ?? undefined }
  }
  const source = found(await recommendationWithId(db, recommendationId), 'recommendation')
  const taken = plan !== undefined && (await isInPlan(db, source.id, plan.id))
  const recommendation = { handed_over_on: source.handed_over_on, isInPlan: taken }
  return {
    ...page,
    recommendation: source,
    closed: refusalToBegin({ plan, recommendation, today }) ?? undefined,
  }
}

async function updatePage(db: Db, c: C, number: string) {
  const commitment = found(await commitmentWithNumber(db, numberIn(number)), 'commitment')
  return { visit: c.var, commitment, id: newId(), options: await toPointAt(db, c.var.now) }
}
