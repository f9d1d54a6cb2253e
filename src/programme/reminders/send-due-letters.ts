import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/index.ts'
import { type Instant, plus } from '#platform/time.ts'
import { nextAfter } from '../chains/load-chain.ts'
import { withShownTables } from '../door/tables.sql.ts'
import { type EventLine, eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import { capacityToAsk, makeAnswerLink } from '../evaluation/answer-links.ts'
import type { Letters } from '../sign-up/letters.ts'
import { placeInQueue } from '../sign-up/queue.sql.ts'
import { addLinks } from '../sign-up/sign-ups.sql.ts'
import type { Db, SignUpRow, Writes } from '../tables.ts'
import {
  daysAhead,
  daysBack,
  letterDue,
  type DueLetter,
  type Standing,
  standingFor,
} from './letter-times.rules.ts'
import { anyoneCheckedIn, noteSent, receiversOf, timesBetween } from './letters.sql.ts'
import { ownTexts } from './own-texts.sql.ts'
import { clockLetter } from './reminder.mail.ts'

interface Options extends Pick<Letters, 'url'> {
  /** So many letters are written in one transaction; whoever signs up meanwhile waits no longer than that takes. */
  batchMax?: number
}

/**
 * Writes the letters that are due by the clock: reminders, thanks, and the question three months later. It may be
 * run by several processes at once, and be stopped at any moment: that a letter was written is written with it.
 */
export async function sendDueLetters(db: Db, now: Instant, { url, batchMax = 50 }: Options): Promise<number> {
  let sent = 0
  for (const event of await timesBetween(
    db,
    plus(now, { days: -daysBack }),
    plus(now, { days: daysAhead }),
  )) {
    if (!letterDue(event, now)) continue
    for (;;) {
      const letters = await sendBatch(db, event.id, { now, url, batchMax })
      sent += letters
      if (letters < batchMax) break
    }
  }
  return sent
}

type Sending = Required<Options> & { now: Instant }

/** The next letters about one event; while they are written nobody gives back a seat in it, or calls it off. */
function sendBatch(db: Db, eventId: string, { now, url, batchMax }: Sending): Promise<number> {
  return decide(db, 'event', eventId, async (tx) => {
    const event = found(await eventWithId(tx, eventId), 'event')
    const due = letterDue(event, now)
    if (!due) return 0
    const wasCounted = await anyoneCheckedIn(tx, eventId)
    const next = due.kind === 'after' ? await nextAfter(tx, eventId, now) : undefined
    const receivers = await receiversOf(tx, eventId, { ...due, wasCounted }, batchMax)
    for (const signUp of receivers) {
      if (!(await noteSent(tx, signUp, due, now))) continue
      const standing = standingFor(due.kind, signUp, wasCounted)
      if (standing) await write(tx, { event, due, signUp, standing, next, now, url })
    }
    return receivers.length
  })
}

interface Letter extends Pick<Letters, 'now' | 'url'> {
  event: ProgrammeEvent
  due: DueLetter
  signUp: SignUpRow
  standing: Standing
  next: EventLine | undefined
}

async function write(tx: Writes, letter: Letter): Promise<void> {
  const { event, due, signUp, standing, next, now, url } = letter
  const { language } = signUp
  const isBefore = due.kind === 'week-before' || due.kind === 'day-before'
  const leadsToOwn = isBefore || event.unlisted === 1
  const own = leadsToOwn ? url(language, `/sign-ups/${await personalLink(tx, signUp, now)}`) : ''
  const mail = clockLetter({
    ...{ kind: due.kind, standing, event, next, now },
    receiver: { name: signUp.name, email: found(signUp.email, 'address'), language },
    ownText: (await ownTexts(tx, event.id)).reminder,
    place: standing === 'waiting' ? await placeInQueue(tx, event, signUp.id) : 0,
    links: {
      ...{ own, cancel: `${own}/cancel` },
      ...(await tablesLink(tx, letter, own)),
      event: url(language, `/events/${event.slug}`),
      answer: await answerLink(tx, letter),
    },
  })
  // To whom a link to answer with went stands in the mail alone, which nobody in the office may read.
  const about = isBefore ? { about: signUp.id } : { about: event.id, confidential: true as const }
  await queueMail(tx, { ...mail, ...about }, now)
}

/** The day before, and once everybody is shown where they sit. */
async function tablesLink(tx: Writes, { due, signUp }: Letter, own: string): Promise<{ tables?: string }> {
  const isShown = due.kind === 'day-before' && (await withShownTables(tx, [signUp.id])).has(signUp.id)
  return isShown ? { tables: `${own}/tables` } : {}
}

async function personalLink(tx: Writes, { id }: SignUpRow, now: Instant): Promise<string> {
  const token = newToken()
  await addLinks(tx, [{ token_hash: hashOf(token), sign_up_id: id, created_at: now }])
  return token
}

/** A link to answer with, for those who were there, or may have been. */
async function answerLink(tx: Writes, { event, due, signUp, standing, url }: Letter): Promise<string> {
  if (standing !== 'came' && standing !== 'perhaps') return ''
  const kind = due.kind === 'follow-up' ? 'follow-up' : 'evaluation'
  const capacity = kind === 'evaluation' ? await capacityToAsk(tx, event.id, signUp.capacity) : null
  const token = await makeAnswerLink(tx, { eventId: event.id, kind, capacity })
  return url(signUp.language, `/${kind === 'evaluation' ? 'evaluations' : 'follow-ups'}/${token}`)
}
