import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { eventWithSlug } from '../events.sql.ts'
import type { Db } from '../tables.ts'
import type { LettersOf } from './letters.ts'
import { manageRoutes } from './manage-routes.tsx'
import { namesToChooseFrom } from './names.ts'
import { placeFor, refusalToSignUp } from './seats.rules.ts'
import { SignedUpPage, SignUpClosedPage, SignUpPage } from './sign-up.page.tsx'
import { needsWipedOn, SignUp, signUp } from './sign-up.ts'

type C = Context<VisitEnv>

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
    .route('/', manageRoutes(db, lettersOf))

async function signUpProps(db: Db, c: C, event: NonNullable<Awaited<ReturnType<typeof eventWithSlug>>>) {
  const organisations = await namesToChooseFrom(db, c.var.language)
  return { visit: c.var, event, place: placeFor(event), organisations, wipeOn: needsWipedOn(event) }
}
