import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Language } from '#platform/language.ts'
import { readFields, readForm, routes } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { takeDown, TakingDown } from './end-entry.ts'
import { entryWithId, openEntries } from './entries.sql.ts'
import { lastSteps, withBoth } from './load.ts'
import { introductions, unanswered } from './matches.sql.ts'
import { OfficeEntryPage, OfficeNeedsOffersPage } from './office.page.tsx'
import type { Given } from './public-routes.tsx'

const shownMax = 200

/** Needs and offers in the office: what waits for an answer, what came of introductions, taking down. */
export const officeNeedsOffersRoutes = (db: Db, { themes }: Given) =>
  routes()
    .get('/office/needs-offers', coordinator, async (c) => {
      const today = localDate(c.var.now)
      const waiting = await withBoth(db, await unanswered(db, today, shownMax))
      const introduced = await lastSteps(db, await withBoth(db, await introductions(db, shownMax)))
      const entries = (await openEntries(db, today)).slice(0, shownMax)
      return c.html(<OfficeNeedsOffersPage visit={c.var} {...{ waiting, introduced, entries }} />)
    })
    .get('/office/needs-offers/:id', coordinator, async (c) => {
      const entry = found(await entryWithId(db, c.req.param('id')), 'need or offer')
      return c.html(<OfficeEntryPage visit={c.var} entry={entry} themes={await themes(c.var.language)} />)
    })
    .post('/office/needs-offers/:id', coordinator, async (c) => {
      const id = c.req.param('id')
      const entry = found(await entryWithId(db, id), 'need or offer')
      const page = { visit: c.var, entry, themes: await themes(c.var.language) }
      const form = await readForm(c, TakingDown)
      if (!form.ok) return c.html(<OfficeEntryPage {...page} {...form} />, 422)
      const base = c.var.url('/').replace(/\/\w\w$/, '')
      const url = (language: Language, path: string) => `${base}/${language}${path}`
      const refusal = await takeDown(db, memberOf(c), id, form.value, { now: c.var.now, url })
      if (!refusal) return c.redirect(c.var.to('/office/needs-offers'), 303)
      const answered = { filled: await readFields(c), refusal: `needs-offers.refusal.${refusal}` }
      return c.html(<OfficeEntryPage {...page} {...answered} />, 409)
    })
