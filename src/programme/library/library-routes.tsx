import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { found } from '#platform/errors.ts'
import { anyone, routes, type Visit, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { eventsOfTheme } from './events-of-theme.sql.ts'
import { pageLength, pageOf, readCursor } from '../pages.ts'
import { seriesInOrder } from '../series.sql.ts'
import type { Db } from '../tables.ts'
import { libraryFeed } from './library-feed.ts'
import { LibraryPage } from './library.page.tsx'
import { nothingWanted, readWanted, type Wanted, yearsBetween } from './library.rules.ts'
import { itemsFound, type LibraryItem, mostUsed, yearsKept } from './library.sql.ts'
import { ThemePage } from './theme.page.tsx'
import { allThemes, themeWithSlug } from './themes.sql.ts'

type C = Context<VisitEnv>

/** What events led to, by their ids: said by a slice above, which app.tsx passes in. */
export type LedToOf = (
  visit: Visit,
  events: readonly { id: string; slug: string }[],
) => Promise<ReadonlyMap<string, Child>>

const usedShown = 5
const feedLength = 50
const onThemePage = 20

/** Everything that is left of all events, for everybody. */
export const libraryRoutes = (db: Db, ledToOf: LedToOf = nothing) =>
  routes()
    .get('/library', anyone, async (c) => c.html(await libraryPage(db, c, ledToOf)))
    .get('/library.atom', anyone, async (c) => {
      const items = await itemsFound(db, nothingWanted, { after: null, max: feedLength })
      const { t, language, url, site } = c.var
      const title = t('library.feed-title', { site: site.name })
      const base = (path: string): string => new URL(path, url('/')).href
      return c.body(libraryFeed({ title, language, url, base }, items), 200, {
        'Content-Type': 'application/atom+xml; charset=utf-8',
      })
    })
    .get('/library/themes/:slug', anyone, async (c) => {
      const theme = found(await themeWithSlug(db, c.req.param('slug')), 'theme')
      const { coming, past } = await eventsOfTheme(db, theme.id, c.var.now, onThemePage)
      const wanted = { ...nothingWanted, theme: theme.slug }
      const items = await itemsFound(db, wanted, { after: null, max: onThemePage })
      const ledTo = await ledToOf(c.var, eventsIn(items))
      return c.html(<ThemePage visit={c.var} {...{ theme, coming, past, items, ledTo }} />)
    })

const nothing: LedToOf = () => Promise.resolve(new Map<string, Child>())

async function libraryPage(db: Db, c: C, ledToOf: LedToOf) {
  const wanted = readWanted(c.req.query())
  const after = readCursor(c.req.query('after'))
  const { rows, next } = await onePage(db, wanted, after)
  const page = {
    visit: c.var,
    wanted,
    items: rows,
    next,
    isFirstPage: after === null,
    themes: await allThemes(db, c.var.language),
    allSeries: await seriesInOrder(db),
    years: yearsBetween(...(await yearsKept(db))),
    used: await mostUsed(db, Number(localDate(c.var.now).slice(0, 4)), usedShown),
    ledTo: await ledToOf(c.var, eventsIn(rows)),
  }
  return <LibraryPage {...page} />
}

async function onePage(db: Db, wanted: Wanted, after: ReturnType<typeof readCursor>) {
  const found = await itemsFound(db, wanted, { after, max: pageLength + 1 })
  return pageOf(found.map((item) => ({ ...item, starts_at: item.happened_at })))
}

/** The events that some items are of, each once. */
function eventsIn(items: readonly LibraryItem[]): { id: string; slug: string }[] {
  const slugs = new Map(items.map(({ event_id, event_slug }) => [event_id, event_slug]))
  return [...slugs].flatMap(([id, slug]) => (id && slug ? [{ id, slug }] : []))
}
