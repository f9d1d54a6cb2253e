import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { minutesToAgain, minutesToMail, senderOf } from '#platform/sender.ts'
import type { Db } from '../tables.ts'
import {
  ClaimForm,
  ClaimFormOfGuest,
  claimLinked,
  claimOrganisation,
  confirmClaim,
} from './claim-organisation.ts'
import { ClaimPage, OwnClaimPage } from './claim.page.tsx'
import { OldLinkPage, SentPage } from './join.page.tsx'
import { robotIn, textAt } from './join-routes.tsx'
import { organisationWithSlug } from './organisations.sql.ts'
import { tellingOf } from './telling.ts'

type C = Context<VisitEnv>

/** Asking to look after an entry that nobody looks after. */
export const claimRoutes = (db: Db) =>
  routes()
    .get('/network/organisations/:slug/claim', anyone, async (c) => c.html(await claimPage(db, c)))
    .post('/network/organisations/:slug/claim', anyone, (c) => claim(db, c))
    .get('/network/claims/sent', anyone, async (c) => {
      const minutes = await minutesToMail(db, 'claim', c.var.now)
      return c.html(<SentPage visit={c.var} kind="claim" minutes={minutes} />)
    })
    .get('/network/claims/:token', anyone, (c) => ownPage(db, c))
    .post('/network/claims/:token', anyone, async (c) => {
      const one = await claimLinked(db, c.req.param('token'), c.var.now)
      if (one) await confirmClaim(db, one, tellingOf(c))
      return ownPage(db, c)
    })

const organisationOf = async (db: Db, c: C) =>
  found(await organisationWithSlug(db, c.req.param('slug') ?? ''), 'organisation')

async function claimPage(db: Db, c: C, answered: Answered = {}) {
  const filled = { id: newId(), opened: c.var.now, ...answered.filled }
  const organisation = await organisationOf(db, c)
  return <ClaimPage visit={c.var} organisation={organisation} {...answered} filled={filled} />
}

async function claim(db: Db, c: C): Promise<Response> {
  const { member, from, to } = c.var
  const organisation = await organisationOf(db, c)
  const filled = await readFields(c)
  const form = checkForm(filled, member ? ClaimForm : ClaimFormOfGuest)
  if (!form.ok) return c.html(await claimPage(db, c, form), 422)
  const robot = robotIn(c, filled)
  if (robot) return c.html(await claimPage(db, c, { filled, refusal: `organisations.refusal.${robot}` }), 422)
  const sender = senderOf(member, textAt(filled, 'email').trim().toLowerCase(), from)
  const refusal = await claimOrganisation(db, organisation.id, form.value, sender, tellingOf(c))
  if (!refusal) return c.redirect(to('/network/claims/sent'), 303)
  const minutes = await minutesToAgain(db, 'claim', from, c.var.now)
  const answered = { filled, refusal: `organisations.refusal.${refusal}`, minutes }
  return c.html(await claimPage(db, c, answered), refusal === 'too-many' ? 429 : 409)
}

async function ownPage(db: Db, c: C): Promise<Response> {
  const one = await claimLinked(db, c.req.param('token') ?? '', c.var.now)
  if (!one) return c.html(<OldLinkPage visit={c.var} />, 404)
  return c.html(<OwnClaimPage visit={c.var} claim={one} />)
}
