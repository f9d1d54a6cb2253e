import { createTransport, type Transporter } from 'nodemailer'
import { messageOf } from '../errors.ts'
import type { Log } from '../log.ts'
import { type Clock, plus } from '../time.ts'
import { claimMail, keepWaitingMails, markNotSent, markSent } from './outbox.sql.ts'
import { addressOf } from './address.ts'
import { delayAfter } from './retries.rules.ts'
import type { Db, MailTables } from './tables.ts'

export type Post = Pick<Transporter, 'sendMail' | 'close'>

interface PostOffice {
  db: Db
  /** Absent when no mail server is set: mails are kept to be read in the office. */
  post: Post | undefined
  from: string
  clock: Clock
  log: Log
}

// A claim outlasts the slowest answer of a mail server; after a crash the mail is sent by whoever looks next.
const claimSeconds = 120

/** A connection to the mail server at this address. Never waits longer than a claim lasts. */
export const postTo = (smtpUrl: string): Post =>
  createTransport({
    url: smtpUrl,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 45_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

/** Sends what is due, one after another, and says how many went out. */
export async function sendMails({ db, post, from, clock, log }: PostOffice): Promise<number> {
  if (!post) {
    await keepWaitingMails(db)
    return 0
  }
  let sent = 0
  for (;;) {
    const now = clock()
    const mail = await claimMail(db, now, plus(now, { seconds: claimSeconds }))
    if (!mail) return sent
    try {
      await post.sendMail(messageFor(mail, from))
    } catch (error) {
      const nextAt = await writeDownFailure({ db, clock, log }, mail, error)
      // A server that does not answer for one mail does not answer for the next: let it rest.
      if (nextAt && !hasAnswered(error)) return sent
      continue
    }
    await markSent(db, mail.id, clock())
    sent += 1
  }
}

type Row = Pick<MailTables['mail'], 'id' | 'to_address'> & { attempts: number }

async function writeDownFailure(
  { db, clock, log }: Omit<PostOffice, 'post' | 'from'>,
  mail: Row,
  error: unknown,
) {
  const attempts = mail.attempts + 1
  const wait = delayAfter(attempts, isPermanent(error))
  const nextAt = wait === null ? null : plus(clock(), { seconds: wait })
  await markNotSent(db, mail.id, { attempts, error: messageOf(error).slice(0, 500), nextAt })
  // The server's own words may hold the receiver's address: they stand in the office, and not in the log.
  log.warn({ mail: mail.id, attempts, nextAt, code: codeOf(error) }, 'mail not sent')
  return nextAt
}

const responseCode = (error: unknown): number =>
  error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0

// 5xx to the receiver's address means no, for ever; 5xx while signing in to our own server is for us to mend.
const isPermanent = (error: unknown): boolean =>
  responseCode(error) >= 500 && error instanceof Error && 'code' in error && error.code === 'EENVELOPE'

const codeOf = (error: unknown): string | number =>
  responseCode(error) || (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

const hasAnswered = (error: unknown): boolean => responseCode(error) > 0

type FullRow = Awaited<ReturnType<typeof claimMail>> & object

function messageFor(mail: FullRow, from: string) {
  return {
    from,
    to: { name: '', address: mail.to_address },
    subject: mail.subject,
    text: mail.text_body,
    html: mail.html_body,
    // The same for every attempt, so that a receiver can tell a double from a new mail.
    messageId: `<${mail.id}@${domainOf(from)}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.language,
      ...(mail.unsubscribe_url && {
        'List-Unsubscribe': `<${mail.unsubscribe_url}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    ...(mail.calendar &&
      mail.calendar_method && {
        icalEvent: { method: mail.calendar_method, filename: 'invite.ics', content: mail.calendar },
      }),
  }
}

const domainOf = (from: string): string => addressOf(from).email.split('@')[1] ?? 'localhost'
