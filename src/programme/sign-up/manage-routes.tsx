import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Filled } from '#platform/form.ts'
import { anyone, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { eventWithId } from '../events.sql.ts'
import type { Db, SignUpRow } from '../tables.ts'
import { changeSignUp } from './change-sign-up.ts'
import { giveSeatBack } from './give-seat-back.ts'
import type { LettersOf } from './letters.ts'
import { CancelPage, ManagePage, OldLinkPage } from './manage.page.tsx'
import { namesToChooseFrom } from './names.ts'
import { refusalToChange } from './seats.rules.ts'
import { About, needsWipedOn } from './sign-up.ts'
import { needsOf, organisationOfSignUp, placeInQueue, signUpOfLink } from './sign-ups.sql.ts'

type C = Context<VisitEnv>

/** The page of one's own sign-up, behind the link in the mail. */
export const manageRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get('/sign-ups/:token', anyone, async (c) => {
      const mine = await signUpOfLink(db, hashOf(c.req.param('token')))
      if (!mine) return c.html(<OldLinkPage visit={c.var} />, 404)
      return c.html(<ManagePage {...await manageProps(db, c, mine)} />)
    })
    .post('/sign-ups/:token', anyone, async (c) => {
      const mine = await signUpOfLink(db, hashOf(c.req.param('token')))
      if (!mine) return c.html(<OldLinkPage visit={c.var} />, 404)
      const form = await readForm(c, About)
      if (!form.ok) return c.html(<ManagePage {...await manageProps(db, c, mine)} {...form} />, 422)

      const refusal = await changeSignUp(db, mine, form.value, c.var.now)
      if (refusal)
        return c.html(
          <ManagePage {...await manageProps(db, c, mine)} refusal={`manage.refusal.${refusal}`} />,
          409,
        )
      return c.redirect(c.var.to(`/sign-ups/${c.req.param('token')}`), 303)
    })
    .get('/sign-ups/:token/cancel', anyone, async (c) => {
      const mine = await signUpOfLink(db, hashOf(c.req.param('token')))
      if (!mine) return c.html(<OldLinkPage visit={c.var} />, 404)
      return c.html(<CancelPage {...await cancelProps(db, c, mine)} />)
    })
    .post('/sign-ups/:token/cancel', anyone, async (c) => {
      const mine = await signUpOfLink(db, hashOf(c.req.param('token')))
      if (!mine) return c.html(<OldLinkPage visit={c.var} />, 404)
      const refusal = await giveSeatBack(db, mine, lettersOf(c))
      // Pressing twice is no mistake: the page then says that the sign-up is cancelled.
      if (refusal && refusal !== 'already-cancelled') {
        return c.html(
          <CancelPage {...await cancelProps(db, c, mine)} refusal={`manage.refusal.${refusal}`} />,
          409,
        )
      }
      return c.redirect(c.var.to(`/sign-ups/${c.req.param('token')}`), 303)
    })

async function cancelProps(db: Db, c: C, mine: SignUpRow) {
  const event = found(await eventWithId(db, mine.event_id), 'event')
  return { visit: c.var, event, signUp: mine, token: c.req.param('token') ?? '' }
}

async function manageProps(db: Db, c: C, mine: SignUpRow) {
  const base = await cancelProps(db, c, mine)
  return {
    ...base,
    place: mine.state === 'waiting' ? await placeInQueue(db, mine) : 0,
    closed: refusalToChange(mine, base.event, c.var.now),
    organisations: await namesToChooseFrom(db, c.var.language),
    wipeOn: needsWipedOn(base.event),
    filled: await filledFrom(db, c, mine),
  }
}

/** The form as it stands, from what was said before. */
async function filledFrom(db: Db, c: C, mine: SignUpRow): Promise<Filled> {
  const needs = await needsOf(db, mine.id)
  const known = await organisationOfSignUp(db, mine)
  return {
    name: mine.name,
    capacity: mine.capacity,
    language: mine.language,
    organisation: known ? inLanguage(known.name, c.var.language) : (mine.organisation_name ?? ''),
    access: needs?.access ?? '',
    interpretation: needs?.interpretation ?? '',
    diet: needs?.diet ?? '',
  }
}
