import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { optionalLine } from '#platform/form.ts'
import { routes, type VisitEnv } from '#platform/http.ts'
import { eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { DoorListPage } from './door-list.page.tsx'
import { NameTagsPage } from './name-tags.page.tsx'
import { peopleOnPaper, tablesOf } from './on-paper.ts'
import { PapersPage } from './paper.page.tsx'
import { SignsPage } from './signs.page.tsx'

type C = Context<VisitEnv>

/** What an organiser prints before an event. */
export const paperRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/paper', organiser(db), async (c) =>
      c.html(<PapersPage visit={c.var} event={await eventOf(db, c)} />),
    )
    .get('/office/events/:id/paper/door-list', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const people = await peopleOnPaper(db, event.id, c.var)
      return c.html(<DoorListPage visit={c.var} event={event} people={people} />)
    })
    .get('/office/events/:id/paper/name-tags', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const people = await peopleOnPaper(db, event.id, c.var)
      return c.html(<NameTagsPage visit={c.var} event={event} people={people} />)
    })
    .get('/office/events/:id/paper/signs', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const tables = tablesOf(await peopleOnPaper(db, event.id, c.var))
      const [room, wifi] = [wordsIn(c, 'room') ?? event.place_name ?? '', wordsIn(c, 'wifi') ?? '']
      return c.html(<SignsPage visit={c.var} {...{ event, room, wifi, tables }} />)
    })

const eventOf = async (db: Db, c: C) => found(await eventWithId(db, c.req.param('id') ?? ''), 'event')

const wordsMax = 200

/** What was typed for the signs; it is printed and nowhere kept. */
const wordsIn = (c: C, name: string): string | null =>
  optionalLine(wordsMax).safeParse(c.req.query(name)).data ?? null
