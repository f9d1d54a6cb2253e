import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { takeDown, TakingDown } from './end-entry.ts'
import { entryWithId, openEntries } from './entries.sql.ts'
import { lastSteps, withBoth } from './load.ts'
import { lookAround, LookingAround } from './look-around.ts'
import { introductions, unanswered } from './matches.sql.ts'
import { OfficeEntryPage, OfficeNeedsOffersPage } from './office.page.tsx'
import type { Given } from './public-routes.tsx'
import { tellingFrom } from './tell.ts'
import { searchesFor } from './waiting.sql.ts'

const shownMax = 200

/** Needs and offers in the office: what waits for an answer, what came of introductions, taking down. */
export const officeNeedsOffersRoutes = (db: Db, { themes }: Given) =>
  routes()
    .get('/office/needs-offers', coordinator, async (c) => {
      const today = localDate(c.var.now)
      const waiting = await withBoth(db, await unanswered(db, today, shownMax))
      const introduced = await lastSteps(db, await withBoth(db, await introductions(db, shownMax)))
      const entries = await openEntries(db, today, shownMax)
      return c.html(<OfficeNeedsOffersPage visit={c.var} {...{ waiting, introduced, entries }} />)
    })
    .get('/office/needs-offers/:id', coordinator, async (c) => c.html(await entryPage(db, c, themes)))
    .post('/office/needs-offers/:id', coordinator, async (c) => {
      const { do: deed } = await readFields(c)
      return deed === 'look-around' ? looked(db, c, themes) : takenDown(db, c, themes)
    })

type C = Context<VisitEnv>

async function entryPage(db: Db, c: C, themes: Given['themes'], answered: Answered = {}) {
  const entry = found(await entryWithId(db, c.req.param('id') ?? ''), 'need or offer')
  const searches = await searchesFor(db, entry.id)
  const page = { visit: c.var, entry, searches, themes: await themes(c.var.language) }
  return <OfficeEntryPage {...page} {...answered} />
}

async function takenDown(db: Db, c: C, themes: Given['themes']): Promise<Response> {
  const form = await readForm(c, TakingDown)
  if (!form.ok) return c.html(await entryPage(db, c, themes, form), 422)
  const id = c.req.param('id') ?? ''
  const refusal = await takeDown(db, memberOf(c), id, form.value, tellingFrom(c.var))
  if (!refusal) return c.redirect(c.var.to('/office/needs-offers'), 303)
  return refused(db, c, themes, refusal)
}

async function looked(db: Db, c: C, themes: Given['themes']): Promise<Response> {
  const form = await readForm(c, LookingAround)
  if (!form.ok) return c.html(await entryPage(db, c, themes, form), 422)
  const id = c.req.param('id') ?? ''
  const refusal = await lookAround(db, memberOf(c), id, form.value, c.var.now)
  if (!refusal) return c.redirect(c.var.to(`/office/needs-offers/${id}`), 303)
  return refused(db, c, themes, refusal)
}

async function refused(db: Db, c: C, themes: Given['themes'], refusal: 'has-ended'): Promise<Response> {
  const answered = { filled: await readFields(c), refusal: `needs-offers.refusal.${refusal}` }
  return c.html(await entryPage(db, c, themes, answered), 409)
}
