import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { type Guard, readFields, readForm, routes, type Visit, type VisitEnv } from '#platform/http.ts'
import type { Clock } from '#platform/time.ts'
import { type CommitmentOf, none } from './commitments.ts'
import { loadSteps } from './minutes/load-steps.ts'
import type { UrlOf } from './minutes/note.mail.ts'
import { eventWithNotes, noteOf } from './notes.sql.ts'
import { recommendationsOf } from './recommendations.sql.ts'
import type { Db } from './tables.ts'
import { WriteNotePage } from './write-note.page.tsx'
import { NoteForm, writeNote } from './write-note.ts'

export interface ForumOptions {
  /** Lets in the event's organisers beside the coordinators; the event is the address's `:id`. */
  organiser: Guard
  /** The folder where what was sent in lies. */
  uploads: string
  /** Tells the time to what goes on without a request. */
  clock: Clock
  /** Ends what stays open, when the process is told to stop. */
  ending: AbortSignal
  /** A whole address of this site, for mails. */
  url: UrlOf
  /** Whether links that are mailed are shown on the page too: in a sample without a mail server. */
  showsLinks?: boolean
  /** What recommendations have become in the plan, which stands above this slice. */
  commitmentOf?: CommitmentOf
  /** The number of the open proposal that would make a recommendation a commitment; handed in for the same reason. */
  proposalFrom?: (recommendationId: string) => Promise<number | null>
  /** Draws the thread that runs through a recommendation; handed in for the same reason. */
  threadOf?: (visit: Visit, kind: 'recommendation', number: number) => Promise<Child>
}

/** Where what was said and agreed is written down. */
export const noteRoutes = (db: Db, options: ForumOptions) => {
  const { organiser } = options
  return routes()
    .get('/office/events/:id/notes', organiser, async (c) =>
      c.html(<WriteNotePage {...await notePage(db, options, c)} />),
    )
    .post('/office/events/:id/notes', organiser, async (c) => {
      const id = c.req.param('id')
      const form = await readForm(c, NoteForm)
      if (!form.ok) return c.html(<WriteNotePage {...await notePage(db, options, c)} {...form} />, 422)
      const refusal = await writeNote(db, memberOf(c), id, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/office/events/${id}/notes`), 303)
      const page = { ...(await notePage(db, options, c)), filled: await readFields(c) }
      return c.html(<WriteNotePage {...page} refusal={`forum.refusal.${refusal}`} />, 409)
    })
}

async function notePage(db: Db, { commitmentOf = none }: ForumOptions, c: Context<VisitEnv>) {
  const eventId = c.req.param('id') ?? ''
  const event = found(await eventWithNotes(db, eventId), 'event')
  const [note, recommendations] = await Promise.all([noteOf(db, eventId), recommendationsOf(db, eventId)])
  const commitments = await commitmentOf(recommendations.map((one) => one.id))
  const steps = await loadSteps(db, note)
  return { visit: c.var, event, note, steps, recommendations, commitments }
}
