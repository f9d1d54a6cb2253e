import type { Context } from 'hono'
import { downloadTable } from '#platform/download-table.ts'
import { inLanguage } from '#platform/language.ts'
import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { anyone, routes, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { answersRoutes } from './answers/answers-routes.tsx'
import { answerTo } from './answers/answers.sql.ts'
import { none } from './commitments.ts'
import { importRoutes } from './map/import-routes.tsx'
import { mapRoutes } from './map/map-routes.tsx'
import { harvestRoutes } from './harvest/harvest-routes.tsx'
import { loadHarvest } from './harvest/load-harvest.ts'
import { minutesRoutes } from './minutes/minutes-routes.tsx'
import { stepRoutes } from './minutes/step-routes.tsx'
import { type ForumOptions, noteRoutes } from './note-routes.tsx'
import { reportRoutes } from './report/report-routes.tsx'
import { reportsAmong } from './report/report.sql.ts'
import { forumDayRoutes } from './forum-day/forum-day-routes.tsx'
import { recommendationCounts } from './recommendation-counts.sql.ts'
import { RecommendationPage } from './recommendation.page.tsx'
import { recommendationRoutes } from './recommendation-routes.tsx'
import { publicRecommendation, publicRecommendations } from './recommendations.sql.ts'
import { RecommendationsPage } from './recommendations.page.tsx'
import { officeNotesRoutes } from './table-notes/office-routes.tsx'
import { tableRoutes } from './table-notes/table-routes.tsx'
import { dialogueRoutes } from './statements/dialogue-routes.tsx'
import { dialogueOfficeRoutes } from './statements/office-routes.tsx'
import { statementOfficeRoutes } from './statements/statement-office-routes.tsx'
import { youRoutes } from './statements/you-routes.tsx'
import { seatingRoutes } from './seating-plan/seating-routes.tsx'
import { tableQuestionRoutes } from './table-questions/question-routes.tsx'
import type { Db } from './tables.ts'
import { reseatingRoutes } from './reseating/reseating-routes.tsx'
import { tablePrintRoutes } from './table-prints/table-print-routes.tsx'
import { yourTablesRoutes } from './your-tables/your-tables-routes.tsx'

// A file holds all there will be.
const allMax = 100_000

const perPage = 30

const WholeNumber = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined)

export const forumRoutes = (db: Db, options: ForumOptions) => {
  const { commitmentOf = none, threadOf } = options
  return routes()
    .get('/recommendations.csv', anyone, (c) => recommendationsFile(db, c))
    .get('/recommendations', anyone, async (c) => {
      const before = WholeNumber.parse(c.req.query('before'))
      const [read, counts] = await Promise.all([
        publicRecommendations(db, { before, limit: perPage + 1 }),
        recommendationCounts(db, localDate(c.var.now)),
      ])
      const recommendations = read.slice(0, perPage)
      const commitments = await commitmentOf(recommendations.map((one) => one.id))
      const next = read.length > perPage ? recommendations.at(-1)?.number : undefined
      return c.html(<RecommendationsPage visit={c.var} {...{ recommendations, commitments, counts, next }} />)
    })
    .get('/recommendations/:number', anyone, async (c) => {
      const number = found(WholeNumber.parse(c.req.param('number')), 'recommendation')
      const recommendation = found(await publicRecommendation(db, number), 'recommendation')
      const commitments = (await commitmentOf([recommendation.id])).get(recommendation.id) ?? []
      const thread = (await threadOf?.(c.var, 'recommendation', number)) ?? null
      const { id, event_id } = recommendation
      const report = (await reportsAmong(db, [event_id])).get(event_id) ?? null
      const { groups } = report ? await loadHarvest(db, event_id) : { groups: [] }
      const behind = groups.filter((group) => group.recommendation_id === id)
      const answer = await answerTo(db, id)
      const proposal = (await options.proposalFrom?.(id)) ?? null
      const page = { recommendation, commitments, proposal, thread, report, behind, answer }
      return c.html(<RecommendationPage visit={c.var} {...page} />)
    })
    .route('/', noteRoutes(db, options))
    .route('/', forumDayRoutes(db, options))
    .route('/', stepRoutes(db, options))
    .route('/', minutesRoutes(db))
    .route('/', harvestRoutes(db, options))
    .route('/', reportRoutes(db, options))
    .route('/', answersRoutes(db, options))
    .route('/', recommendationRoutes(db, options))
    .route('/', mapRoutes(db, options))
    .route('/', importRoutes(db, options))
    .route('/', tableRoutes(db, options.uploads))
    .route('/', officeNotesRoutes(db, options))
    .route('/', yourTablesRoutes(db))
    .route('/', dialogueRoutes(db))
    .route('/', youRoutes(db, options.url))
    .route('/', dialogueOfficeRoutes(db, options))
    .route('/', statementOfficeRoutes(db, options))
    .route('/', seatingRoutes(db, options.organiser))
    .route('/', reseatingRoutes(db, options))
    .route('/', tablePrintRoutes(db, options))
    .route('/', tableQuestionRoutes(db, options))
}

/** The list as a file. */
async function recommendationsFile(db: Db, c: Context<VisitEnv>): Promise<Response> {
  const { t, language, url } = c.var
  const names = ['number', 'text', 'event', 'receiver', 'handed', 'due', 'answered', 'page']
  const all = await publicRecommendations(db, { limit: allMax })
  const rows = all.map((one) => [
    ...[one.number, inLanguage(one.text, language), inLanguage(one.event_title, language)],
    one.organisation_name ? inLanguage(one.organisation_name, language) : one.receiver_name,
    ...[one.handed_over_on, one.answer_due_on, one.answered_on, url(`/recommendations/${one.number}`)],
  ])
  const header = names.map((one) => t(`lists.out.${one}`))
  return downloadTable(c, { name: t('lists.file-name.recommendations'), header, rows })
}
