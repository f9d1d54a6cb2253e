import { decideTogether } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { type Limit, withinLimitsEach } from '#platform/limits.ts'
import { recordAll } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { keepAllSaid } from '../questions/ask-at-sign-up.ts'
import { needsKeptDays } from '../questions/keep.rules.ts'
import { keptUntil } from '../questions/kept-until.ts'
import { addNeeds } from '../questions/needs.sql.ts'
import { needsApart } from '../questions/read-needs.ts'
import type { Db, SignUpRow, Writes } from '../tables.ts'
import { limitOfAddress } from './address-limit.ts'
import { type Before, type Decided, decideArrivals, emailsOf, type Places, type Request } from './arrivals.ts'
import { gatherCompanions } from './gather-companions.ts'
import { type Letters, type Tiding, writeAllLetters } from './letters.ts'
import { organisationsOf } from './organisations.ts'
import { seatsOf } from './seats.sql.ts'
import { type AnybodyRefusal, linksPerSignUp, refusalToAnybody, signUpsPerNetwork } from './sign-up.rules.ts'
import { addSignUps, companionsOfAll, signUpsOfAddresses } from './sign-ups.sql.ts'

export type { Request } from './arrivals.ts'

export interface SignedUp extends Places {
  refusal: null
  /** The link in the mail; '' when none was written. */
  token: string
}

export type SignUpAnswer = { refusal: AnybodyRefusal } | SignedUp

interface Arrival {
  eventId: string
  request: Request
  letters: Letters
}

/**
 * Signs somebody up, alone or with others: seats while there are some, else the last places in the queue. A stranger's
 * seats are held until the address is confirmed. An address that is signed up already gets its link again, and the
 * visitor the answer that anybody would get now, so nobody learns who comes. Only the same form, pressed twice, is
 * answered as the first time, and mails nothing.
 */
export const signUp = (db: Db, eventId: string, request: Request, letters: Letters): Promise<SignUpAnswer> =>
  // Two people may want the last seat in the same instant: whoever holds the event first gets it.
  decideTogether(db, 'event', eventId, { eventId, request, letters }, signUpAll)

/** Those who came for one event in the same instant: what is read and written is read and written for all at once. */
async function signUpAll(tx: Writes, arrivals: readonly Arrival[]): Promise<SignUpAnswer[]> {
  const [first] = arrivals
  if (!first) return []
  const limits = arrivals.map(({ request }) => limitsOf(request))
  const mayTry = await withinLimitsEach(tx, limits, first.letters.now)
  const event = found(await eventWithId(tx, first.eventId), 'event')
  const refusals = arrivals.map(({ request, letters }, index) =>
    mayTry[index] === true ? refusalToAnybody(event, request.form.capacity, letters.now) : 'too-many',
  )
  const answers = await signUpOpen(
    tx,
    event,
    arrivals.filter((_, index) => refusals[index] === null),
  )
  return refusals.map((refusal): SignUpAnswer => {
    const answer = refusal === null ? answers.shift() : { refusal }
    if (!answer) throw new Error('somebody was left out')
    return answer
  })
}

/** Signs one person up within a transaction that holds the event and has found that its sign-up is open. */
export async function signUpFor(
  tx: Writes,
  event: ProgrammeEvent,
  request: Request,
  letters: Letters,
): Promise<SignedUp> {
  const [answer] = await signUpOpen(tx, event, [{ eventId: event.id, request, letters }])
  if (!answer) throw new Error('somebody was left out')
  return answer
}

async function signUpOpen(
  tx: Writes,
  event: ProgrammeEvent,
  arrivals: readonly Arrival[],
): Promise<SignedUp[]> {
  const known = await before(tx, event, arrivals)
  const decided = decideArrivals(arrivals, known)
  const rows = decided.flatMap((one) => one.rows)
  await addSignUps(tx, rows)
  await gatherCompanions(tx, [...known.earlier, ...rows])
  const contacts = decided.flatMap(({ rows: [contact], arrival }) =>
    contact ? [{ contact, ...arrival }] : [],
  )
  await addNeeds(
    tx,
    contacts.map(({ contact, request }) => ({ signUpId: contact.id, ...needsApart(request.form) })),
    needsWipedOn(event),
  )
  const said = contacts.flatMap(({ contact, request, letters: { now } }) =>
    request.said ? [{ signUpId: contact.id, said: request.said, now }] : [],
  )
  await keepAllSaid(tx, event, said)
  const tokens = await tellAll(tx, event, decided)
  await recordAll(
    tx,
    rows.map(({ id, event_id, state, queued_at }) => ({
      ...{ what: 'signed-up', by: null, about: event_id, at: queued_at, detail: { signUp: id, state } },
    })),
  )
  return decided.map(({ places }, index) => ({ refusal: null, ...places, token: tokens[index] ?? '' }))
}

async function before(tx: Writes, event: ProgrammeEvent, arrivals: readonly Arrival[]): Promise<Before> {
  const forms = arrivals.map(({ request }) => request.form)
  const earlier = await signUpsOfAddresses(tx, event.id, forms.flatMap(emailsOf))
  const there = earlier.filter(({ state }) => state !== 'cancelled')
  return {
    eventId: event.id,
    seats: await seatsOf(tx, event),
    earlier,
    companions: await companionsOfAll(
      tx,
      there.map(({ id }) => id),
    ),
    organisations: await organisationsOf(
      tx,
      forms.map(({ organisation }) => organisation),
    ),
  }
}

const limitsOf = ({ from, form }: Request): Limit[] => [
  { key: `sign-up:network:${from}`, ...signUpsPerNetwork },
  limitOfAddress(form.email),
]

/** Writes the mails, and answers with each one's link. */
async function tellAll(
  tx: Writes,
  event: ProgrammeEvent,
  decided: readonly Decided<Arrival>[],
): Promise<string[]> {
  const limits = decided.map(({ known, isSentAgain }): Limit[] =>
    known && !isSentAgain ? [{ key: `sign-up:link:${known.id}`, ...linksPerSignUp }] : [],
  )
  const mayMail = await withinLimitsEach(tx, limits, decided[0]?.arrival.letters.now ?? '')
  const tidings = decided.map((one, index) => (mayMail[index] === true ? tidingsFor(one) : []))
  const tokens = await writeAllLetters(tx, event, tidings.flat())
  return tidings.map((own) => {
    const [first] = tokens.splice(0, own.length)
    return first?.get(own[0]?.signUps[0]?.id ?? '') ?? ''
  })
}

function tidingsFor({ known, isSentAgain, rows, arrival }: Decided<Arrival>): Tiding[] {
  const { request, letters } = arrival
  if (isSentAgain) return []
  if (!known) return tidingsOf(rows, { isKnown: request.isKnown, letters })
  return [{ kind: known.confirmed_at === null ? 'confirm' : 'again', signUps: [known], letters }]
}

interface Telling {
  isKnown: boolean
  letters: Letters
}

/** One mail to whoever signed up; companions with an address are told as soon as it is known to be meant. */
function tidingsOf(rows: readonly SignUpRow[], { isKnown, letters }: Telling): Tiding[] {
  const [contact] = rows
  if (!contact) return []
  const own = rows.filter(({ id, email }) => id === contact.id || email === null)
  const others = rows.filter((one) => !own.includes(one))
  const first: Tiding = { kind: isKnown ? 'signed-up' : 'confirm', signUps: own, group: rows, letters }
  if (!isKnown || others.length === 0) return [first]
  return [first, { kind: 'brought', signUps: others, letters, by: contact.name }]
}

/** Tells those who have just been found to be meant. */
export const tell = (
  tx: Writes,
  event: ProgrammeEvent,
  rows: readonly SignUpRow[],
  telling: Telling,
): Promise<unknown> => writeAllLetters(tx, event, tidingsOf(rows, telling))

/** The date on which what somebody needs is wiped; the form shows it. */
export const needsWipedOn = (event: { ends_at: Instant }): string => keptUntil(event, needsKeptDays)
