import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress, optionalLine, paragraphs } from '#platform/form.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { withinLimit } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import { type Instant } from '#platform/time.ts'
import type { UrlOf } from '../../minutes/note.mail.ts'
import type { Db } from '../../tables.ts'
import { eventOfDay } from '../day.sql.ts'
import { confirmMail } from './commitment.mail.ts'
import {
  type CommitmentRefusal,
  perNetwork,
  refusalToCommit,
  reminderOn,
  reminderWeeks,
  wordsMax,
} from './commitment.rules.ts'
import { addCommitment, commitmentCount, type Writer } from './commitments.sql.ts'

const noAddress = z.literal('').transform(() => null)

export const CommitmentForm = z.object({
  id: z.uuid(),
  words: paragraphs(wordsMax, 'forum-day.promise.words-missing'),
  show: z.literal('yes').optional(),
  name: optionalLine(80),
  remind: z.literal('yes').optional(),
  email: z.union([noAddress, emailAddress]).optional(),
  weeks: z.coerce
    .number()
    .refine((weeks) => reminderWeeks.some((one) => one === weeks), 'platform.form.choose')
    .optional(),
})
export type CommitmentForm = z.output<typeof CommitmentForm>

interface Attempt {
  eventId: string
  /** Who came by their own link; null for the open one. */
  writer: Writer | null
  form: CommitmentForm
  language: Language
  from: string
  now: Instant
  url: UrlOf
}

type Written = { refusal: CommitmentRefusal | 'address-missing' } | { refusal: null; token: string | null }

/** Keeps what somebody promised themselves. An address that we do not know is asked first whether it wants the reminder. */
export function writeCommitment(db: Db, attempt: Attempt): Promise<Written> {
  const { eventId, writer, form, language, from, now, url } = attempt
  return decide(db, 'event', eventId, async (tx): Promise<Written> => {
    const limit = { key: `commitment:network:${from}`, ...perNetwork }
    if (!(await withinLimit(tx, limit, now))) return { refusal: 'too-many' }
    const event = found(await eventOfDay(tx, eventId), 'event')
    const bySignUp = writer && (await commitmentCount(tx, eventId, writer.id))
    const open = await commitmentCount(tx, eventId, null)
    const refusal = refusalToCommit(event, { bySignUp, open, capacity: event.capacity }, now)
    if (refusal) return { refusal }
    const reminder = reminderOf(attempt)
    if (reminder === 'address-missing') return { refusal: reminder }
    const token = newToken()
    const shown = form.show ? { shown_at: now, name: form.name } : { shown_at: null, name: null }
    const isNew = await addCommitment(tx, {
      ...{ id: form.id, event_id: eventId, sign_up_id: writer?.id ?? null, words: form.words, language },
      ...{ ...shown, ...reminder, token_hash: hashOf(token), created_at: now },
      ...{ hidden_at: null, reminded_at: null, forgotten_at: null },
    })
    // The same form, sent twice: the first answer has led to its page.
    if (!isNew) return { refusal: null, token: null }
    if (reminder.email && !reminder.confirmed_at) {
      const receiver = { email: reminder.email, language }
      await queueMail(tx, confirmMail({ event, receiver, token, id: form.id, url }), now)
    }
    return { refusal: null, token }
  })
}

/** Where and when to remind; nowhere unless it was asked for. An address from the sign-up is known to be theirs. */
function reminderOf({ writer, form, now }: Attempt) {
  if (!form.remind) return { email: null, remind_on: null, confirmed_at: null }
  const own = writer?.confirmed_at ? writer.email : null
  const email = form.email ?? own
  if (!email) return 'address-missing' as const
  const remind_on = reminderOn(now, form.weeks ?? 13)
  return { email, remind_on, confirmed_at: email === own ? now : null }
}
