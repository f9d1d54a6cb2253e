import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { found } from '#platform/errors.ts'
import type { Answered, Filled } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type Visit, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { eventWithId } from '../../events.sql.ts'
import { askingAt, readSaid, saidFilled } from '../../questions/ask-at-sign-up.ts'
import { needsOfSignUp } from '../../questions/needs.sql.ts'
import { needsFilled } from '../../questions/read-needs.ts'
import type { Db, SignUpRow } from '../../tables.ts'
import { acceptOffer } from './accept-offer.ts'
import { CancelPage } from './cancel.page.tsx'
import { changeSignUp } from './change-sign-up.ts'
import { companionRoutes } from './companion-routes.tsx'
import { confirmSignUp } from './confirm-sign-up.ts'
import { giveSeatBack } from './give-seat-back.ts'
import type { LettersOf } from '../letters.ts'
import { ManagePage, OldLinkPage } from './manage.page.tsx'
import { namesToChooseFrom } from '../names.ts'
import { placeOf } from '../queue.rules.ts'
import { waitingLine } from '../queue.sql.ts'
import { keepsSeats } from '../seats.rules.ts'
import { About } from '../sign-up-form.ts'
import { refusalToChange } from '../sign-up.rules.ts'
import { needsWipedOn } from '../sign-up.ts'
import { companionsOf, organisationOfSignUp, signUpOfLink } from '../sign-ups.sql.ts'

type C = Context<VisitEnv>

/** What other slices show on the page, of a sign-up and the secret in its address. */
export type OwnParts = (
  visit: Visit,
  mine: { signUpId: string; eventId: string; token: string },
) => Promise<Child>

/** The page of one's own sign-up, behind the link in the mail. */
export const manageRoutes = (db: Db, lettersOf: LettersOf, ownParts?: OwnParts) => {
  return routes()
    .get('/sign-ups/:token', anyone, async (c) => {
      const mine = await signUpOfLink(db, hashOf(c.req.param('token')))
      if (!mine) return c.html(<OldLinkPage visit={c.var} />, 404)
      return c.html(<ManagePage {...await propsOf(c, mine)} />)
    })
    .post('/sign-ups/:token', anyone, async (c) => {
      const mine = await signUpOfLink(db, hashOf(c.req.param('token')))
      if (!mine) return c.html(<OldLinkPage visit={c.var} />, 404)
      const fields = await readFields(c)
      if (fields['do'] === 'confirm') return answer(c, mine, await confirmSignUp(db, mine, lettersOf(c)))
      if (fields['do'] === 'accept') return answer(c, mine, await acceptOffer(db, mine, lettersOf(c)))
      const form = await readForm(c, About)
      const { said, mistakes } = readSaid(await askingOf(db, mine), fields)
      if (!form.ok || mistakes) {
        const all = { ...(form.ok ? {} : form.mistakes), ...mistakes }
        const props = await propsOf(c, mine, { filled: fields, mistakes: all })
        return c.html(<ManagePage {...props} />, 422)
      }
      const sent = { form: form.value, said }
      return answer(c, mine, await changeSignUp(db, mine, sent, lettersOf(c)), fields)
    })
    .get('/sign-ups/:token/cancel', anyone, async (c) => {
      const mine = await signUpOfLink(db, hashOf(c.req.param('token')))
      if (!mine) return c.html(<OldLinkPage visit={c.var} />, 404)
      return c.html(<CancelPage {...await cancelProps(db, c, mine)} />)
    })
    .post('/sign-ups/:token/cancel', anyone, async (c) => {
      const mine = await signUpOfLink(db, hashOf(c.req.param('token')))
      if (!mine) return c.html(<OldLinkPage visit={c.var} />, 404)
      const all = (await readFields(c))['all'] === 'yes'
      const refusal = await giveSeatBack(db, mine, lettersOf(c), { all })
      // Pressing twice is no mistake: the page then says that the sign-up is cancelled.
      if (refusal && refusal !== 'already-cancelled') {
        const page = { ...(await cancelProps(db, c, mine)), refusal: `manage.refusal.${refusal}` }
        return c.html(<CancelPage {...page} />, 409)
      }
      return c.redirect(c.var.to(`/sign-ups/${c.req.param('token')}`), 303)
    })
    .route('/', companionRoutes(db, lettersOf))

  async function propsOf(c: C, mine: SignUpRow, answered: Answered = {}) {
    const base = await manageProps(db, c, mine, answered)
    const known = { signUpId: mine.id, eventId: mine.event_id, token: base.token }
    return { ...base, parts: (await ownParts?.(c.var, known)) ?? null }
  }

  async function answer(c: C, mine: SignUpRow, refusal: string | null, filled?: Filled): Promise<Response> {
    if (!refusal) return c.redirect(c.var.to(`/sign-ups/${c.req.param('token') ?? ''}`), 303)
    const answered = { ...(filled && { filled }), refusal: `manage.refusal.${refusal}` }
    return c.html(<ManagePage {...await propsOf(c, mine, answered)} />, 409)
  }
}

async function cancelProps(db: Db, c: C, mine: SignUpRow) {
  const event = found(await eventWithId(db, mine.event_id), 'event')
  const companions = await companionsOf(db, mine.id)
  return { visit: c.var, event, signUp: mine, companions, token: c.req.param('token') ?? '' }
}

async function manageProps(db: Db, c: C, mine: SignUpRow, answered: Answered = {}) {
  const base = await cancelProps(db, c, mine)
  const asking = await askingOf(db, mine)
  const isWaiting = [mine, ...base.companions].some(({ state }) => state === 'waiting')
  const line = isWaiting ? await waitingLine(db, mine.event_id) : []
  return {
    ...base,
    placeOf: (id: string) => placeOf(line, id, keepsSeats(base.event)),
    closed: refusalToChange(mine, base.event, c.var.now),
    organisations: await namesToChooseFrom(db, c.var.language),
    wipeOn: needsWipedOn(base.event),
    asking,
    isGivenBack: c.req.query('given-back') !== undefined,
    filled: { ...(await filledFrom(db, c, mine)), ...(await saidFilled(db, asking, mine.id)) },
    ...answered,
  }
}

const askingOf = async (db: Db, mine: SignUpRow) =>
  askingAt(db, found(await eventWithId(db, mine.event_id), 'event'), mine)

/** The form as it stands, from what was said before. */
async function filledFrom(db: Db, c: C, mine: SignUpRow): Promise<Filled> {
  const known = await organisationOfSignUp(db, mine)
  return {
    name: mine.name,
    capacity: mine.capacity,
    language: mine.language,
    organisation: known ? inLanguage(known.name, c.var.language) : (mine.organisation_name ?? ''),
    ...needsFilled(await needsOfSignUp(db, mine.id)),
  }
}
