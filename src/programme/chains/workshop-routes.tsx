import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { seriesInOrder } from '../series.sql.ts'
import type { Db } from '../tables.ts'
import { chainOf } from './load-chain.ts'
import { makeWorkshop, type ReportsOf, WorkshopForm } from './make-workshop.ts'
import { WorkshopPage } from './workshop.page.tsx'
import { mayHoldWorkshop } from './workshop.rules.ts'

type C = Context<VisitEnv>

/** Where the ideas of a forum went last year, and when: five weeks are enough to invite, and few to forget in. */
const [usualSeries, usualDaysAfter] = ['information-sessions', 35]

/** From a forum to its idea workshop. Those who may make a new event may make this one. */
export const workshopRoutes = (db: Db, reportsOf: ReportsOf = noReports) =>
  routes()
    .get('/office/events/:id/workshop', coordinator, async (c) => {
      const event = await eventOf(db, c)
      const after = [localDate(event.ends_at), localDate(c.var.now)].toSorted().at(-1) ?? ''
      const filled = { id: newId(), date: datePlus(after, usualDaysAfter), series: usualSeries }
      return c.html(await workshopPage(db, c, event, reportsOf, { filled }))
    })
    .post('/office/events/:id/workshop', coordinator, async (c) => {
      const event = await eventOf(db, c)
      const form = await readForm(c, WorkshopForm)
      if (!form.ok) return c.html(await workshopPage(db, c, event, reportsOf, form), 422)
      const report = (await reportsOf([event.id])).get(event.id) ?? null
      const refusal = await makeWorkshop(db, memberOf(c), event.id, form.value, { now: c.var.now, report })
      if (!refusal) return c.redirect(c.var.to(`/office/events/${form.value.id}`), 303)
      const answered = { filled: await readFields(c), refusal: `chains.workshop.refusal.${refusal}` }
      return c.html(await workshopPage(db, c, event, reportsOf, answered), 409)
    })

const noReports: ReportsOf = () => Promise.resolve(new Map())

const eventOf = async (db: Db, c: C): Promise<ProgrammeEvent> =>
  found(await eventWithId(db, c.req.param('id') ?? ''), 'event')

async function workshopPage(db: Db, c: C, event: ProgrammeEvent, reportsOf: ReportsOf, answered: Answered) {
  const { links, steps } = await chainOf(db, event.id, () => true)
  const planned = steps.flatMap(({ id, event: one }) =>
    one && links.some((link) => link.from_step === event.id && link.to_step === id) ? [one] : [],
  )
  const report = (await reportsOf([event.id])).get(event.id) ?? null
  const allSeries = (await seriesInOrder(db)).filter((series) => mayHoldWorkshop(series.id, event))
  return <WorkshopPage visit={c.var} {...{ event, allSeries, planned, report }} {...answered} />
}
