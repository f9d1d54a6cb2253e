import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { eventWithId } from '../events.sql.ts'
import type { Db } from '../tables.ts'
import { CopyEventPage } from './copy-event.page.tsx'
import { copyEvent, CopyForm } from './copy-event.ts'

/** From an event to the next one like it. Those who may make a new event may copy one. */
export const copyRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/copy', coordinator, async (c) => {
      const event = await eventOf(db, c)
      return c.html(<CopyEventPage visit={c.var} event={event} filled={{ id: newId() }} />)
    })
    .post('/office/events/:id/copy', coordinator, async (c) => {
      const event = await eventOf(db, c)
      const form = await readForm(c, CopyForm)
      if (!form.ok) return c.html(<CopyEventPage visit={c.var} event={event} {...form} />, 422)
      const refusal = await copyEvent(db, memberOf(c), event.id, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/office/events/${form.value.id}`), 303)
      const answered = { filled: await readFields(c), refusal: `copy.refusal.${refusal}` }
      return c.html(<CopyEventPage visit={c.var} event={event} {...answered} />, 409)
    })

const eventOf = async (db: Db, c: Context<VisitEnv>) =>
  found(await eventWithId(db, c.req.param('id') ?? ''), 'event')
