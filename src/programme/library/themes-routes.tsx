import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { EditThemePage, EventThemesPage, ThemesPage } from './edit-themes.page.tsx'
import { addNewTheme, saveEventThemes, saveTheme, ThemeForm } from './save-theme.ts'
import { offeredTo } from './theme.rules.ts'
import { allThemes, themesOf, themeWithId } from './themes.sql.ts'

type C = Context<VisitEnv>

/** The vocabulary for coordinators, and what an event is about for those who look after it. */
export const themesRoutes = (db: Db) =>
  routes()
    .get('/office/themes', coordinator, async (c) =>
      c.html(<ThemesPage visit={c.var} themes={await allThemes(db, c.var.language)} />),
    )
    .get('/office/themes/:theme', coordinator, async (c) => c.html(await themePage(db, c)))
    .post('/office/themes/:theme', coordinator, async (c) => {
      const theme = await themeIn(db, c)
      const form = await readForm(c, ThemeForm)
      if (!form.ok) return c.html(await themePage(db, c, form), 422)
      const by = { db, by: memberOf(c), now: c.var.now }
      const refusal = theme ? await saveTheme(by, theme.id, form.value) : await addNewTheme(by, form.value)
      if (!refusal) return c.redirect(c.var.to('/office/themes'), 303)
      const answered = { filled: await readFields(c), refusal: `library.themes.refusal.${refusal}` }
      return c.html(await themePage(db, c, answered), 409)
    })
    .get('/office/events/:id/themes', organiser(db), async (c) => {
      const event = found(await eventWithId(db, c.req.param('id')), 'event')
      const { offered, has } = await toChooseFrom(db, c, event.id)
      const filled = { themes: [...has] }
      return c.html(<EventThemesPage visit={c.var} event={event} offered={offered} filled={filled} />)
    })
    .post('/office/events/:id/themes', organiser(db), async (c) => {
      const id = c.req.param('id')
      const { offered } = await toChooseFrom(db, c, id)
      const chosen = new Set([(await readFields(c))['themes'] ?? []].flat())
      const themes = offered.map((one) => one.id).filter((one) => chosen.has(one))
      await saveEventThemes({ db, by: memberOf(c), now: c.var.now }, id, themes)
      return c.redirect(c.var.to(`/office/events/${id}`), 303)
    })

async function toChooseFrom(db: Db, c: C, eventId: string) {
  const has = new Set((await themesOf(db, eventId)).map(({ id }) => id))
  return { has, offered: offeredTo(await allThemes(db, c.var.language), has) }
}

async function themeIn(db: Db, c: C) {
  const id = c.req.param('theme') ?? ''
  return id === 'new' ? null : found(await themeWithId(db, id), 'theme')
}

async function themePage(db: Db, c: C, answered?: Answered) {
  const theme = await themeIn(db, c)
  const fresh = theme ? {} : { filled: { id: newId() } }
  return <EditThemePage visit={c.var} theme={theme} {...(answered ?? fresh)} />
}
