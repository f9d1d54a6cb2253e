import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress, line, optionalLine, optionalParagraphs } from '#platform/form.ts'
import { hashOf, newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { withinLimit, withinLimits } from '#platform/limits.ts'
import { record } from '#platform/record.ts'
import { searchText } from '#platform/search.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { organisationNamed } from '#network/index.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import type { Db, SignUpRow, Writes } from '../tables.ts'
import { type Letters, writeLetter } from './letters.ts'
import { capacities } from './sign-up.rules.ts'
import {
  isSentAgain,
  linksPerSignUp,
  needsKeptDays,
  placeFor,
  refusalToSignUp,
  type SignUpRefusal,
  signUpsPerAddress,
  signUpsPerNetwork,
} from './seats.rules.ts'
import { addNeeds, addSignUp, signUpsOfAddress } from './sign-ups.sql.ts'

/** What can be said about oneself, at the sign-up and later. */
export const About = z.object({
  name: line(200, 'sign-up.form.name-missing'),
  capacity: z.enum(capacities, 'sign-up.form.capacity-missing'),
  organisation: optionalLine(200),
  language: z.enum(languages).default('sv'),
  access: optionalParagraphs(1000),
  interpretation: optionalLine(200),
  diet: optionalParagraphs(500),
})
export type About = z.output<typeof About>

const { name, ...rest } = About.shape
/** In the order of the form, so that what is wrong is listed from its top. */
export const SignUp = z.object({ name, email: emailAddress, ...rest })
export type SignUp = z.output<typeof SignUp>

export type SignUpAnswer = { refusal: SignUpRefusal } | { refusal: null; place: 'seat' | 'waiting' }

/**
 * Signs somebody up: a seat while there is one, else the last place in the queue. An address that is signed up
 * already gets its link again, and the visitor the answer that anybody would get now, so nobody learns who comes. Only
 * the same form, pressed twice, is answered as the first time, and mails nothing.
 */
export function signUp(
  db: Db,
  eventId: string,
  form: SignUp,
  { from, ...letters }: Letters & { from: string },
) {
  // Two people may want the last seat in the same instant: whoever holds the event first gets it.
  return decide(db, 'event', eventId, async (tx): Promise<SignUpAnswer> => {
    const { now } = letters
    if (!(await mayTry(tx, form.email, from, now))) return { refusal: 'too-many' }
    const event = found(await eventWithId(tx, eventId), 'event')
    const refusal = refusalToSignUp(event, now)
    if (refusal) return { refusal }

    const place = placeFor(event)
    const earlier = await signUpsOfAddress(tx, eventId, form.email)
    const known = earlier.find(({ state }) => state !== 'cancelled')
    if (known && isSentAgain(known, form, now)) return { refusal: null, place: standing(known) }
    if (known) await sendLinkAgain(tx, event, known, letters)
    else await add(tx, form, { event, state: place, earlier, letters })
    return { refusal: null, place }
  })
}

const standing = ({ state }: SignUpRow): 'seat' | 'waiting' => (state === 'seat' ? 'seat' : 'waiting')

const mayTry = (tx: Writes, email: string, from: string, now: string): Promise<boolean> =>
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
): Promise<void> {
  const mayMail = await withinLimit(tx, { key: `sign-up:link:${known.id}`, ...linksPerSignUp }, letters.now)
  if (mayMail) await writeLetter(tx, 'again', { event, signUp: known, letters })
}

interface Circumstances {
  event: ProgrammeEvent
  state: 'seat' | 'waiting'
  /** What the same person has given back before. */
  earlier: readonly SignUpRow[]
  letters: Letters
}

async function add(tx: Writes, form: SignUp, { event, state, earlier, letters }: Circumstances) {
  const { email, access, interpretation, diet, organisation, ...about } = form
  const row: SignUpRow = {
    ...about,
    ...(await organisationOf(tx, organisation)),
    id: newId(),
    event_id: event.id,
    email,
    search_text: searchText(about.name),
    brought_by: null,
    named: 1,
    state,
    queued_at: letters.now,
    confirmed_at: letters.now,
    held_until: null,
    ended_because: null,
    forgotten_at: null,
    // Above all that this person's calendar has seen of the event.
    sequence: Math.max(-1, ...earlier.map(({ sequence }) => sequence)) + 1,
    walk_in: 0,
    checked_in_at: null,
    cancelled_at: null,
  }
  await addSignUp(tx, row)
  await addNeeds(tx, row.id, { access, interpretation, diet }, needsWipedOn(event))
  await writeLetter(tx, 'signed-up', { event, signUp: row, letters })
  await record(tx, {
    what: 'signed-up',
    by: null,
    about: event.id,
    at: letters.now,
    detail: { signUp: row.id, state },
  })
}

/** The organisation as the directory knows it, or as it was typed. */
export async function organisationOf(tx: Writes, typed: string | null) {
  const known = typed ? await organisationNamed(tx, typed) : undefined
  return { organisation_id: known?.id ?? null, organisation_name: known ? null : typed }
}

/** The date on which what somebody needs is wiped; the form shows it. */
export const needsWipedOn = (event: { ends_at: string }): string =>
  datePlus(localDate(event.ends_at), needsKeptDays)
