import { inLanguage } from '#platform/language.ts'
import type { Context } from 'hono'
import { downloadTable } from '#platform/download-table.ts'
import type { Child } from 'hono/jsx'
import { found } from '#platform/errors.ts'
import { anyone, routes, type VisitEnv, type Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { agreementRoutes } from './agreement/agreement-routes.tsx'
import { signatoryRoutes } from './agreement/signatory-routes.tsx'
import { commissionRoutes } from './goals/commission-routes.tsx'
import { officePlanRoutes } from './plan-routes.tsx'
import { agreementInForce, principlesOf } from './agreement/agreement.sql.ts'
import { commitmentRoutes } from './commitment-routes.tsx'
import { CommitmentPage } from './commitment.page.tsx'
import { commitmentsOfGoal, commitmentsOfPlan, commitmentWithNumber } from './commitments.sql.ts'
import { evidenceOf } from './evidence/evidence.sql.ts'
import { filterIn } from './filter.page.tsx'
import { focusAreaRoutes } from './focus-areas/focus-routes.tsx'
import { focusOfThisYear } from './focus-areas/this-year.tsx'
import { goalRoutes } from './goals/goal-routes.tsx'
import { GoalPage } from './goals/goal.page.tsx'
import { adoptedGoals, goalWithNumber } from './goals/goals.sql.ts'
import { PlanPage } from './period.page.tsx'
import { isAdopted, latestBegun } from './period.rules.ts'
import { OverviewPage } from './plan.page.tsx'
import { plans } from './plans.sql.ts'
import type { UrlOf } from './successor/letters.ts'
import { nextPlanLine } from './successor/next-plan-line.ts'
import { successorRoutes } from './successor/successor-routes.tsx'
import { decidedPart } from './steering-group/decided-part.tsx'
import { steeringGroupRoutes } from './steering-group/steering-group-routes.tsx'
import { historyOf } from './revisions/history.sql.ts'
import { revisionRoutes } from './revisions/revision-routes.tsx'
import type { Db, Plan } from './tables.ts'
import { updatesOf } from './updates.sql.ts'
import { numberIn } from './whole-number.ts'
import { surveyRoutes } from './principles-survey/survey-routes.tsx'
import { officeReportRoutes } from './year-report/office-routes.tsx'
import { reportRoutes } from './year-report/report-routes.tsx'

export interface PlanOptions {
  /** A whole address of this site, in a language, for letters. */
  url: UrlOf
  /** The folder for files that are sent in. */
  uploads: string
  /** Draws the thread that runs through a goal or a commitment; handed in, because it stands above this slice. */
  threadOf?: (visit: Visit, kind: 'goal' | 'commitment', number: number) => Promise<Child>
  /** In a sample without a mail server nobody gets a mailed link, so one can be tried. */
  showsLinks?: boolean
}

const nothing = (): Promise<Child> => Promise.resolve(null)

export const planRoutes = (db: Db, { url, uploads, threadOf = nothing, showsLinks = false }: PlanOptions) =>
  routes()
    .get('/plan/commitments.csv', anyone, (c) => commitmentsFile(db, c))
    .get('/plan', anyone, async (c) => {
      const agreement = found(await agreementInForce(db), 'agreement')
      const all = await plans(db)
      const plan = latestBegun(all.filter(isAdopted), localDate(c.var.now))
      const principles = await principlesOf(db, agreement.id)
      const next = await nextPlanLine(db)
      const focus = await focusOfThisYear(db, c.var)
      const facts = await factsOf(db, { plan, all, query: c.req.query() })
      const page = { visit: c.var, agreement, principles, next, focus, ...facts }
      return c.html(<OverviewPage {...page} plan={plan} />)
    })
    .get('/plan/periods/:slug', anyone, async (c) => {
      const all = await plans(db)
      const slug = c.req.param('slug')
      const plan = found(
        all.find((one) => one.slug === slug),
        'plan',
      )
      // One in the making has a page of its own, where everybody can take part in it.
      if (!isAdopted(plan) && (await nextPlanLine(db))) return c.redirect(c.var.to('/plan/next'), 303)
      const decided = await decidedPart(db)(c.var, 'plan', plan.id)
      return c.html(
        <PlanPage
          visit={c.var}
          {...await factsOf(db, { plan, all, query: c.req.query() })}
          plan={plan}
          decided={decided}
        />,
      )
    })
    .get('/plan/goals/:number', anyone, async (c) => {
      const number = numberIn(c.req.param('number'))
      const goal = await goalWithNumber(db, number)
      // A draft is the office's own until the parties have adopted it.
      const adopted = found(goal?.adopted_at ? goal : undefined, 'goal')
      const commitments = await commitmentsOfGoal(db, adopted.id)
      const thread = await threadOf(c.var, 'goal', number)
      return c.html(<GoalPage visit={c.var} goal={adopted} commitments={commitments} thread={thread} />)
    })
    .get('/plan/commitments/:number', anyone, async (c) => {
      const number = numberIn(c.req.param('number'))
      const commitment = found(await commitmentWithNumber(db, number), 'commitment')
      const updates = await updatesOf(db, commitment.id)
      const evidence = await evidenceOf(db, commitment.id)
      const thread = await threadOf(c.var, 'commitment', number)
      const history = await historyOf(db, commitment)
      return c.html(<CommitmentPage visit={c.var} {...{ commitment, updates, evidence, history, thread }} />)
    })
    .route('/', roomRoutes(db, { url, uploads, showsLinks }))

/** What each room of the plan answers. */
const roomRoutes = (db: Db, { url, uploads, showsLinks = false }: PlanOptions) =>
  routes()
    .route('/', commitmentRoutes(db, url))
    .route('/', goalRoutes(db))
    .route('/', agreementRoutes(db, uploads))
    .route('/', signatoryRoutes(db, url))
    .route('/', commissionRoutes(db))
    .route('/', officePlanRoutes(db, url))
    .route('/', reportRoutes(db))
    .route('/', officeReportRoutes(db))
    .route('/', surveyRoutes(db, { showsLinks }))
    .route('/', focusAreaRoutes(db, url))
    .route('/', successorRoutes(db, url))
    .route('/', steeringGroupRoutes(db, url))
    .route('/', revisionRoutes(db, url))

interface Asked {
  plan: Plan | undefined
  all: readonly Plan[]
  query: Record<string, string>
}

async function factsOf(db: Db, { plan, all, query }: Asked) {
  const goals = await adoptedGoals(db)
  const commitments = plan ? await commitmentsOfPlan(db, plan.id) : []
  const filter = filterIn(query)
  return {
    goals,
    commitments,
    filter,
    otherPlans: all.filter((one) => one.id !== plan?.id && isAdopted(one)),
  }
}

/** The list as a file. */
async function commitmentsFile(db: Db, c: Context<VisitEnv>): Promise<Response> {
  const { t, language, now, url } = c.var
  const plan = latestBegun((await plans(db)).filter(isAdopted), localDate(now))
  const header = ['number', 'what', 'organisation', 'until', 'page'].map((one) => t(`lists.out.${one}`))
  const all = plan ? await commitmentsOfPlan(db, plan.id) : []
  const rows = all.map((one) => [
    ...[one.number, inLanguage(one.title, language)],
    one.owners.map(({ name }) => inLanguage(name, language)).join(', '),
    ...[one.due_on, url(`/plan/commitments/${one.number}`)],
  ])
  return downloadTable(c, { name: t('lists.file-name.commitments'), header, rows })
}
