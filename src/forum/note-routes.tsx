import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { type Guard, readForm, routes, type Visit, type VisitEnv } from '#platform/http.ts'
import { type CommitmentOf, none } from './commitments.ts'
import { eventWithNotes, noteOf } from './notes.sql.ts'
import { recommendationsOf } from './recommendations.sql.ts'
import type { Db } from './tables.ts'
import { WriteNotePage } from './write-note.page.tsx'
import { NoteForm, writeNote } from './write-note.ts'

export interface ForumOptions {
  /** Lets in the event's organisers beside the coordinators; the event is the address's `:id`. */
  organiser: Guard
  /** What recommendations have become in the plan, which stands above this slice. */
  commitmentOf?: CommitmentOf
  /** Draws the thread that runs through a recommendation; handed in for the same reason. */
  threadOf?: (visit: Visit, kind: 'recommendation', number: number) => Promise<Child>
}

/** Where what was said and agreed is written down. */
export const noteRoutes = (db: Db, { organiser, commitmentOf = none }: ForumOptions) => {
  return routes()
    .get('/office/events/:id/notes', organiser, async (c) =>
      c.html(<WriteNotePage {...await pageOf(c, c.req.param('id'))} />),
    )
    .post('/office/events/:id/notes', organiser, async (c) => {
      const id = c.req.param('id')
      const form = await readForm(c, NoteForm)
      if (!form.ok) return c.html(<WriteNotePage {...await pageOf(c, id)} {...form} />, 422)
      const refusal = await writeNote(db, memberOf(c), id, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/office/events/${id}/notes`), 303)
      const { said, agreed } = form.value
      const page = { ...(await pageOf(c, id)), filled: flat({ said, agreed }) }
      return c.html(<WriteNotePage {...page} refusal={`forum.refusal.${refusal}`} />, 409)
    })

  async function pageOf(c: Context<VisitEnv>, eventId: string) {
    const event = found(await eventWithNotes(db, eventId), 'event')
    const [note, recommendations] = await Promise.all([noteOf(db, eventId), recommendationsOf(db, eventId)])
    const commitments = await commitmentOf(recommendations.map((one) => one.id))
    return { visit: c.var, event, note, recommendations, commitments }
  }
}

/** Texts by language as the form's fields: `{ said: { sv } }` becomes `{ 'said.sv' }`. */
const flat = (fields: Record<string, object>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, texts]) =>
      Object.entries(texts).map(([language, text]) => [`${name}.${language}`, String(text)]),
    ),
  )
