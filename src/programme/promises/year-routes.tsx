import type { Context } from 'hono'
import { NotFound } from '#platform/errors.ts'
import { anyone, routes, type VisitEnv } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { yearsWithEvents } from './counts.sql.ts'
import { loadYear, thisYear } from './load-year.ts'
import { yearOf } from './promise.rules.ts'
import { allPromises } from './promises.sql.ts'
import { YearPage } from './year.page.tsx'

/** A page for every year, linked to the years beside it that have something to show. */
export const yearRoutes = (db: Db) =>
  routes().get('/year/:year', anyone, async (c) => {
    const year = yearIn(c)
    const { first, last } = await yearsToShow(db, c)
    return c.html(
      <YearPage
        visit={c.var}
        loaded={await loadYear(db, year, c.var.now)}
        before={year > first ? Math.min(year - 1, last) : null}
        after={year < last ? Math.max(year + 1, first) : null}
      />,
    )
  })

/** Four digits of a year that somebody may mean. */
export function yearIn(c: Context<VisitEnv>): number {
  const text = c.req.param('year') ?? ''
  if (!/^2\d{3}$/.test(text)) throw new NotFound('year')
  return Number(text)
}

/** From the first year with an event or a promise to the one after this, or the last with an event. */
async function yearsToShow(db: Db, c: Context<VisitEnv>) {
  const now = thisYear(c.var.now)
  const events = await yearsWithEvents(db)
  const promised = (await allPromises(db)).map(({ from_on }) => yearOf(from_on))
  const first = Math.min(now, events?.first ?? now, ...promised)
  return { first, last: Math.max(now + 1, events?.last ?? now) }
}
