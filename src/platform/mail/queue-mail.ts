import { newId } from '../ids.ts'
import type { Language } from '../language.ts'
import type { Instant } from '../time.ts'
import { htmlOf, type MailBody, textOf } from './body.ts'
import type { Writes } from './tables.ts'

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

/** Writes a mail beside the change that it tells of. It is sent by the process, after the transaction. */
export function queueMail(tx: Writes, mail: Mail, now: Instant): Promise<unknown> {
  const subject = oneLine(mail.subject).slice(0, subjectMax)
  return tx
    .insertInto('mail')
    .values({
      id: newId(),
      created_at: now,
      to_address: mail.to,
      language: mail.language,
      subject,
      text_body: textOf(mail.body),
      html_body: htmlOf(subject, mail.language, mail.body),
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
    })
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .execute()
}

// A line break in a header would let a visitor write headers of their own.
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
