import type { Context } from 'hono'
import { found, NotFound } from '#platform/errors.ts'
import { anyone, routes, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { countFound, entriesFound, entryWithId, placesInUse } from './entries.sql.ts'
import { EntryPage, HowPage } from './entry.page.tsx'
import { NeedsOffersPage } from './list.page.tsx'
import { howItGoes } from './matches.sql.ts'
import type { Beside } from '../partnerships/beside.ts'
import type { Theme } from './shown.page.tsx'
import { wantedFrom } from './wanted.rules.ts'

/** What this room is handed from outside. */
export type Given = Pick<Beside, 'themes' | 'eventsBetween' | 'eventWithId' | 'thread'>

const perPage = 30

/** Needs and offers for everybody: all that are open, one of them, and the rule that suggests them. */
export const publicRoutes = (db: Db, { themes, thread }: Given) =>
  routes()
    .get('/network/needs', anyone, async (c) => c.html(await listPage(db, c, await themes(c.var.language))))
    .get('/network/needs/how', anyone, (c) => c.html(<HowPage visit={c.var} />))
    .get('/network/needs/:id', anyone, async (c) => {
      const entry = found(await entryWithId(db, c.req.param('id')), 'need or offer')
      // What was taken down is shown to its organisation alone.
      if (entry.ended_because === 'taken-down') throw new NotFound('need or offer')
      const threads = entry.side === 'need' ? await thread(c.var, 'network-need', entry.id) : null
      return c.html(
        <EntryPage visit={c.var} entry={entry} themes={await themes(c.var.language)}>
          {threads}
        </EntryPage>,
      )
    })

async function listPage(db: Db, c: Context<VisitEnv>, themes: readonly Theme[]) {
  const wanted = wantedFrom((name) => c.req.query(name))
  const today = localDate(c.var.now)
  const asked = { ...wanted, theme: themes.find(({ slug }) => slug === wanted.theme)?.id ?? '' }
  const count = await countFound(db, asked, today)
  const last = Math.max(1, Math.ceil(count / perPage))
  const number = Math.min(last, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))
  const entries = await entriesFound(db, asked, today, { max: perPage, skip: (number - 1) * perPage })
  const [places, going] = [await placesInUse(db, today), await howItGoes(db)]
  return (
    <NeedsOffersPage
      visit={c.var}
      {...{ wanted, count, entries, themes, places, going, page: { number, last } }}
    />
  )
}
