import type { Context } from 'hono'
import { coordinator, memberOf, partiesInOrder } from '#people/index.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { plans } from '../plans.sql.ts'
import type { Db } from '../tables.ts'
import { approvalsRoutes } from './approvals/approvals-routes.tsx'
import { askingRoutes } from './asking/asking-routes.tsx'
import { BeginPage } from './begin.page.tsx'
import { BeginForm, beginSuccessor } from './begin.ts'
import { shownComments } from './consultation/comments.sql.ts'
import { consultationRoutes } from './consultation/consultation-routes.tsx'
import { officeConsultationRoutes } from './consultation/office-consultation-routes.tsx'
import { draftRoutes } from './draft/draft-routes.tsx'
import { gatherRoutes } from './gathering/gather-routes.tsx'
import type { UrlOf } from './letters.ts'
import { loadMaking, type Making } from './load-facts.ts'
import { NextPlanPage, NoNextPlanPage } from './next.page.tsx'
import { NotBegunPage, PathPage } from './office.page.tsx'
import { latestSuccessor } from './successor.sql.ts'

type C = Context<VisitEnv>

/** The next plan, from the first word until it is published. */
export const successorRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/plan/next', anyone, (c) => publicPage(db, c))
    .get('/office/next-plan', coordinator, async (c) => {
      const successor = await latestSuccessor(db)
      if (!successor) return c.html(<NotBegunPage visit={c.var} endsOn={await lastDay(db)} />)
      const making = await loadMaking(db, successor, c.var.now)
      return c.html(<PathPage visit={c.var} making={making} done={c.req.query('saved') !== undefined} />)
    })
    .get('/office/next-plan/begin', coordinator, async (c) => c.html(await beginPage(db, c)))
    .post('/office/next-plan/begin', coordinator, async (c) => {
      const form = await readForm(c, BeginForm)
      if (!form.ok) return c.html(await beginPage(db, c, form), 422)
      const refusal = await beginSuccessor(db, memberOf(c), form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to('/office/next-plan?saved=yes'), 303)
      const again = { filled: await readFields(c), refusal: `successor.refusal.${refusal}` }
      return c.html(await beginPage(db, c, again), 409)
    })
    .route('/', askingRoutes(db, url))
    .route('/', gatherRoutes(db))
    .route('/', draftRoutes(db, url))
    .route('/', consultationRoutes(db, url))
    .route('/', approvalsRoutes(db, url))
    .route('/', officeConsultationRoutes(db, url))

/** The last day of the latest adopted plan. */
const lastDay = async (db: Db): Promise<string | null> =>
  (await plans(db)).find(({ adopted_on }) => adopted_on !== null)?.ends_on ?? null

async function publicPage(db: Db, c: C) {
  const successor = await latestSuccessor(db)
  if (!successor || successor.adopted_on !== null) {
    const ends = await lastDay(db)
    return c.html(<NoNextPlanPage visit={c.var} endsOn={ends} published={successor ?? null} />)
  }
  const making = await loadMaking(db, successor, c.var.now)
  const comments = await shownComments(db, successor.id)
  const ends = await lastDay(db)
  const isGap = ends !== null && ends < localDate(c.var.now)
  const page = { making, comments, names: await namesOf(db, making), isGap }
  return c.html(<NextPlanPage visit={c.var} {...page} />)
}

async function namesOf(db: Db, { commitments }: Making): Promise<Map<string, Texts>> {
  const names = new Map((await partiesInOrder(db)).map(({ id, name }) => [id, name]))
  const ids = commitments.flatMap(({ owners }) =>
    owners.flatMap((one) => ('organisation' in one ? [one.organisation] : [])),
  )
  if (ids.length === 0) return names
  const rows = await db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute()
  for (const { id, name } of rows) names.set(id, name)
  return names
}

async function beginPage(db: Db, c: C, answered: Answered = {}) {
  const before = (await plans(db)).find(({ adopted_on }) => adopted_on !== null)
  const starts_on = before ? datePlus(before.ends_on, 1) : `${localDate(c.var.now).slice(0, 4)}-01-01`
  const ends_on = `${Number(starts_on.slice(0, 4)) + 4}-12-31`
  const suggested = { starts_on, ends_on }
  return <BeginPage visit={c.var} id={newId()} before={before} suggested={suggested} {...answered} />
}
