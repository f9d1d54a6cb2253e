import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { companionsOf, signUpOfLink } from '#programme/index.ts'
import { isWanted, setWanted } from '../encounters/want-encounters.ts'
import { runningRound } from '../forum-day/running-round.ts'
import type { Db } from '../tables.ts'
import { loadOwnSeats } from './load-own-seats.ts'
import { markSeen } from './mark-seen.ts'
import { YourTablesPage } from './your-tables.page.tsx'

type C = Context<VisitEnv>

/** Somebody's own tables, beside the page of their sign-up and behind the same link. */
export const yourTablesRoutes = (db: Db) =>
  routes()
    .get('/sign-ups/:token/tables', anyone, async (c) => {
      const mine = await mineOf(db, c)
      const tables = await loadOwnSeats(db, mine, c.var.now)
      const running = await runningRound(db, mine.event_id)
      const isRemembered = mine.email === null ? null : await isWanted(db, mine.email)
      const token = c.req.param('token')
      return c.html(<YourTablesPage visit={c.var} {...{ tables, running, token, isRemembered }} />)
    })
    .post('/sign-ups/:token/tables', anyone, async (c) => {
      const mine = await mineOf(db, c)
      const fields = await readFields(c)
      const what = fields['do']
      if (what === 'seen') {
        const group = [mine, ...(await companionsOf(db, mine.id))].map(({ id }) => id)
        await markSeen(db, mine.event_id, group, String(fields['version']))
      }
      if ((what === 'forget' || what === 'remember') && mine.email !== null)
        await setWanted(db, mine.email, what === 'remember', c.var.now)
      return c.redirect(c.var.to(`/sign-ups/${c.req.param('token')}/tables`), 303)
    })

const mineOf = async (db: Db, c: C) =>
  found(await signUpOfLink(db, hashOf(c.req.param('token') ?? '')), 'sign-up')
