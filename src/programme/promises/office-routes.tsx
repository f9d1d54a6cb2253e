import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { seriesWithKey } from '../series.sql.ts'
import type { Db } from '../tables.ts'
import { comingOf } from './counts.sql.ts'
import { comingMax } from './end-promise.page.tsx'
import { giveReason, MissedForm } from './give-reason.ts'
import { standingsOf } from './load-year.ts'
import { MissedPage } from './missed.page.tsx'
import { OfficePromisePage } from './office-promise.page.tsx'
import { everPromised, promisesOf } from './promises.sql.ts'
import { EndForm, endPromises, type PlanPeriod, PromiseForm, setPromise } from './set-promise.ts'
import { yearIn } from './year-routes.tsx'

export interface PromiseOptions {
  /** The plans that a promise may be part of, the latest first; the slice of the plans hands them in. */
  plans?: () => Promise<readonly PlanPeriod[]>
}

type C = Context<VisitEnv>

/** Where coordinators make and change promises, and say why one was not kept. */
export const promiseRoutes = (db: Db, { plans = () => Promise.resolve([]) }: PromiseOptions) => {
  const seriesOf = async (c: C) => found(await seriesWithKey(db, c.req.param('key') ?? ''), 'series')
  const toChange = async (c: C) => {
    const series = await seriesOf(c)
    const [promises, history, coming] = await Promise.all([
      promisesOf(db, series.id),
      everPromised(db, series.id),
      comingOf(db, series.id, c.var.now, comingMax + 1),
    ])
    return { visit: c.var, series, promises, history, coming, plans: await plans() }
  }
  const toExplain = async (c: C) => {
    const series = await seriesOf(c)
    const [line] = await standingsOf(db, yearIn(c), c.var.now, series.id)
    return { visit: c.var, line: found(line, 'series') }
  }
  const change = async (c: C) => {
    const page = await toChange(c)
    const { visit, series } = page
    const asked = { by: memberOf(c), series, now: visit.now }
    const isEnd = (await readFields(c))['do'] === 'end'
    const form = isEnd ? await readForm(c, EndForm) : await readForm(c, PromiseForm)
    if (!form.ok) return c.html(<OfficePromisePage {...page} {...form} />, 422)
    const { value } = form
    const refusal =
      value.do === 'end'
        ? await endPromises(db, asked, value)
        : await setPromise(db, asked, value, page.plans.find(({ id }) => id === value.plan_id) ?? null)
    if (!refusal) return c.redirect(visit.to(`/office/series/${series.key}/promise?saved`), 303)
    // Read again: what stands now is what the next press of the button replaces.
    const answered = { filled: await readFields(c), refusal: `promises.refusal.${refusal}` }
    return c.html(<OfficePromisePage {...await toChange(c)} {...answered} />, 409)
  }
  return routes()
    .get('/office/series/:key/promise', coordinator, async (c) =>
      c.html(<OfficePromisePage {...await toChange(c)} saved={c.req.query('saved') !== undefined} />),
    )
    .post('/office/series/:key/promise', coordinator, change)
    .get('/office/series/:key/missed/:year', coordinator, async (c) =>
      c.html(<MissedPage {...await toExplain(c)} />),
    )
    .post('/office/series/:key/missed/:year', coordinator, async (c) => {
      const page = await toExplain(c)
      const { visit, line } = page
      const form = await readForm(c, MissedForm)
      if (!form.ok) return c.html(<MissedPage {...page} {...form} />, 422)
      const refusal = await giveReason(db, memberOf(c), line, form.value, visit.now)
      if (!refusal) return c.redirect(visit.to(`/year/${line.year}`), 303)
      const answered = { filled: await readFields(c), refusal: `promises.refusal.${refusal}` }
      return c.html(<MissedPage {...await toExplain(c)} {...answered} />, 409)
    })
}
