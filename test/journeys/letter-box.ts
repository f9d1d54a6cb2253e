import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import ICAL from 'ical.js'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

/** A mail as its reader has it. */
export interface Letter {
  subject: string
  text: string
  html: string
  /** The calendar entry in it, if any. */
  entry: Entry | undefined
  /** The first address in it whose path holds these words. */
  link(words: string): string
}

/** A calendar entry, as a calendar program reads it. */
export interface Entry {
  method: string
  uid: string
  sequence: number
  zone: string
  begins: Date
  ends: Date
  title: string
  status: string
  attendee: string
}

export interface LetterBox {
  /** For SMTP_URL. */
  url: string
  /** The next mail to that address that nobody has taken yet; waits for it. */
  next(address: string): Promise<Letter>
  /** The next mail to that address that says this; what came before it is taken too. */
  about(address: string, words: string): Promise<Letter>
  /** How many mails have come to that address so far, taken or not. */
  count(address: string): number
  /** Mails are turned away until it is opened again, as by a server that is too busy. */
  shut(): void
  open(): void
  close(): Promise<void>
}

// The program looks for mails four times a second; what was turned away is tried again after ten.
const secondsMax = 30

/** A real mail server on this machine, which keeps what it is sent. */
export async function openLetterBox(): Promise<LetterBox> {
  const come = new Map<string, ParsedMail[]>()
  const taken = new Map<string, number>()
  let isShut = false
  async function keep(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<null> {
    const mail = await simpleParser(stream)
    for (const { address } of envelope.rcptTo) come.set(address, [...(come.get(address) ?? []), mail])
    return null
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom(_address, _session, done) {
      done(isShut ? Object.assign(new Error('try again later'), { responseCode: 451 }) : null)
    },
    onData(stream, session, done) {
      keep(stream, session).then(done, done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  async function next(to: string): Promise<Letter> {
    const place = taken.get(to) ?? 0
    taken.set(to, place + 1)
    for (let tries = 0; tries < secondsMax * 40; tries += 1) {
      const mail = come.get(to)?.[place]
      if (mail) return letterOf(mail)
      await wait(25)
    }
    throw new Error(
      `no mail number ${place + 1} to ${to}; mails came to ${[...come.keys()].join(', ') || 'nobody'}`,
    )
  }
  async function about(to: string, words: string): Promise<Letter> {
    const letter = await next(to)
    return letter.text.includes(words) ? letter : about(to, words)
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    next,
    about,
    shut: () => void (isShut = true),
    open: () => void (isShut = false),
    count: (to) => come.get(to)?.length ?? 0,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

function letterOf(mail: ParsedMail): Letter {
  const { subject = '', text = '', html, attachments } = mail
  const calendar = attachments.find(({ contentType }) => contentType === 'text/calendar')
  return {
    ...{ subject, text, html: html || '' },
    entry: calendar && entryOf(calendar.content.toString()),
    link(words) {
      const found = (text.match(/https?:\/\/\S+/g) ?? []).find((one) => new URL(one).pathname.includes(words))
      if (!found) throw new Error(`no address with ${words} in the mail '${subject}': ${text}`)
      return found
    },
  }
}

/** Reads the one entry of a calendar file, and the rules of its zone with it. */
export function entryOf(file: string): Entry {
  const calendar = ICAL.Component.fromString(file)
  const part = calendar.getFirstSubcomponent('vevent')
  if (!part) throw new Error(`no entry in ${file}`)
  const event = new ICAL.Event(part)
  const start = part.getFirstProperty('dtstart')
  const rules = calendar.getFirstSubcomponent('vtimezone')
  const zone = rules && new ICAL.Timezone(rules)
  const instant = (time: ICAL.Time): Date => {
    // Read by the rules in the file itself, as a calendar far away would.
    if (zone) time.zone = zone
    return time.toJSDate()
  }
  return {
    method: String(calendar.getFirstPropertyValue('method') ?? ''),
    uid: event.uid,
    sequence: event.sequence,
    zone: start?.getFirstParameter('tzid') ?? '',
    begins: instant(event.startDate),
    ends: instant(event.endDate),
    title: event.summary,
    status: String(part.getFirstPropertyValue('status') ?? ''),
    attendee: event.attendees[0]?.getFirstParameter('cn') ?? '',
  }
}
