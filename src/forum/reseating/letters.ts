import { hashOf, newToken } from '#platform/ids.ts'
import { queueMails } from '#platform/mail/index.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { addLinks } from '#programme/index.ts'
import type { UrlOf } from '../minutes/note.mail.ts'
import type { Db } from '../tables.ts'
import { type ChangedSeat, changedTablesMail } from './changed-tables.mail.ts'
import type { Arrival } from './reseating.sql.ts'

export interface Letters {
  now: Instant
  url: UrlOf
}

interface Letter {
  reader: { id: string; name: string; email: string; language: Arrival['language'] }
  changes: ChangedSeat[]
}

/** One letter each to those whose seats change; without an address, to whoever brought them. */
export function lettersFor(
  people: readonly Arrival[],
  changesOf: (person: Arrival) => readonly Omit<ChangedSeat, 'who'>[],
): Letter[] {
  const letters = new Map<string, Letter>()
  for (const person of people) {
    const own = changesOf(person)
    const reader = readerFor(person)
    if (own.length === 0 || !reader) continue
    const letter = letters.get(reader.id) ?? { reader, changes: [] }
    const who = reader.id === person.id ? '' : person.named === 1 ? person.name : '–'
    letter.changes.push(...own.map(({ round, from, to }) => ({ round, from, to, who })))
    letters.set(reader.id, letter)
  }
  return [...letters.values()]
}

/** Each with a link of its own to the reader's tables. */
export async function sendLetters(
  tx: Db,
  event: { title: Texts },
  letters: readonly Letter[],
  { now, url }: Letters,
): Promise<void> {
  const mails = letters.map(({ reader, changes }) => {
    const token = newToken()
    return { token, reader, mail: changedTablesMail({ event, reader, changes, token, url }) }
  })
  await addLinks(
    tx,
    mails.map(({ token, reader }) => ({
      ...{ token_hash: hashOf(token), sign_up_id: reader.id, created_at: now },
    })),
  )
  await queueMails(
    tx,
    mails.map(({ mail }) => mail),
    now,
  )
}

function readerFor(one: Arrival): Letter['reader'] | null {
  if (one.email !== null) return { id: one.id, name: one.name, email: one.email, language: one.language }
  const { bringer_id: id, bringer_name: name, bringer_email: email, bringer_language: language } = one
  return id && name && email && language ? { id, name, email, language } : null
}
