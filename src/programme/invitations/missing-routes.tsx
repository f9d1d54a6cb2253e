import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { inviteMissing, MissingForm } from './invite-missing.ts'
import { StillMissingPage } from './still-missing.page.tsx'
import { numbersOf } from './still-missing.rules.ts'
import { organisationsToInvite } from './still-missing.ts'

type C = Context<VisitEnv>

/** Which organisations are still missing, for those who look after an event. */
export const missingRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/invitations/missing', organiser(db), async (c) =>
      c.html(await missingPage(db, c)),
    )
    .post('/office/events/:id/invitations/missing', organiser(db), async (c) => {
      const form = await readForm(c, MissingForm)
      if (!form.ok) return c.html(await missingPage(db, c, form), 422)
      const inviting = { eventId: c.req.param('id'), by: memberOf(c), form: form.value, now: c.var.now }
      const answer = await inviteMissing(db, inviting)
      if (answer.refusal === null) {
        const done = `done=added&added=${answer.added}&known=${answer.known}`
        return c.redirect(c.var.to(`/office/events/${c.req.param('id')}/invitations?${done}`), 303)
      }
      const filled = await readFields(c)
      if (answer.refusal !== 'no-address') {
        const answered = { filled, refusal: `invitations.refusal.${answer.refusal}` }
        return c.html(await missingPage(db, c, answered), 409)
      }
      const lacking = answer.ids.map((id) => [`address.${id}`, 'invitations.mistake.address'])
      return c.html(await missingPage(db, c, { filled, mistakes: Object.fromEntries(lacking) }), 422)
    })

async function missingPage(db: Db, c: C, answered: Answered = {}) {
  const event = found(await eventWithId(db, c.req.param('id') ?? ''), 'event')
  const organisations = await organisationsToInvite(db, event.id)
  const numbers = numbersOf(organisations)
  return <StillMissingPage visit={c.var} {...{ event, organisations, numbers }} {...answered} />
}
