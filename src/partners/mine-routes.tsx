import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { sendFile } from '#platform/send-file.ts'
import { confirmPledge, publishAs, PublishForm, WithdrawForm, withdrawPledge } from './keep-pledge.ts'
import { MinePage, OldPledgeLinkPage } from './mine.page.tsx'
import { agreementOf, pledgeBehind, stepsOf } from './pledges.sql.ts'
import type { Db } from './tables.ts'

type C = Context<VisitEnv>

/** The page behind the link in mails: confirm, follow, choose what may be read, take back. */
export const mineRoutes = (db: Db, uploads: string) =>
  routes()
    .get('/partners/pledges/:token', anyone, (c) => show(db, c))
    .post('/partners/pledges/:token', anyone, async (c) => {
      const pledge = await pledgeBehind(db, c.req.param('token'))
      if (!pledge) return show(db, c)
      const fields = await readFields(c)
      const { now } = c.var
      if (fields['do'] === 'confirm') {
        await confirmPledge(db, pledge.id, now)
        return show(db, c)
      }
      if (fields['do'] === 'publish') {
        const form = checkForm(fields, PublishForm)
        if (!form.ok) return show(db, c, form, 422)
        await publishAs(db, pledge.id, form.value, now)
        return show(db, c)
      }
      const form = checkForm(fields, WithdrawForm)
      if (!form.ok) return show(db, c, form, 422)
      const refusal = await withdrawPledge(db, pledge.id, form.value, now)
      if (!refusal) return show(db, c)
      return show(db, c, { filled: fields, refusal: `partners.refusal.${refusal}` }, 409)
    })
    .get('/partners/pledges/:token/agreement', anyone, async (c) => {
      const pledge = found(await pledgeBehind(db, c.req.param('token')), 'pledge')
      return sendFile(c, uploads, found(await agreementOf(db, pledge.id), 'agreement'))
    })

async function show(db: Db, c: C, answered: Answered = {}, status: 200 | 409 | 422 = 200) {
  const token = c.req.param('token') ?? ''
  const pledge = await pledgeBehind(db, token)
  if (!pledge) return c.html(<OldPledgeLinkPage visit={c.var} />, 404)
  const page = { visit: c.var, pledge, token, steps: await stepsOf(db, pledge.id) }
  return c.html(<MinePage {...page} {...answered} />, status)
}
