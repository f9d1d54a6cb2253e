import type { Context } from 'hono'
import { makeLink } from '#people/index.ts'
import { type Answered, checkForm, type Filled } from '#platform/form.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { looksLikeRobot } from '#platform/robot.rules.ts'
import { minutesToAgain, minutesToMail, senderOf } from '#platform/sender.ts'
import { transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Db } from '../tables.ts'
import { answerInvitation, invitationLinked } from './invite-person.ts'
import {
  applicationLinked,
  completeApplication,
  confirmApplication,
  JoinForm,
  JoinFormOfGuest,
  joinNetwork,
  withdrawApplication,
} from './join-network.ts'
import { JoinPage, OldLinkPage, OwnApplicationPage, SentPage } from './join.page.tsx'
import { organisationWithId } from './organisations.sql.ts'
import { DeclinedPage, InvitedPage } from './small.page.tsx'
import { tellingOf } from './telling.ts'

type C = Context<VisitEnv>

/** Joining, the applicant's own page, and the links of invitations. */
export const joinRoutes = (db: Db) =>
  routes()
    .get('/network/join', anyone, (c) => c.html(joinPage(c)))
    .post('/network/join', anyone, (c) => join(db, c))
    .get('/network/join/sent', anyone, async (c) => {
      const minutes = await minutesToMail(db, 'join-network', c.var.now)
      return c.html(<SentPage visit={c.var} kind="join" minutes={minutes} />)
    })
    .get('/network/join/mine/:token', anyone, (c) => ownPage(db, c))
    .post('/network/join/mine/:token', anyone, (c) => changeOwn(db, c))
    .get('/network/invited/:token', anyone, (c) => invitedPage(db, c))
    .post('/network/invited/:token', anyone, async (c) => {
      const fields = await readFields(c)
      const answer = fields['answer'] === 'no' ? 'no' : 'yes'
      const done = await answerInvitation(db, c.req.param('token'), answer, c.var.now)
      if (!done) return c.html(<OldLinkPage visit={c.var} />, 404)
      if (!done.personId) return c.html(<DeclinedPage visit={c.var} />)
      if (c.var.member?.id === done.personId) return c.redirect(c.var.to('/network/mine'), 303)
      // The mail was read at that address a moment ago: the same that a mailed sign-in link shows.
      const { personId } = done
      const token = await transact(db, (tx) => makeLink(tx, personId, c.var.now, c.var.to('/network/mine')))
      return c.redirect(c.var.to(`/sign-in/with/${token}`), 303)
    })

const joinPage = (c: C, answered: Answered = {}) => {
  const filled = { id: newId(), opened: c.var.now, ...answered.filled }
  // An empty form knows nothing that was filled in, but for what it carries itself.
  return <JoinPage visit={c.var} {...answered} filled={filled} />
}

export const textAt = (fields: Filled, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/** Reads what tells a program from a person. */
export const robotIn = (c: C, fields: Filled) =>
  looksLikeRobot({
    trap: textAt(fields, 'second_website'),
    openedAt: textAt(fields, 'opened'),
    now: c.var.now,
  })

async function join(db: Db, c: C): Promise<Response> {
  const { member, from, to } = c.var
  const filled = await readFields(c)
  const form = checkForm(filled, member ? JoinForm : JoinFormOfGuest)
  if (!form.ok) return c.html(joinPage(c, form), 422)
  const robot = robotIn(c, filled)
  if (robot) return c.html(joinPage(c, { filled, refusal: `organisations.refusal.${robot}` }), 422)
  const sender = senderOf(member, textAt(filled, 'email').trim().toLowerCase(), from)
  const refusal = await joinNetwork(db, form.value, sender, tellingOf(c))
  if (!refusal) return c.redirect(to('/network/join/sent'), 303)
  const minutes = await minutesToAgain(db, 'join-network', from, c.var.now)
  return c.html(joinPage(c, { filled, refusal: `organisations.refusal.${refusal}`, minutes }), 429)
}

async function ownPage(db: Db, c: C, answered: Answered = {}, status: 200 | 409 | 422 = 200) {
  const application = await applicationLinked(db, c.req.param('token') ?? '', c.var.now)
  if (!application) return c.html(<OldLinkPage visit={c.var} />, 404)
  return c.html(<OwnApplicationPage visit={c.var} application={application} {...answered} />, status)
}

async function changeOwn(db: Db, c: C): Promise<Response> {
  const application = await applicationLinked(db, c.req.param('token') ?? '', c.var.now)
  if (!application) return c.html(<OldLinkPage visit={c.var} />, 404)
  const filled = await readFields(c)
  if (filled['do'] === 'confirm') {
    await confirmApplication(db, application.id, c.var.now)
    return ownPage(db, c)
  }
  if (filled['do'] === 'withdraw') {
    const refusal = await withdrawApplication(db, application.id, c.var.now)
    return refusal ? ownPage(db, c, { refusal: `organisations.refusal.${refusal}` }, 409) : ownPage(db, c)
  }
  const form = checkForm(filled, JoinForm)
  if (!form.ok) return ownPage(db, c, form, 422)
  const refusal = await completeApplication(db, application.id, form.value, c.var.now)
  return refusal ? ownPage(db, c, { refusal: `organisations.refusal.${refusal}` }, 409) : ownPage(db, c)
}

async function invitedPage(db: Db, c: C): Promise<Response> {
  const one = await invitationLinked(db, c.req.param('token') ?? '', c.var.now)
  if (!one || one.answered_at) return c.html(<OldLinkPage visit={c.var} />, 404)
  const organisation = found(await organisationWithId(db, one.organisation_id), 'organisation')
  return c.html(<InvitedPage visit={c.var} organisation={organisation} kind={one.kind} />)
}
