import type { Context } from 'hono'
import { toCsv } from '#platform/csv.ts'
import { found } from '#platform/errors.ts'
import { download, routes, type VisitEnv } from '#platform/http.ts'
import { eventWithId } from '../../events.sql.ts'
import { organiser } from '../../organiser.ts'
import type { Db } from '../../tables.ts'
import { cellsOf, SignUpsPage } from './sign-ups.page.tsx'
import { signUpsOf } from '../sign-ups.sql.ts'

type C = Context<VisitEnv>

/** Everybody who signed up, on a page and as a file. */
export const listRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/sign-ups', organiser(db), async (c) => {
      const event = found(await eventWithId(db, c.req.param('id')), 'event')
      const lines = inNameOrder(await signUpsOf(db, event.id), c)
      return c.html(<SignUpsPage visit={c.var} event={event} lines={lines} />)
    })
    .get('/office/events/:id/sign-ups.csv', organiser(db), async (c) => {
      const event = found(await eventWithId(db, c.req.param('id')), 'event')
      const lines = inNameOrder(await signUpsOf(db, event.id), c)
      const { t } = c.var
      const header = ['name', 'email', 'capacity', 'organisation', 'state'].map((one) =>
        t(`door.column.${one}`),
      )
      const body = toCsv(
        header,
        lines.map((line) => cellsOf(c.var, event, line)),
        c.var.language,
      )
      return download(c, body, { name: `${event.slug}.csv`, type: 'text/csv' })
    })

const inNameOrder = <Row extends { name: string }>(rows: readonly Row[], c: C): Row[] =>
  rows.toSorted((one, other) => one.name.localeCompare(other.name, c.var.language))
