import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered, Filled } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Letters, LettersOf } from '../sign-up/index.ts'
import { namesToChooseFrom } from '../sign-up/names.ts'
import type { Db } from '../tables.ts'
import { ForWhomPage } from './for-whom.page.tsx'
import { audienceOf } from './for-whom.sql.ts'
import { invitedAnswers, invitedKeptDays, refusalToSend } from './invitation.rules.ts'
import { InvitationsPage } from './invitations.page.tsx'
import type { Looking } from './invited-pages.rules.ts'
import { invitedTo } from './invited.sql.ts'
import { InviteForm, invitePeople, isWhole } from './invite-people.ts'
import { InvitePage } from './invite-people.page.tsx'
import { loadSectors } from './missing-sectors.ts'
import { readInvited } from './read-invited.rules.ts'
import { SendPage } from './send-invitations.page.tsx'
import { OwnText, receiversOf, type Sending, sendInvitations } from './send-invitations.ts'
import { ForWhomForm, setForWhom } from './set-for-whom.ts'
import { takeBackInvitation } from './take-back-invitation.ts'

type C = Context<VisitEnv>

const list = '/office/events/:id/invitations'

/** Whom an event is for, and who is invited: for those who look after it. */
export const invitationOfficeRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get(list, organiser(db), async (c) => c.html(await listPage(db, c)))
    .post(list, organiser(db), async (c) => {
      const { invitation } = await readFields(c)
      const invitationId = typeof invitation === 'string' ? invitation : ''
      const eventId = c.req.param('id')
      await takeBackInvitation(db, { eventId, invitationId, by: memberOf(c), now: c.var.now })
      return c.redirect(listAfter(c, 'taken-back'), 303)
    })
    .route('/', forWhomRoutes(db))
    .route('/', inviteRoutes(db))
    .get('/office/events/:id/invitations/send', organiser(db), async (c) =>
      c.html(await sendPage(db, c, 'invitation')),
    )
    .post('/office/events/:id/invitations/send', organiser(db), async (c) =>
      send(db, c, 'invitation', lettersOf(c)),
    )
    .get('/office/events/:id/invitations/remind', organiser(db), async (c) =>
      c.html(await sendPage(db, c, 'reminder')),
    )
    .post('/office/events/:id/invitations/remind', organiser(db), async (c) =>
      send(db, c, 'reminder', lettersOf(c)),
    )

const forWhomRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/invitations/for-whom', organiser(db), async (c) =>
      c.html(await forWhomPage(db, c)),
    )
    .post('/office/events/:id/invitations/for-whom', organiser(db), async (c) => {
      const form = await readForm(c, ForWhomForm)
      if (!form.ok) return c.html(await forWhomPage(db, c, form), 422)
      const refusal = await setForWhom(db, memberOf(c), c.req.param('id'), form.value, c.var.now)
      if (!refusal) return c.redirect(listAfter(c, 'set'), 303)
      return c.html(await forWhomPage(db, c, await refused(c, refusal)), 409)
    })

const inviteRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/invitations/new', organiser(db), async (c) => c.html(await invitePage(db, c)))
    .post('/office/events/:id/invitations/new', organiser(db), async (c) => {
      const form = await readForm(c, InviteForm)
      if (!form.ok) return c.html(await invitePage(db, c, form, wrongLinesIn(form.filled)), 422)
      const inviting = { eventId: c.req.param('id'), by: memberOf(c), form: form.value, now: c.var.now }
      const answer = await invitePeople(db, inviting)
      if (answer.refusal === null) {
        const { added, known } = answer
        return c.redirect(`${listAfter(c, 'added')}&added=${added}&known=${known}`, 303)
      }
      if (answer.refusal !== 'no-address')
        return c.html(await invitePage(db, c, await refused(c, answer.refusal)), 409)
      const mistakes = { organisations: 'invitations.mistake.no-address' }
      return c.html(await invitePage(db, c, { filled: await readFields(c), mistakes }, answer.names), 422)
    })

async function send(db: Db, c: C, sending: Sending, letters: Letters) {
  const form = await readForm(c, OwnText)
  if (!form.ok) return c.html(await sendPage(db, c, sending, form), 422)
  const errand = {
    eventId: c.req.param('id') ?? '',
    sending,
    words: form.value.words,
    by: memberOf(c),
    letters,
  }
  const refusal = await sendInvitations(db, errand)
  if (!refusal) return c.redirect(listAfter(c, sending), 303)
  return c.html(await sendPage(db, c, sending, await refused(c, refusal)), 409)
}

const eventOf = async (db: Db, c: C): Promise<ProgrammeEvent> =>
  found(await eventWithId(db, c.req.param('id') ?? ''), 'event')

const refused = async (c: C, refusal: string): Promise<Answered> => ({
  filled: await readFields(c),
  refusal: `invitations.refusal.${refusal}`,
})

/** The address of the list, which then says what was done. */
const listAfter = (c: C, done: Done): string =>
  c.var.to(`/office/events/${c.req.param('id')}/invitations?done=${done}`)

const dones = ['set', 'added', 'taken-back', 'invitation', 'reminder'] as const
type Done = (typeof dones)[number]

function doneInWords(c: C): string | undefined {
  const done = dones.find((one) => one === c.req.query('done'))
  const number = (name: string): number => Number(/^\d{1,4}$/.exec(c.req.query(name) ?? '')?.[0] ?? 0)
  return done && c.var.t(`invitations.done.${done}`, { added: number('added'), known: number('known') })
}

/** A page of one answer, or of every answer a part; an address that somebody has changed leads to the latter. */
function lookingAt(c: C): Looking {
  const answer = invitedAnswers.find((one) => one === c.req.query('answer'))
  return answer
    ? { answer, page: Number(/^\d{1,3}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1) }
    : { answer: null }
}

async function listPage(db: Db, c: C) {
  const event = await eventOf(db, c)
  const [audience, all] = [await audienceOf(db, event.id), await invitedTo(db, event.id)]
  const mayBeSent = (sending: Sending): number => {
    const { length } = receiversOf(all, sending, localDate(c.var.now))
    return refusalToSend(event, length, c.var.now) === null ? length : 0
  }
  const numbers = { toSend: mayBeSent('invitation'), toRemind: mayBeSent('reminder') }
  const forgottenOn = datePlus(localDate(event.ends_at), invitedKeptDays)
  return (
    <InvitationsPage
      visit={c.var}
      {...await loadSectors(db, event, all)}
      {...{ event, audience, all, forgottenOn, ...numbers, looking: lookingAt(c) }}
      done={doneInWords(c)}
    />
  )
}

async function forWhomPage(db: Db, c: C, answered: Answered = {}) {
  const event = await eventOf(db, c)
  return <ForWhomPage visit={c.var} event={event} audience={await audienceOf(db, event.id)} {...answered} />
}

async function invitePage(db: Db, c: C, answered: Answered = {}, wrongLines: readonly string[] = []) {
  const [event, organisations] = [await eventOf(db, c), await namesToChooseFrom(db, c.var.language)]
  const { missing } = await loadSectors(db, event, await invitedTo(db, event.id))
  return <InvitePage visit={c.var} {...{ event, organisations, wrongLines, missing }} {...answered} />
}

function wrongLinesIn({ people, organisations }: Filled): string[] {
  const read = (text: Filled[string], mayLackAddress: boolean): string[] =>
    readInvited(typeof text === 'string' ? text : '')
      .filter((line) => !isWhole(line, mayLackAddress))
      .map(({ name, email }) => [name, email].filter(Boolean).join(' '))
  return [...read(people, false), ...read(organisations, true)].slice(0, 20)
}

async function sendPage(db: Db, c: C, sending: Sending, answered: Answered = {}) {
  const event = await eventOf(db, c)
  const receivers = receiversOf(await invitedTo(db, event.id), sending, localDate(c.var.now))
  const refusal = refusalToSend(event, receivers.length, c.var.now)
  const said = answered.refusal ?? (refusal ? `invitations.refusal.${refusal}` : undefined)
  return <SendPage visit={c.var} {...{ event, sending, receivers }} {...answered} refusal={said} />
}
