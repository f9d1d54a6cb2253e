import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { saidAtTables } from '../report/load-said.ts'
import { recommendationsOf } from '../recommendations.sql.ts'
import type { Db } from '../tables.ts'
import { CorrectionForm, sendCorrection } from './correct-note.ts'
import { MinutesPage } from './minutes.page.tsx'
import { correctionsFrom, linkWithHash } from './minutes.sql.ts'

/** The draft behind the link of somebody who was present. Looking changes nothing; only sending does. */
export const minutesRoutes = (db: Db) =>
  routes()
    .get('/minutes/:token', anyone, async (c) => c.html(await minutesPage(db, c)))
    .post('/minutes/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const form = await readForm(c, CorrectionForm)
      const page = await minutesPage(db, c, form.ok ? {} : form)
      if (!form.ok) return c.html(page, 422)
      const refusal = await sendCorrection(db, token, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/minutes/${token}`), 303)
      const answered = { filled: await readFields(c), refusal: `minutes.refusal.${refusal}` }
      return c.html(await minutesPage(db, c, answered), 409)
    })

async function minutesPage(db: Db, c: Context<VisitEnv>, answered: Answered = {}) {
  const link = found(await linkWithHash(db, hashOf(c.req.param('token') ?? '')), 'link to minutes')
  const corrections = await correctionsFrom(db, link.note_id, link.sign_up_id)
  const said = await saidAtTables(db, link.event_id)
  const recommendations = await recommendationsOf(db, link.event_id)
  return <MinutesPage visit={c.var} {...{ link, corrections, said, recommendations }} {...answered} />
}
