import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { transact } from '#platform/db.ts'
import { openLog } from '#platform/log.ts'
import { type Instant, plus } from '#platform/time.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { htmlOf, textOf } from './body.ts'
import { claimMail } from './outbox.sql.ts'
import { type Mail, queueMail } from './queue-mail.ts'
import { delayAfter } from './retries.rules.ts'
import { postTo } from './post.ts'
import { sendMails } from './send-mails.ts'
import type { MailTables } from './tables.ts'

const start: Instant = '2026-11-23T08:00:00.000Z'
let bed: FreshDatabase
before(async () => void (bed = await freshDatabase()))
after(() => bed.close())

const log = openLog('silent')
const from = 'Malmöandan <hej@example.org>'
const mailTo = (to: string, more: Partial<Mail> = {}): Mail => ({
  to,
  language: 'sv',
  subject: 'Välkommen',
  body: { paragraphs: ['Hej'], why: 'Därför.' },
  ...more,
})
const db = () => bed.db.as<MailTables>()
const write = (mail: Mail, now = start) => transact(db(), (tx) => queueMail(tx, mail, now))
const stateOf = (to: string) =>
  db()
    .selectFrom('mail')
    .select(['state', 'attempts', 'next_attempt_at', 'last_error'])
    .where('to_address', '=', to)
    .executeTakeFirstOrThrow()

interface Server {
  url: string
  got: ParsedMail[]
  stop(): Promise<void>
}

/** A real SMTP server that may be told to refuse somebody. */
function mailServer({ port = 0, refuse }: { port?: number; refuse?: string } = {}): Promise<Server> {
  const got: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: (address, _session, done) =>
      done(
        address.address === refuse
          ? Object.assign(new Error('no such mailbox'), { responseCode: 550 })
          : null,
      ),
    onData: (stream, _session, done) => void simpleParser(stream).then((mail) => (got.push(mail), done())),
  })
  return new Promise((resolve) => {
    const listening = server.listen(port, '127.0.0.1', () => {
      const { port: open } = listening.address() as AddressInfo
      const stop = (): Promise<void> => new Promise((done) => server.close(done))
      resolve({ url: `smtp://127.0.0.1:${open}`, got, stop })
    })
  })
}

async function sendWith(url: string | undefined, now: Instant): Promise<number> {
  const post = url ? postTo(url) : undefined
  const { sent } = await sendMails({ db: db(), post, from, clock: () => now, log })
  post?.close()
  return sent
}

test('a mail goes out once, as text, as HTML and with its calendar entry', async () => {
  const ics = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//SV\r\nMETHOD:REQUEST\r\nEND:VCALENDAR'
  await write(
    mailTo('amina@example.org', { calendar: { method: 'REQUEST', ics }, unsubscribe: 'https://x.example/u' }),
  )
  const server = await mailServer()
  equal(await sendWith(server.url, start), 1)
  equal(await sendWith(server.url, plus(start, { hours: 5 })), 0)
  await server.stop()
  equal(server.got.length, 1)
  const [mail] = server.got
  equal(mail?.subject, 'Välkommen')
  match(mail?.text ?? '', /Hej/)
  match(String(mail?.html), /<p[^>]*>Hej<\/p>/)
  equal(mail?.headers.get('auto-submitted'), 'auto-generated')
  match(JSON.stringify(mail?.headers.get('list')), /x\.example/)
  ok(mail?.attachments.some((one) => one.contentType === 'text/calendar' || one.filename === 'invite.ics'))
  equal((await stateOf('amina@example.org')).state, 'sent')
})

test('while the mail server is down for an hour mails wait, and then all go out, once', async () => {
  const gone = await mailServer()
  const port = Number(new URL(gone.url).port)
  await gone.stop()
  await write(mailTo('bo@example.org'))
  let now = start
  for (let minute = 0; minute < 60; minute += 5) {
    now = plus(start, { minutes: minute })
    equal(await sendWith(gone.url, now), 0)
  }
  const waiting = await stateOf('bo@example.org')
  equal(waiting.state, 'waiting')
  match(String(waiting.last_error), /ECONNREFUSED/)
  const server = await mailServer({ port })
  equal(await sendWith(server.url, plus(now, { hours: 2 })), 1)
  equal(await sendWith(server.url, plus(now, { hours: 4 })), 0)
  await server.stop()
  deepEqual(
    server.got.map((mail) => mail.subject),
    ['Välkommen'],
  )
})

test('a mailbox that does not exist is given up at once and stops nobody else', async () => {
  await write(mailTo('nobody@example.org'))
  await write(mailTo('carmen@example.org'), plus(start, { seconds: 1 }))
  const server = await mailServer({ refuse: 'nobody@example.org' })
  equal(await sendWith(server.url, plus(start, { hours: 9 })), 1)
  await server.stop()
  equal((await stateOf('nobody@example.org')).state, 'failed')
  equal((await stateOf('carmen@example.org')).state, 'sent')
})

test('a mail claimed by a process that died goes out when the claim has run out', async () => {
  const now = plus(start, { days: 1 })
  await write(mailTo('dora@example.org'), now)
  const claimed = await claimMail(db(), now, plus(now, { seconds: 120 }))
  equal(claimed?.to_address, 'dora@example.org')
  const server = await mailServer()
  equal(await sendWith(server.url, plus(now, { seconds: 60 })), 0)
  equal(await sendWith(server.url, plus(now, { seconds: 121 })), 1)
  await server.stop()
  equal(server.got[0]?.messageId, `<${claimed?.id}@example.org>`)
})

test('two processes that reach for mails at once never send the same one', async () => {
  const now = plus(start, { days: 2 })
  const names = Array.from({ length: 12 }, (_, index) => `many-${index}@example.org`)
  for (const name of names) await write(mailTo(name), now)
  const server = await mailServer()
  await Promise.all([sendWith(server.url, now), sendWith(server.url, now), sendWith(server.url, now)])
  await server.stop()
  const receivers = server.got.map((mail) => (Array.isArray(mail.to) ? '' : (mail.to?.text ?? '')))
  deepEqual(receivers.sort(), [...names].sort())
})

test('a key lets a mail be written once, and without a server mails are kept', async () => {
  await write(mailTo('once@example.org', { key: 'reminder 1' }))
  await write(mailTo('once@example.org', { key: 'reminder 1' }))
  const rows = await db()
    .selectFrom('mail')
    .select('id')
    .where('to_address', '=', 'once@example.org')
    .execute()
  equal(rows.length, 1)
  await sendWith(undefined, start)
  equal((await stateOf('once@example.org')).state, 'kept')
})

test('a name can put neither a header, nor markup, nor a link into a mail', async () => {
  await write(mailTo('eve@example.org', { subject: 'Hej\r\nBcc: all@example.org' }))
  const row = await db()
    .selectFrom('mail')
    .select('subject')
    .where('to_address', '=', 'eve@example.org')
    .executeTakeFirstOrThrow()
  equal(row.subject, 'Hej Bcc: all@example.org')
  const body = { greeting: 'Hej <b>www.evil.example</b> https://evil.example', paragraphs: [], why: '' }
  const html = htmlOf('x', 'sv', body)
  ok(html.includes('&lt;b&gt;'))
  for (const text of [html, textOf(body)]) ok(!/https:\/\/e|www\.e|evil\.example/.test(text))
})

test('an address that its owner hands over can be copied and written to, and nothing passes for one', () => {
  const mailWith = (value: string) => {
    const body = { paragraphs: [], facts: [['E-post', value, 'address'] as const], why: '' }
    return [textOf(body), htmlOf('x', 'sv', body)] as const
  }
  const [text, html] = mailWith('amina.b+1@forening.example')
  ok(text.includes('E-post: amina.b+1@forening.example\n'))
  ok(html.includes('<a href="mailto:amina.b+1@forening.example">amina.b+1@forening.example</a>'))
  for (const no of [
    'www.evil.example',
    'https://evil.example/@a.se',
    'a@b.se https://evil.example',
    'a@b.se?cc=x',
  ])
    for (const one of mailWith(no)) ok(!/mailto:|https:\/\/e|www\.e|evil\.example/.test(one), no)
})

test('attempts come at ten seconds, half a minute, and so on up to every two hours, and end', () => {
  deepEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 19].map((n) => delayAfter(n, false)),
    [10, 30, 60, 300, 900, 1800, 3600, 7200, 7200, 7200],
  )
  equal(delayAfter(20, false), null)
  equal(delayAfter(1, true), null)
})
