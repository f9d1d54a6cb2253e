import type { SendMailOptions } from 'nodemailer'
import { messageOf } from '../errors.ts'
import type { Log } from '../log.ts'
import { type Clock, plus } from '../time.ts'
import { claimMail, keepWaitingMails, markNotSent, markSent } from './outbox.sql.ts'
import { addressOf } from './address.ts'
import { htmlIn, textIn } from './body.ts'
import { MaybeArrived, type Post } from './post.ts'
import { delayAfter, delayWhenUnsure, unsureMax } from './retries.rules.ts'
import type { Db, MailTables } from './tables.ts'

interface PostOffice {
  db: Db
  /** Absent when no mail server is set: mails are kept to be read in the office. */
  post: Post | undefined
  from: string
  clock: Clock
  log: Log
  /** Asked before each mail; the rest waits for the next process. */
  isStopping?: () => boolean
}

// Longer than `Post` waits for the slowest of servers, so that nobody else takes up a mail that is still on its way.
// After a crash it is sent by whoever looks next.
const claimSeconds = 120

interface Round {
  sent: number
  /** Nothing can be sent for now: the server is silent, refuses everybody, or broke off. */
  isServerAway: boolean
}

/** Sends what is due, one after another. */
export async function sendMails(office: PostOffice): Promise<Round> {
  const { db, post, from, clock, isStopping } = office
  if (!post) {
    await keepWaitingMails(db)
    return { sent: 0, isServerAway: false }
  }
  let sent = 0
  while (!isStopping?.()) {
    const now = clock()
    const mail = await claimMail(db, now, plus(now, { seconds: claimSeconds }))
    if (!mail) break
    if (mail.unsure >= unsureMax) {
      await giveUp(office, mail)
      continue
    }
    try {
      await post.sendMail(messageFor(mail, from))
    } catch (error) {
      await writeDownFailure(office, mail, error)
      // A server that fails everybody would fail the next mail as well: let it rest.
      if (!isAboutThisMail(error)) return { sent, isServerAway: true }
      continue
    }
    await markSent(db, mail.id, clock())
    sent += 1
  }
  return { sent, isServerAway: false }
}

type Row = Pick<MailTables['mail'], 'id' | 'last_error'> & { attempts: number; unsure: number }

async function writeDownFailure({ db, clock, log }: PostOffice, mail: Row, error: unknown): Promise<void> {
  const attempts = mail.attempts + 1
  const unsure = mail.unsure + Number(error instanceof MaybeArrived)
  const wait =
    error instanceof MaybeArrived ? delayWhenUnsure(unsure) : delayAfter(attempts, isPermanent(error))
  const nextAt = wait === null ? null : plus(clock(), { seconds: wait })
  const said = messageOf(error).slice(0, 500)
  await markNotSent(db, mail.id, { attempts, unsure, error: said, nextAt })
  // The server's own words may hold the receiver's address: they stand in the office, and not in the log.
  log.warn({ mail: mail.id, attempts, nextAt, code: codeOf(error) }, 'mail not sent')
}

/** Nobody gets a mail three times: whether it arrived must be found out by somebody who can ask. */
async function giveUp({ db, log }: PostOffice, { id, attempts, unsure, last_error }: Row): Promise<void> {
  const error = last_error ?? 'the process ended while this was being sent, more than once'
  await markNotSent(db, id, { attempts, unsure, error, nextAt: null })
  log.warn({ mail: id, attempts }, 'mail given up')
}

const responseCode = (error: unknown): number =>
  error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0

const wordOf = (error: unknown, word: 'code' | 'command'): string =>
  error instanceof Error && word in error ? String((error as Error & Record<typeof word, unknown>)[word]) : ''

// 5xx to the receiver's address means no, for ever; 5xx to our own, or while signing in to our own server, is for us
// to mend.
const isPermanent = (error: unknown): boolean =>
  responseCode(error) >= 500 &&
  wordOf(error, 'code') === 'EENVELOPE' &&
  wordOf(error, 'command') === 'RCPT TO'

const codeOf = (error: unknown): string | number => responseCode(error) || wordOf(error, 'code') || 'unknown'

// 421 is how a server says goodbye to everybody, whatever it was asked (RFC 5321, 3.8).
const isAboutThisMail = (error: unknown): boolean =>
  ['EENVELOPE', 'EMESSAGE'].includes(wordOf(error, 'code')) &&
  wordOf(error, 'command') !== 'MAIL FROM' &&
  responseCode(error) !== 421

type FullRow = Awaited<ReturnType<typeof claimMail>> & object

function messageFor(mail: FullRow, from: string): SendMailOptions {
  return {
    from,
    to: { name: '', address: mail.to_address },
    subject: mail.subject,
    text: textIn(mail),
    html: htmlIn(mail),
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
