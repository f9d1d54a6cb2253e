import type { Context } from 'hono'
import type { VisitEnv } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Language, Texts } from '#platform/language.ts'
import { queueMails } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { ownTexts } from '../reminders/own-texts.sql.ts'
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
  /** Everybody who came together, where some of them read of it in a mail of their own. */
  group?: readonly SignUpRow[]
  /** The name of whoever brought them along. */
  by?: string
  /** Why it changed or was called off. */
  reason?: Texts
}

/** Something to be told about sign-ups. */
export interface Tiding extends Omit<About, 'event'> {
  kind: LetterKind
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
  { event, ...about }: About,
): Promise<Map<string, string>> {
  const [tokens] = await writeAllLetters(tx, event, [{ kind, ...about }])
  return tokens ?? new Map()
}

/** The same for many tidings at once; the links are those of each, in their order. */
export async function writeAllLetters(
  tx: Writes,
  event: ProgrammeEvent,
  tidings: readonly Tiding[],
): Promise<Map<string, string>[]> {
  const [first] = tidings
  if (!first) return []
  const signUps = tidings.flatMap((tiding) => tiding.signUps)
  const bringers = await bringersOf(tx, signUps)
  const letters = tidings.flatMap((tiding, index) =>
    readingsOf(tiding.signUps, bringers).map((reading) => ({ ...reading, tiding, index, token: newToken() })),
  )
  await addLinks(
    tx,
    letters.map(({ token, reader, tiding }) => ({
      ...{ token_hash: hashOf(token), sign_up_id: reader.id, created_at: tiding.letters.now },
    })),
  )
  const ownText = (await ownTexts(tx, event.id)).confirmation
  const isWaiting = signUps.some(({ state }) => state === 'waiting')
  const line = isWaiting ? await waitingLine(tx, event.id) : []
  const mails = letters.map(({ tiding, reader, about, token }) => {
    const places = about.map(({ id }) => placeOf(line, id, keepsSeats(event))).filter((place) => place > 0)
    const facts = { event, reader, about, token, ownText, letters: tiding.letters, by: tiding.by ?? '' }
    const [reason, group] = [tiding.reason ?? {}, tiding.group ?? about]
    return signUpMail(tiding.kind, { ...facts, reason, group, place: Math.min(...places) })
  })
  await queueMails(
    tx,
    mails.filter((mail) => mail !== null),
    first.letters.now,
  )
  const tokens = tidings.map(() => new Map<string, string>())
  for (const { index, reader, token } of letters) tokens[index]?.set(reader.id, token)
  return tokens
}

/** Those who brought somebody without an address along, where they are not among these themselves. */
async function bringersOf(tx: Writes, signUps: readonly SignUpRow[]): Promise<SignUpRow[]> {
  const known = new Set(signUps.map(({ id }) => id))
  const unknown = signUps.flatMap(({ email, brought_by: by }) =>
    email === null && by !== null && !known.has(by) ? [by] : [],
  )
  return unknown.length > 0 ? signUpsWithIds(tx, unknown) : []
}

/** Who reads about which seats: everybody about their own, and about those of companions without an address. */
function readingsOf(signUps: readonly SignUpRow[], bringers: readonly SignUpRow[]): Reading[] {
  const known = new Map([...bringers, ...signUps].map((one) => [one.id, one]))
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
