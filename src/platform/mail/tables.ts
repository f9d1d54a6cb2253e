import type { DbOf, ReadsOf, WritesOf } from '../handle.ts'
import type { Generated } from 'kysely'
import type { Json } from '../db.ts'
import type { Language } from '../language.ts'
import type { Instant } from '../time.ts'
import type { MailBody } from './body.ts'

/**
 * waiting: to be sent. sending: claimed by one process. sent. failed: given up, shown to the coordinators.
 * kept: there is no mail server; it can be read in the office.
 */
export type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'kept'

export interface MailTables {
  mail: {
    id: string
    created_at: Instant
    to_address: string
    language: Language
    subject: string
    /** This and the HTML only of mails from before `body` was kept: all others are written out when they are sent. */
    text_body: string
    html_body: Generated<string>
    /** What it says, in its last words; null once it is wiped. */
    body: Json<MailBody> | null
    calendar: string | null
    calendar_method: 'REQUEST' | 'CANCEL' | null
    unsubscribe_url: string | null
    about: string | null
    once_key: string | null
    /** 1 when the body holds a way in that only its receiver may have. */
    confidential: Generated<number>
    state: Generated<MailState>
    attempts: Generated<number>
    next_attempt_at: Instant
    claimed_until: Instant | null
    sent_at: Instant | null
    last_error: string | null
    /** How often nobody knows whether it arrived: the connection broke after it was handed over. */
    unsure: Generated<number>
  }
}

export type Db = DbOf<MailTables>
export type Reads = ReadsOf<MailTables>
export type Writes = WritesOf<MailTables>
