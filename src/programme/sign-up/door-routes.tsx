import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { toCsv } from '#platform/csv.ts'
import { found } from '#platform/errors.ts'
import { download, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { searchText } from '#platform/search.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { DoorPage } from './door.page.tsx'
import { AtTheDoor, atTheDoor } from './let-in.ts'
import { cellsOf, SignUpsPage } from './sign-ups.page.tsx'
import { needsAt, signUpsOf } from './sign-ups.sql.ts'

type C = Context<VisitEnv>

export const doorRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/door', organiser(db), async (c) => {
      const event = found(await eventWithId(db, c.req.param('id')), 'event')
      return c.html(<DoorPage {...await doorProps(db, c, event)} />)
    })
    .post('/office/events/:id/door', organiser(db), async (c) => {
      const event = found(await eventWithId(db, c.req.param('id')), 'event')
      const form = await readForm(c, AtTheDoor)
      if (!form.ok) return c.html(<DoorPage {...await doorProps(db, c, event)} {...form} />, 422)

      const refusal = await atTheDoor(db, event.id, form.value, { by: memberOf(c), now: c.var.now })
      if (refusal) {
        const page = { ...(await doorProps(db, c, event)), filled: await readFields(c) }
        return c.html(<DoorPage {...page} refusal={`door.refusal.${refusal}`} />, 409)
      }
      const search = c.req.query('q')
      const query = search && form.value.do !== 'walk-in' ? `?q=${encodeURIComponent(search)}` : ''
      return c.redirect(c.var.to(`/office/events/${event.id}/door${query}`), 303)
    })
    .get('/office/events/:id/sign-ups', organiser(db), async (c) => {
      const event = found(await eventWithId(db, c.req.param('id')), 'event')
      const lines = inNameOrder(await signUpsOf(db, event.id), c)
      return c.html(
        <SignUpsPage visit={c.var} event={event} lines={lines} needs={await needsAt(db, event.id)} />,
      )
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
        lines.map((line) => cellsOf(c.var, line)),
      )
      return download(c, body, { name: `${event.slug}.csv`, type: 'text/csv' })
    })

async function doorProps(db: Db, c: C, event: ProgrammeEvent) {
  const search = c.req.query('q') ?? ''
  const wanted = searchText(search).split(' ')
  const all = await signUpsOf(db, event.id)
  const counts = {
    in: all.filter((row) => row.checked_in_at).length,
    seats: all.filter((row) => row.state === 'seat').length,
    waiting: all.filter((row) => row.state === 'waiting').length,
  }
  const rows = all.filter((row) => {
    const text = searchText(
      `${row.name} ${row.organisation_name ?? ''} ${Object.values(row.organisation ?? {}).join(' ')}`,
    )
    return wanted.every((word) => text.includes(word))
  })
  return { visit: c.var, event, rows: inNameOrder(rows, c), search, counts, filled: { id: newId() } }
}

const inNameOrder = <Row extends { name: string }>(rows: readonly Row[], c: C): Row[] =>
  rows.toSorted((one, other) => one.name.localeCompare(other.name, c.var.language))
