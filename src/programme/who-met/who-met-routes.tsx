import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { anyone, routes, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { yearsBetween } from '../library/library.rules.ts'
import { seriesInOrder } from '../series.sql.ts'
import type { Db } from '../tables.ts'
import { WhoMetPage } from './who-met.page.tsx'
import { metInYear, yearsMet } from './who-met.sql.ts'

/** Who met, by year and series, for everybody. */
export const whoMetRoutes = (db: Db) =>
  routes()
    .get('/who-met', anyone, async (c) => {
      const [, last] = await yearsMet(db)
      return c.html(await whoMetPage(db, c, last ?? yearNow(c), null))
    })
    .get('/who-met/:year', anyone, async (c) => c.html(await whoMetPage(db, c, yearIn(c), null)))
    .get('/who-met/:year/:series', anyone, async (c) =>
      c.html(await whoMetPage(db, c, yearIn(c), c.req.param('series'))),
    )

type C = Context<VisitEnv>

const yearNow = (c: C): number => Number(localDate(c.var.now).slice(0, 4))

function yearIn(c: C): number {
  const text = c.req.param('year') ?? ''
  return found(/^2\d{3}$/.test(text) ? Number(text) : null, 'year')
}

async function whoMetPage(db: Db, c: C, year: number, key: string | null) {
  const allSeries = await seriesInOrder(db)
  const only = key === null ? null : found(allSeries.find((one) => one.key === key) ?? null, 'series')
  const years = yearsBetween(...(await yearsMet(db)))
  const sums = await metInYear(db, year)
  return <WhoMetPage visit={c.var} {...{ year, years, only, allSeries, sums }} />
}
