import type { AddsTo } from '../handle.ts'
import { json } from '../db.ts'
import { newId } from '../ids.ts'
import { insertRows, type NewRow } from '../insert-rows.ts'
import type { Language } from '../language.ts'
import type { Instant } from '../time.ts'
import type { MailBody } from './body.ts'
import type { MailTables, Writes } from './tables.ts'

export interface Mail {
  to: string
  language: Language
  subject: string
  body: MailBody
  calendar?: { method: 'REQUEST' | 'CANCEL'; ics: string }
  /** The id of what it is about. */
  about?: string
  /** A mail with a key is written once only, however often it is asked for. */
  key?: string
  /** The body holds a way in: nobody but the receiver may read it, not in the office either. */
  confidential?: true
  /** One click ends mails of this kind (RFC 8058). */
  unsubscribe?: string
}

const subjectMax = 200

/** Writes a mail beside the change that it tells of. It is sent by the process, after the transaction or when its turn comes. */
export const queueMail = (tx: Writes, mail: Mail, now: Instant, leavesAt: Instant = now): Promise<unknown> =>
  tx
    .insertInto('mail')
    .values({ ...rowOf(mail, now), next_attempt_at: leavesAt, body: json(mail.body) })
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .execute()

/** The same for many mails at once. */
export const queueMails = (tx: AddsTo<unknown>, mails: readonly Mail[], now: Instant): Promise<unknown> =>
  insertRows<MailTables['mail']>(
    tx,
    'mail',
    mails.map((mail) => rowOf(mail, now)),
    'on conflict (once_key) do nothing',
  )

function rowOf(mail: Mail, now: Instant): NewRow<MailTables['mail']> {
  const subject = oneLine(mail.subject).slice(0, subjectMax)
  return {
    id: newId(),
    created_at: now,
    to_address: mail.to,
    language: mail.language,
    subject,
    // Written when it is sent, from what it says: whoever waits for an answer need not wait for that too.
    text_body: '',
    html_body: '',
    body: mail.body,
    calendar: mail.calendar?.ics ?? null,
    calendar_method: mail.calendar?.method ?? null,
    unsubscribe_url: mail.unsubscribe ?? null,
    about: mail.about ?? null,
    once_key: mail.key ?? null,
    confidential: mail.confidential ? 1 : 0,
    next_attempt_at: now,
    claimed_until: null,
    sent_at: null,
    last_error: null,
  }
}

// A line break in a header would let a visitor write headers of their own.
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
