import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { paragraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { queueMails } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { eventWithId } from '../events.sql.ts'
import type { Letters } from '../sign-up/letters.ts'
import { placeOf } from '../sign-up/queue.rules.ts'
import { waitingLine } from '../sign-up/queue.sql.ts'
import { keepsSeats } from '../sign-up/seats.rules.ts'
import { addLinks } from '../sign-up/sign-ups.sql.ts'
import type { Db, SignUpRow } from '../tables.ts'
import { waitingMail } from './waiting.mail.ts'
import { messageMax } from './waiting-list.rules.ts'

export const Message = z.object({
  do: z.literal('write'),
  // Made with the form, so that a form sent twice is mailed once.
  id: z.uuid(),
  text: paragraphs(messageMax, 'waiting-list.write.text-missing'),
})
export type Message = z.output<typeof Message>

/** Mails everybody on the waiting list who has confirmed the address. Answers with how many. */
export function writeToWaiting(
  db: Db,
  by: Member,
  eventId: string,
  { id, text }: Message,
  letters: Letters,
): Promise<number> {
  return decide(db, 'event', eventId, async (tx) => {
    const { now } = letters
    const event = found(await eventWithId(tx, eventId), 'event')
    const line = await waitingLine(tx, eventId)
    const readers = line.filter(hasAddress)
    if (readers.length === 0) return 0
    const tokens = readers.map(() => newToken())
    const links = readers.map((one, index) => ({
      token_hash: hashOf(tokens[index] ?? ''),
      sign_up_id: one.id,
    }))
    await addLinks(
      tx,
      links.map((link) => ({ ...link, created_at: now })),
    )
    const mails = readers.map((reader, index) => {
      const place = placeOf(line, reader.id, keepsSeats(event))
      const url = letters.url(reader.language, `/sign-ups/${tokens[index] ?? ''}`)
      return waitingMail({ event, reader, place, text, url, key: `waiting ${id} ${reader.id}` })
    })
    await queueMails(tx, mails, now)
    await record(tx, { what: 'waiting-told', by: by.id, about: eventId, at: now, detail: { text } })
    return readers.length
  })
}

const hasAddress = (one: SignUpRow): one is SignUpRow & { email: string } =>
  one.email !== null && one.confirmed_at !== null
