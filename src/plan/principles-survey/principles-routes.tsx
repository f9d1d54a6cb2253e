import { anyone, routes } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { closedResults } from './load-results.ts'
import { ResultsPage } from './results.page.tsx'

/** How the principles are kept, year by year, for everybody. */
export const principlesRoutes = (db: Db) =>
  routes().get('/plan/years/principles', anyone, async (c) =>
    c.html(<ResultsPage visit={c.var} all={await closedResults(db, c.var.now)} />),
  )
