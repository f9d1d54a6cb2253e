import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf } from '#platform/ids.ts'
import { withinLimit, withinLimits } from '#platform/limits.ts'
import { record } from '#platform/record.ts'
import { datePlus, type Instant, localDate } from '#platform/time.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import type { Db, SignUpRow, Writes } from '../tables.ts'
import { type Letters, writeLetters } from './letters.ts'
import { seatsOf } from './seats.sql.ts'
import type { SignUp } from './sign-up-form.ts'
import { rowsFor } from './sign-up-rows.ts'
import {
  isSentAgain,
  linksPerSignUp,
  needsKeptDays,
  refusalToSignUp,
  type SignUpRefusal,
  signUpsPerAddress,
  signUpsPerNetwork,
  takesSeat,
} from './sign-up.rules.ts'
import { addNeeds, addSignUps, companionsOf, signUpsOfAddresses } from './sign-ups.sql.ts'

/** Somebody who wants to come, alone or with others. */
export interface Request {
  form: SignUp
  /** The visitor's network, for limits alone. */
  from: string
  /** Whether the owner of the address is known to mean it: signed in, or here by a link mailed to it. */
  isKnown: boolean
}

/** How many have a seat now, or one that is held, and how many wait. */
export interface SignedUp {
  refusal: null
  seats: number
  waiting: number
  /** When a held seat is given to somebody else; null when nothing has to be confirmed. */
  heldUntil: Instant | null
  /** The link in the mail; '' when none was written. */
  token: string
}

export type SignUpAnswer = { refusal: SignUpRefusal } | SignedUp

/**
 * Signs somebody up, alone or with others: seats while there are some, else the last places in the queue. A stranger's
 * seats are held until the address is confirmed. An address that is signed up already gets its link again, and the
 * visitor the answer that anybody would get now, so nobody learns who comes. Only the same form, pressed twice, is
 * answered as the first time, and mails nothing.
 */
export function signUp(db: Db, eventId: string, request: Request, letters: Letters): Promise<SignUpAnswer> {
  // Two people may want the last seat in the same instant: whoever holds the event first gets it.
  return decide(db, 'event', eventId, async (tx): Promise<SignUpAnswer> => {
    const { form, from } = request
    if (!(await mayTry(tx, form.email, from, letters.now))) return { refusal: 'too-many' }
    const event = found(await eventWithId(tx, eventId), 'event')
    const refusal = refusalToSignUp(event, letters.now)
    return refusal ? { refusal } : signUpFor(tx, event, request, letters)
  })
}

/** The same within a transaction that holds the event and has found that its sign-up is open. */
export async function signUpFor(
  tx: Writes,
  event: ProgrammeEvent,
  request: Request,
  letters: Letters,
): Promise<SignedUp> {
  const { form } = request
  const emails = [form.email, ...form.companions.flatMap(({ email }) => email ?? [])]
  const earlier = await signUpsOfAddresses(tx, event.id, emails)
  const known = earlier.find(({ email, state }) => email === form.email && state !== 'cancelled')
  if (known && isSentAgain(known, form, letters.now)) return standing(tx, known)
  const seats = await seatsOf(tx, event)
  const rows = await rowsFor(tx, { event, ...request, earlier, seats, now: letters.now })
  const answer = answerFor(rows)
  if (known) return { ...answer, token: await sendLinkAgain(tx, event, known, letters) }

  await addSignUps(tx, rows)
  const { access, interpretation, diet } = form
  await addNeeds(tx, rows[0]?.id ?? '', { access, interpretation, diet }, needsWipedOn(event))
  const token = await tell(tx, event, rows, { isKnown: request.isKnown, letters })
  await writeDown(tx, rows, letters.now)
  return { ...answer, token }
}

const answerFor = (rows: readonly SignUpRow[]): SignedUp => ({
  refusal: null,
  seats: rows.filter(({ state }) => takesSeat(state)).length,
  waiting: rows.filter(({ state }) => state === 'waiting').length,
  heldUntil: rows.find(({ held_until }) => held_until !== null)?.held_until ?? null,
  token: '',
})

/** Where a sign-up and those who come along stand. */
const standing = async (tx: Writes, known: SignUpRow): Promise<SignedUp> =>
  answerFor([known, ...(await companionsOf(tx, known.id))])

const mayTry = (tx: Writes, email: string, from: string, now: Instant): Promise<boolean> =>
  withinLimits(
    tx,
    [
      { key: `sign-up:network:${from}`, ...signUpsPerNetwork },
      { key: `sign-up:address:${hashOf(email)}`, ...signUpsPerAddress },
    ],
    now,
  )

async function sendLinkAgain(
  tx: Writes,
  event: ProgrammeEvent,
  known: SignUpRow,
  letters: Letters,
): Promise<string> {
  const mayMail = await withinLimit(tx, { key: `sign-up:link:${known.id}`, ...linksPerSignUp }, letters.now)
  if (!mayMail) return ''
  const kind = known.confirmed_at === null ? 'confirm' : 'again'
  const tokens = await writeLetters(tx, kind, { event, signUps: [known], letters })
  return tokens.get(known.id) ?? ''
}

interface Telling {
  isKnown: boolean
  letters: Letters
}

/** One mail to whoever signed up; companions with an address are told as soon as it is known to be meant. */
export async function tell(
  tx: Writes,
  event: ProgrammeEvent,
  rows: readonly SignUpRow[],
  { isKnown, letters }: Telling,
): Promise<string> {
  const [contact] = rows
  if (!contact) return ''
  const own = rows.filter(({ id, email }) => id === contact.id || email === null)
  const tokens = await writeLetters(tx, isKnown ? 'signed-up' : 'confirm', { event, signUps: own, letters })
  const others = rows.filter((one) => !own.includes(one))
  if (isKnown && others.length > 0)
    await writeLetters(tx, 'brought', { event, signUps: others, letters, by: contact.name })
  return tokens.get(contact.id) ?? ''
}

async function writeDown(tx: Writes, rows: readonly SignUpRow[], at: Instant): Promise<void> {
  for (const { id, event_id, state } of rows)
    await record(tx, { what: 'signed-up', by: null, about: event_id, at, detail: { signUp: id, state } })
}

/** The date on which what somebody needs is wiped; the form shows it. */
export const needsWipedOn = (event: { ends_at: Instant }): string =>
  datePlus(localDate(event.ends_at), needsKeptDays)
