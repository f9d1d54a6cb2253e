import type { Context } from 'hono'
import { askTogether } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { isRecorded } from '../../arrangers/arrangers.sql.ts'
import { eventWithSlug, type ProgrammeEvent } from '../../events.sql.ts'
import { askingAt, readSaid } from '../../questions/ask-at-sign-up.ts'
import type { Db } from '../../tables.ts'
import type { LettersOf } from '../letters.ts'
import { manageRoutes, type OwnParts } from '../own-page/manage-routes.tsx'
import { namesToChooseFrom } from '../names.ts'
import { sectorsWithSeats } from '../seats.rules.ts'
import { seatsOf } from '../seats.sql.ts'
import { SignUp } from '../sign-up-form.ts'
import { SignUpClosedPage, SignUpPage } from './sign-up.page.tsx'
import { capacities, refusalToAnybody } from '../sign-up.rules.ts'
import { needsWipedOn, type SignedUp, signUp } from '../sign-up.ts'
import { readPlace, SignedUpPage } from './signed-up.page.tsx'

type C = Context<VisitEnv>

export interface SignUpOptions {
  lettersOf: LettersOf
  /** Shows what a mail would lead to: where no mail leaves the machine, in a sample year. */
  showsLinks?: boolean
  /** What other slices show on the own page of whoever has signed up; app.tsx passes it in. */
  ownParts?: OwnParts
}

export const signUpRoutes = (db: Db, { lettersOf, showsLinks = false, ownParts }: SignUpOptions) =>
  routes()
    .get('/events/:slug/sign-up', anyone, async (c) => {
      const event = found(await eventWithSlug(db, c.req.param('slug')), 'event')
      const refusal = refusalToAnybody(event, null, c.var.now)
      if (refusal) return c.html(<SignUpClosedPage visit={c.var} event={event} refusal={refusal} />)
      return c.html(await signUpPage(db, c, event))
    })
    .post('/events/:slug/sign-up', anyone, async (c) => {
      const slug = c.req.param('slug')
      const event = found(await askTogether(db, `event ${slug}`, () => eventWithSlug(db, slug)), 'event')
      const fields = await readFields(c)
      const form = checkForm(fields, SignUp)
      const asking = await askTogether(db, `asking ${event.id}`, () => askingAt(db, event))
      const { said, mistakes } = readSaid(asking, fields)
      if (!form.ok || mistakes) {
        const all = { ...(form.ok ? {} : form.mistakes), ...mistakes }
        return c.html(await signUpPage(db, c, event, { filled: fields, mistakes: all }), 422)
      }

      const { member, from, to } = c.var
      const isKnown = member !== null && member.email === form.value.email
      const request = { form: form.value, said, from, isKnown }
      const answer = await signUp(db, event.id, request, lettersOf(c))
      if (answer.refusal === 'too-many') {
        const answered = { filled: fields, refusal: 'sign-up.refusal.too-many' }
        return c.html(await signUpPage(db, c, event, answered), 429)
      }
      if (answer.refusal !== null)
        return c.html(<SignUpClosedPage visit={c.var} event={event} refusal={answer.refusal} />, 409)
      if (isKnown && answer.token) return c.redirect(to(`/sign-ups/${answer.token}`), 303)
      return c.redirect(to(`/events/${event.slug}/signed-up?${placeIn(answer, showsLinks)}`), 303)
    })
    .get('/events/:slug/signed-up', anyone, async (c) => {
      const event = found(await eventWithSlug(db, c.req.param('slug')), 'event')
      return c.html(
        <SignedUpPage visit={c.var} event={event} place={readPlace((name) => c.req.query(name))} />,
      )
    })
    .route('/', manageRoutes(db, lettersOf, ownParts))

/** What the answer says, as it stands in its address; whoever was signed up before gets the same as everybody. */
function placeIn({ seats, waiting, heldUntil, token }: SignedUp, showsLinks: boolean): string {
  const query = new URLSearchParams({ seats: String(seats), waiting: String(waiting) })
  if (heldUntil) query.set('until', heldUntil)
  if (showsLinks && token) query.set('mail', token)
  return query.toString()
}

async function signUpPage(db: Db, c: C, event: ProgrammeEvent, answered: Answered = {}) {
  const organisations = await namesToChooseFrom(db, c.var.language)
  const open = sectorsWithSeats(await seatsOf(db, event), capacities)
  const asking = await askingAt(db, event)
  const recorded = await isRecorded(db, event.id)
  const about = { event, open, organisations, asking, recorded }
  const page = { visit: c.var, ...about, wipeOn: needsWipedOn(event) }
  return <SignUpPage {...page} {...answered} />
}
