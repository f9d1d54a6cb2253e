import type { Context } from 'hono'
import type * as z from 'zod'
import { found } from '#platform/errors.ts'
import { checkForm } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { eventWithId } from '../events.sql.ts'
import type { LettersOf } from '../sign-up/index.ts'
import { readSaid } from '../questions/ask-at-sign-up.ts'
import { capacities, refusalToSignUp } from '../sign-up/sign-up.rules.ts'
import type { Db } from '../tables.ts'
import { type Comer, comeByInvitation, declineInvitation } from './answer-invitation.ts'
import { capacitiesFor, refusalByForWhom } from './for-whom.rules.ts'
import { GuestForm, MissingForm, Pressed } from './invitation-form.ts'
import { refusalToAnswer } from './invitation.rules.ts'
import { DeadLinkPage, InvitationPage, type InvitationProps } from './invitation.page.tsx'
import { invitationOfLink, standingSignUp } from './invitations.sql.ts'
import { SomebodyElsePage } from './somebody-else.page.tsx'
import { askedByLink, invitationAt, knownOf, mayBePassedOn } from './known.ts'

type C = Context<VisitEnv>

interface Options {
  db: Db
  lettersOf: LettersOf
}

/** What a personal link opens: an invitation, and the answers to it. */
export const invitationRoutes = (db: Db, lettersOf: LettersOf) => {
  const options = { db, lettersOf }
  return routes()
    .get('/invitations/:token', anyone, async (c) => {
      const props = await propsOf(db, c)
      return props ? c.html(<InvitationPage {...props} />) : c.html(<DeadLinkPage visit={c.var} />, 404)
    })
    .post('/invitations/:token', anyone, async (c) => {
      const props = await propsOf(db, c)
      if (!props) return c.html(<DeadLinkPage visit={c.var} />, 404)
      const pressed = await readForm(c, Pressed)
      if (pressed.ok && pressed.value.do === 'decline') return decline(c, props, options)
      return props.invitation.kind === 'organisation'
        ? comeAsGuest(c, props, options)
        : comeAsInvited(c, props, options)
    })
    .get('/invitations/:token/somebody-else', anyone, async (c) => {
      const props = await somebodyElse(db, c)
      return props ? c.html(<SomebodyElsePage {...props} />) : c.html(<DeadLinkPage visit={c.var} />, 404)
    })
    .post('/invitations/:token/somebody-else', anyone, async (c) => {
      const props = await somebodyElse(db, c)
      return props ? comeAsGuest(c, props, options) : c.html(<DeadLinkPage visit={c.var} />, 404)
    })
}

async function decline(c: C, props: InvitationProps, { db, lettersOf }: Options) {
  const refusal = await declineInvitation(db, props.invitation, lettersOf(c))
  return refusal ? refused(c, props, refusal) : c.redirect(pathOf(c), 303)
}

/** The owner of the invited address, of whom only what is missing is asked. */
async function comeAsInvited(c: C, props: InvitationProps, { db, lettersOf }: Options) {
  const read = await readComing(c, props, MissingForm(props.known, props.offered))
  if (!read.ok) return c.html(<InvitationPage {...props} {...read} />, 422)
  const email = found(props.invitation.email, 'address')
  const comer = comerOf(c, props, { ...read.value, email })
  const coming = { comer, said: read.said, from: c.var.from, letters: lettersOf(c) }
  const refusal = await comeByInvitation(db, props.invitation, coming)
  return refusal ? refused(c, props, refusal) : c.redirect(pathOf(c), 303)
}

/** Somebody of an organisation, or to whom a personal invitation was passed on. */
async function comeAsGuest(c: C, props: InvitationProps, { db, lettersOf }: Options) {
  const read = await readComing(c, props, GuestForm(props.known, props.offered))
  if (!read.ok) return c.html(pageFor(props, read), 422)
  const comer = comerOf(c, props, read.value)
  const coming = { comer, said: read.said, from: c.var.from, letters: lettersOf(c) }
  const refusal = await comeByInvitation(db, props.invitation, coming)
  return refusal ? refused(c, props, refusal) : c.redirect(`${pathOf(c)}?sent`, 303)
}

/** Reads who comes and what was answered to what is asked; all that is wrong with either is said at once. */
async function readComing<Shape extends z.ZodType>(c: C, { asking }: InvitationProps, shape: Shape) {
  const fields = await readFields(c)
  const form = checkForm(fields, shape)
  const { said, mistakes } = readSaid(asking, fields)
  if (form.ok && !mistakes) return { ...form, said }
  return { ok: false as const, filled: fields, mistakes: { ...(form.ok ? {} : form.mistakes), ...mistakes } }
}

const comerOf = (
  c: C,
  { known }: InvitationProps,
  said: Pick<Comer, 'name' | 'email' | 'capacity'>,
): Comer => ({ ...said, organisation: known.organisation, language: c.var.language })

const pathOf = (c: C): string => c.var.to(`/invitations/${c.req.param('token')}`)

const pageFor = (props: InvitationProps, answered: Partial<InvitationProps>) =>
  props.isSomebodyElse ? (
    <SomebodyElsePage {...props} {...answered} />
  ) : (
    <InvitationPage {...props} {...answered} />
  )

async function refused(c: C, props: InvitationProps, refusal: string) {
  const answered = { filled: await readFields(c), refusal: `invitations.come-refusal.${refusal}` }
  return c.html(pageFor(props, answered), refusal === 'too-many' ? 429 : 409)
}

/** Everything that the page of an invitation shows; null when the link is dead. */
async function propsOf(db: Db, c: C): Promise<InvitationProps | null> {
  const token = c.req.param('token') ?? ''
  const invitation = await invitationOfLink(db, hashOf(token))
  if (!invitation) return null
  const event = found(await eventWithId(db, invitation.event_id), 'event')
  if (event.published_at === null) return null
  const { now, language } = c.var
  const known = await knownOf(db, invitation, language)
  const lets = await invitationAt(db, event, invitation)
  const { email, kind } = invitation
  const wish = { capacity: kind === 'follower' ? known.capacity : null, invitation: lets }
  return {
    ...{ visit: c.var, event, invitation, known, token },
    offered: kind === 'follower' ? capacitiesFor(event, capacities) : capacities,
    signUp: (email && kind !== 'organisation' && (await standingSignUp(db, event.id, email))) || null,
    closed: refusalToAnswer(event, now),
    noSeats: refusalToSignUp(event, now) ?? refusalByForWhom(event, wish),
    mayPassOn: await mayBePassedOn(db, invitation),
    asking: await askedByLink(db, event),
    sent: c.req.query('sent') !== undefined,
    isSomebodyElse: false,
  }
}

/** The same for somebody else than the invited person, of whom nothing is known. */
async function somebodyElse(db: Db, c: C): Promise<InvitationProps | null> {
  const props = await propsOf(db, c)
  if (!props?.mayPassOn) return null
  const known = { name: null, capacity: null, organisation: null }
  return { ...props, known, signUp: null, isSomebodyElse: true }
}
