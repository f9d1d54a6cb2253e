import { found } from '#platform/errors.ts'
import { anyone, routes } from '#platform/http.ts'
import type { ForumOptions } from '../note-routes.tsx'
import type { Db } from '../tables.ts'
import { loadReport } from './load-report.ts'
import { ReportPage } from './report.page.tsx'
import { reportWithSlug } from './report.sql.ts'

/** What a forum came to: for everybody once the minutes are published, and before that for those who look after it. */
export const reportRoutes = (db: Db, { organiser, commitmentOf }: ForumOptions) =>
  routes()
    .get('/reports/:slug', anyone, async (c) => {
      const { id } = found(await reportWithSlug(db, c.req.param('slug')), 'report')
      const report = found(await loadReport(db, c.var, id, commitmentOf), 'event')
      return c.html(<ReportPage visit={c.var} report={report} isDraft={false} thread={null} />)
    })
    .get('/office/events/:id/report', organiser, async (c) => {
      const report = found(await loadReport(db, c.var, c.req.param('id'), commitmentOf), 'event')
      const isDraft = report.note?.state !== 'published'
      return c.html(<ReportPage visit={c.var} report={report} isDraft={isDraft} thread={null} />)
    })
