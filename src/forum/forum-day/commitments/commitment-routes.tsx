import type { Context } from 'hono'
import * as z from 'zod'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf, newId } from '#platform/ids.ts'
import type { UrlOf } from '../../minutes/note.mail.ts'
import type { Db } from '../../tables.ts'
import { eventOfDay, type EventOfDay } from '../day.sql.ts'
import { WallClosedPage } from '../wall/wall-closed.page.tsx'
import { eventOfWall } from '../wall/wall-links.sql.ts'
import { CommitmentFormPage, NoPromisePage } from './commitment-form.page.tsx'
import { refusalToAsk } from './commitment.rules.ts'
import { commitmentOfLink, signUpBehind, type Writer } from './commitments.sql.ts'
import { changeOwn } from './own-commitment.ts'
import { OwnCommitmentPage } from './own-commitment.page.tsx'
import { CommitmentForm, writeCommitment } from './write-commitment.ts'

type C = Context<VisitEnv>

interface Options {
  url: UrlOf
  /** Tells those who look at the wall. */
  soon: (eventId: string) => void
}

const OwnForm = z.object({ do: z.enum(['confirm', 'no-reminder', 'off-wall', 'forget']) })

/** What people promise themselves: by the wall's link, by their own, and afterwards behind the link of what they wrote. */
export const commitmentRoutes = (db: Db, options: Options) =>
  routes()
    .get('/wall/:token/promise', anyone, (c) => byWall(db, c, (event) => ask(c, event, null)))
    .post('/wall/:token/promise', anyone, (c) =>
      byWall(db, c, (event) => take(db, c, options, { event, writer: null })),
    )
    .get('/sign-ups/:token/commitment', anyone, async (c) => {
      const { event, writer } = await bySignUp(db, c)
      return ask(c, event, writer)
    })
    .post('/sign-ups/:token/commitment', anyone, async (c) => take(db, c, options, await bySignUp(db, c)))
    .get('/my-commitment/:token', anyone, async (c) => {
      const own = found(await commitmentOfLink(db, hashOf(c.req.param('token'))), 'commitment')
      const isNew = c.req.query('new') === 'yes'
      return c.html(<OwnCommitmentPage visit={c.var} own={own} isNew={isNew} />)
    })
    .post('/my-commitment/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const form = await readForm(c, OwnForm)
      if (form.ok) await changeOwn(db, token, form.value.do, c.var.now)
      const own = found(await commitmentOfLink(db, hashOf(token)), 'commitment')
      options.soon(own.event_id)
      return c.redirect(c.var.to(`/my-commitment/${token}`), 303)
    })

type Answer = Response | Promise<Response>

async function byWall(db: Db, c: C, answer: (event: EventOfDay) => Answer): Promise<Response> {
  const wall = await eventOfWall(db, hashOf(c.req.param('token') ?? ''), c.var.now)
  const event = wall && (await eventOfDay(db, wall.id))
  return event ? answer(event) : c.html(<WallClosedPage visit={c.var} />, 404)
}

async function bySignUp(db: Db, c: C) {
  const writer = found(await signUpBehind(db, hashOf(c.req.param('token') ?? '')), 'sign-up')
  return { writer, event: found(await eventOfDay(db, writer.event_id), 'event') }
}

const ownAddress = (writer: Writer | null): string | null => (writer?.confirmed_at ? writer.email : null)

function ask(c: C, event: EventOfDay, writer: Writer | null, answered: Answered = {}) {
  const why = refusalToAsk(event, c.var.now)
  if (why) return c.html(<NoPromisePage visit={c.var} event={event} why={why} />)
  const page = { visit: c.var, event, ownAddress: ownAddress(writer), newId: newId() }
  return c.html(<CommitmentFormPage {...page} {...answered} />)
}

async function take(
  db: Db,
  c: C,
  options: Options,
  { event, writer }: { event: EventOfDay; writer: Writer | null },
) {
  const form = await readForm(c, CommitmentForm)
  const page = { visit: c.var, event, ownAddress: ownAddress(writer), newId: newId() }
  if (!form.ok) return c.html(<CommitmentFormPage {...page} {...form} />, 422)
  const { from, now, language } = c.var
  const attempt = { eventId: event.id, writer, form: form.value, language, from, now, url: options.url }
  const written = await writeCommitment(db, attempt)
  const filled = await readFields(c)
  if (written.refusal === 'address-missing') {
    const mistakes = { email: 'platform.form.email-missing' }
    return c.html(<CommitmentFormPage {...page} filled={filled} mistakes={mistakes} />, 422)
  }
  if (written.refusal) {
    const refusal = `forum-day.promise.refusal.${written.refusal}`
    return c.html(<CommitmentFormPage {...page} filled={filled} refusal={refusal} />, 409)
  }
  options.soon(event.id)
  const next = written.token ? `/my-commitment/${written.token}?new=yes` : c.var.path
  return c.redirect(c.var.to(next), 303)
}
