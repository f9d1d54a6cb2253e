import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { anyone, download, routes, type VisitEnv } from '#platform/http.ts'
import { principlesRoutes } from '../principles-survey/principles-routes.tsx'
import { decidedPart } from '../steering-group/decided-part.tsx'
import type { Db } from '../tables.ts'
import { columnsCsv, figuresCsv, figuresJson } from './figures-file.ts'
import { loadReport } from './load-report.ts'
import { reportOfYear, reports } from './reports.sql.ts'
import { YearPage } from './year.page.tsx'
import { YearsPage } from './years.page.tsx'
import { yearIn } from './year-in.ts'

type C = Context<VisitEnv>

/** The reports that everybody can read, on a screen, on paper and as figures. */
export const reportRoutes = (db: Db) =>
  routes()
    .get('/plan/years', anyone, async (c) => {
      const all = await reports(db)
      const published = all.flatMap(({ state, figures }) =>
        state === 'published' && figures ? [figures] : [],
      )
      const coming = all.filter(({ state }) => state !== 'published').map(({ year }) => year)
      return c.html(<YearsPage visit={c.var} contents={published} coming={coming} />)
    })
    .get('/plan/years/columns.csv', anyone, (c) =>
      download(c, columnsCsv(c.var.language), { name: 'columns.csv', type: 'text/csv' }),
    )
    .route('/', principlesRoutes(db))
    .get('/plan/years/:year', anyone, async (c) => {
      const full = await loadReport(db, await publishedIn(db, c), c.var.now)
      const decided = await decidedPart(db)(c.var, 'year-report', String(full.report.year))
      return c.html(<YearPage visit={c.var} {...full} decided={decided} />)
    })
    .get('/plan/years/:year/figures.csv', anyone, async (c) => {
      const { content } = await loadReport(db, await publishedIn(db, c), c.var.now)
      const name = `malmoandan-${content.year}.csv`
      return download(c, figuresCsv(content, c.var.language), { name, type: 'text/csv' })
    })
    .get('/plan/years/:year/figures.json', anyone, async (c) => {
      const { content } = await loadReport(db, await publishedIn(db, c), c.var.now)
      return c.json(figuresJson(content, c.var.language))
    })

/** A draft, and what is approved but not published, is the office's own. */
async function publishedIn(db: Db, c: C) {
  const report = found(await reportOfYear(db, yearIn(c)), 'report')
  return found(report.state === 'published' ? report : null, 'published report')
}
