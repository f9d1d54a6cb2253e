import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Filled } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { organisationsToChooseFrom } from '#network/index.ts'
import { eventWithId, eventWithSlug } from '../events.sql.ts'
import type { Db, SignUpRow } from '../tables.ts'
import { changeSignUp } from './change-sign-up.ts'
import { giveSeatBack } from './give-seat-back.ts'
import type { Letters } from './letters.ts'
import { CancelPage, ManagePage, OldLinkPage } from './manage.page.tsx'
import { placeFor, refusalToChange, refusalToSignUp } from './seats.rules.ts'
import { SignedUpPage, SignUpClosedPage, SignUpPage } from './sign-up.page.tsx'
import { About, needsWipedOn, SignUp, signUp } from './sign-up.ts'
import { needsOf, organisationOfSignUp, placeInQueue, signUpOfLink } from './sign-ups.sql.ts'

type C = Context<VisitEnv>

export type LettersOf = (c: C) => Letters

export const signUpRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get('/events/:slug/sign-up', anyone, async (c) => {
      const event = found(await eventWithSlug(db, c.req.param('slug')), 'event')
      const refusal = refusalToSignUp(event, c.var.now)
      if (refusal) return c.html(<SignUpClosedPage visit={c.var} event={event} refusal={refusal} />)
      return c.html(<SignUpPage {...await signUpProps(db, c, event)} />)
    })
    .post('/events/:slug/sign-up', anyone, async (c) => {
      const event = found(await eventWithSlug(db, c.req.param('slug')), 'event')
      const form = await readForm(c, SignUp)
      if (!form.ok) return c.html(<SignUpPage {...await signUpProps(db, c, event)} {...form} />, 422)

      const answer = await signUp(db, event.id, form.value, { ...lettersOf(c), from: c.var.from })
      if (answer.refusal === 'too-many') {
        const filled = await readFields(c)
        return c.html(
          <SignUpPage
            {...await signUpProps(db, c, event)}
            filled={filled}
            refusal="sign-up.refusal.too-many"
          />,
          429,
        )
      }
      if (answer.refusal)
        return c.html(<SignUpClosedPage visit={c.var} event={event} refusal={answer.refusal} />, 409)
      return c.redirect(c.var.to(`/events/${event.slug}/signed-up/${answer.place}`), 303)
    })
    .get('/events/:slug/signed-up/:place{(?:seat|waiting)}', anyone, async (c) => {
      const event = found(await eventWithSlug(db, c.req.param('slug')), 'event')
      const place = c.req.param('place') === 'seat' ? 'seat' : 'waiting'
      return c.html(<SignedUpPage visit={c.var} event={event} place={place} />)
    })
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

async function signUpProps(db: Db, c: C, event: NonNullable<Awaited<ReturnType<typeof eventWithSlug>>>) {
  const organisations = await namesToChooseFrom(db, c)
  return { visit: c.var, event, place: placeFor(event), organisations, wipeOn: needsWipedOn(event) }
}

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
    organisations: await namesToChooseFrom(db, c),
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

const namesToChooseFrom = async (db: Db, c: C): Promise<string[]> =>
  (await organisationsToChooseFrom(db, c.var.language)).map(({ name }) => name)
