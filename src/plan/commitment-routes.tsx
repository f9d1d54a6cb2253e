import type { Context } from 'hono'
import { mayBecomeCommitment, recommendationWithId } from '#forum/index.ts'
import { coordinator, memberOf, partiesOn } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Filled } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { localDate } from '#platform/time.ts'
import { refusalToBegin } from './commitment.rules.ts'
import { commitmentWithNumber, isInPlan } from './commitments.sql.ts'
import { CreateCommitmentPage } from './create-commitment.page.tsx'
import { addition, CommitmentForm } from './create-commitment.ts'
import { toPointAt } from './evidence/evidence.sql.ts'
import { currentGoals } from './goals/goals.sql.ts'
import { organisationsNamed } from './organisations-named.ts'
import { latestPlan } from './plans.sql.ts'
import {
  type Change,
  filledWith,
  type IntoRevision,
  intoOf,
  type Means,
  namesIn,
  takeProposal,
} from './revisions/index.ts'
import type { Db } from './tables.ts'
import { UpdateCommitmentPage } from './update-commitment.page.tsx'
import { UpdateForm, updateCommitment } from './update-commitment.ts'
import { numberIn } from './whole-number.ts'

type C = Context<VisitEnv>

/** Where coordinators promise something, and say how it goes. */
export const commitmentRoutes = (db: Db, url: Means['url']) =>
  routes()
    .get('/office/commitments/new', coordinator, async (c) => {
      const page = await newPage(db, c, null)
      return c.html(<CreateCommitmentPage {...page} goalNumber={c.req.query('goal')} />)
    })
    .post('/office/commitments/new', coordinator, (c) => create(db, c, null, url))
    .get('/office/recommendations/:id/commitment', coordinator, async (c) => {
      const page = await newPage(db, c, c.req.param('id'))
      return c.html(<CreateCommitmentPage {...page} />)
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
  const page = await newPage(db, c, recommendationId)
  if (page.closed === 'not-accepted') return c.html(<CreateCommitmentPage {...page} />, 409)
  const taken = await takeProposal(db, c, {
    ...{ shape: CommitmentForm, into: page.into, means: { now: c.var.now, url } },
    read: async ({ organisations, ...promise }) => {
      const organisationIds = await organisationsNamed(db, organisations)
      if (!organisationIds) return { mistakes: { organisations: 'plan.commitment.organisation-unknown' } }
      const said = page.into && addedIn(page.into.changes, promise.id)
      const from = said
        ? { recommendationId: said.recommendation_id, carriedFrom: said.carried_from }
        : { recommendationId }
      const change = await addition(db, { ...promise, organisationIds, ...from })
      return { planId: page.plan?.id ?? '', change }
    },
  })
  if ('to' in taken) return c.redirect(c.var.to(taken.to), 303)
  const again = { ...(await newPage(db, c, recommendationId)), ...taken.again }
  return c.html(<CreateCommitmentPage {...again} />, taken.status)
}

/** The form for a new commitment, as a revision has it so far where the address names one of its own. */
async function newPage(db: Db, c: C, recommendationId: string | null) {
  const today = localDate(c.var.now)
  const [plan, goals, parties] = await Promise.all([
    latestPlan(db, today),
    currentGoals(db),
    partiesOn(db, today),
  ])
  const into = await intoOf(db, c, plan?.id)
  const filled = into && (await filledFrom(db, c, into))
  const page = { visit: c.var, plan, goals, parties, id: newId(), revisionId: newId(), into }
  const given = { ...page, ...(filled && { filled }) }
  if (recommendationId === null) {
    return { ...given, closed: refusalToBegin({ plan, recommendation: undefined, today }) ?? undefined }
  }
  const source = found(await recommendationWithId(db, recommendationId), 'recommendation')
  const taken = plan !== undefined && (await isInPlan(db, source.id, plan.id))
  const { handed_over_on, answer_kind } = source
  const isAccepted = mayBecomeCommitment(answer_kind)
  const recommendation = { handed_over_on, isAccepted, isInPlan: taken }
  return {
    ...given,
    recommendation: source,
    closed: refusalToBegin({ plan, recommendation, today }) ?? undefined,
  }
}

const addedIn = (changes: readonly Change[], id: string | undefined) =>
  changes.flatMap((one) => (one.kind === 'add-commitment' && one.commitment_id === id ? one.after : []))[0]

async function filledFrom(db: Db, c: C, { changes }: IntoRevision): Promise<Filled | undefined> {
  const id = c.req.query('commitment')
  const said = addedIn(changes, id)
  if (!said || id === undefined) return undefined
  const names = await namesIn(db, changes)
  return { ...filledWith(said, names, c.var.language), id, goal: said.goal_id }
}

async function updatePage(db: Db, c: C, number: string) {
  const commitment = found(await commitmentWithNumber(db, numberIn(number)), 'commitment')
  return { visit: c.var, commitment, id: newId(), options: await toPointAt(db, c.var.now) }
}
