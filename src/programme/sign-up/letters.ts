import type { Context } from 'hono'
import type { VisitEnv } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { SignUpRow, Writes } from '../tables.ts'
import { placeOf } from './queue.rules.ts'
import { waitingLine } from './queue.sql.ts'
import { keepsSeats } from './seats.rules.ts'
import { type LetterKind, signUpMail } from './sign-up.mail.ts'
import { addLinks, signUpsWithIds } from './sign-ups.sql.ts'

/** What letters need to know beyond the event and the person. */
export interface Letters {
  now: Instant
  /** A whole address of this site, in a language. */
  url: (language: Language, path: string) => string
  /** Who invites; the same in every mail about an event, or calendars would not match them. */
  organizer: { name: string; email: string }
}

/** How a route finds what letters need to know. */
export type LettersOf = (c: Context<VisitEnv>) => Letters

interface About {
  event: ProgrammeEvent
  /** What it is about: one sign-up, or several that happened to in one go. */
  signUps: readonly SignUpRow[]
  letters: Letters
  /** The name of whoever brought them along. */
  by?: string
}

/** One mail: who reads it, and about which seats. */
interface Reading {
  reader: SignUpRow
  about: SignUpRow[]
}

/**
 * Writes one mail to everybody whom it concerns, with a link of its own to the page of their sign-up. Seats of people
 * without an address are told of to whoever brought them. Answers with each reader's link, by the id of the sign-up.
 */
export async function writeLetters(
  tx: Writes,
  kind: LetterKind,
  { event, signUps, letters, by = '' }: About,
): Promise<Map<string, string>> {
  const readings = await readingsOf(tx, signUps)
  if (readings.length === 0) return new Map()
  const tokens = new Map(readings.map(({ reader }) => [reader.id, newToken()]))
  const links = Array.from(tokens, ([sign_up_id, token]) => ({ token_hash: hashOf(token), sign_up_id }))
  await addLinks(
    tx,
    links.map((link) => ({ ...link, created_at: letters.now })),
  )
  const isWaiting = signUps.some(({ state }) => state === 'waiting')
  const line = isWaiting ? await waitingLine(tx, event.id) : []
  for (const { reader, about } of readings) {
    const places = about.map(({ id }) => placeOf(line, id, keepsSeats(event))).filter((place) => place > 0)
    const token = tokens.get(reader.id) ?? ''
    const place = Math.min(...places)
    const mail = signUpMail(kind, { event, reader, about, token, letters, place, by })
    if (mail) await queueMail(tx, mail, letters.now)
  }
  return tokens
}

/** Who reads about which seats: everybody about their own, and about those of companions without an address. */
async function readingsOf(tx: Writes, signUps: readonly SignUpRow[]): Promise<Reading[]> {
  const known = new Map(signUps.map((one) => [one.id, one]))
  const unknown = signUps.flatMap(({ email, brought_by: by }) =>
    email === null && by !== null && !known.has(by) ? [by] : [],
  )
  const bringers = unknown.length > 0 ? await signUpsWithIds(tx, unknown) : []
  for (const one of bringers) known.set(one.id, one)

  const readings = new Map<string, Reading>()
  for (const one of signUps) {
    const reader = one.email === null ? known.get(one.brought_by ?? '') : one
    if (!reader?.email) continue
    const reading = readings.get(reader.id) ?? { reader, about: [] }
    reading.about.push(one)
    readings.set(reader.id, reading)
  }
  return [...readings.values()]
}
