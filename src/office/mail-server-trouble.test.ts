import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { type AddressInfo, createServer } from 'node:net'
import { after, test } from 'node:test'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { transact } from '#platform/db.ts'
import { openLog } from '#platform/log.ts'
import { type MailTables, postTo, queueMail, sendMails } from '#platform/mail/index.ts'
import { type Instant, plus } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { waitingMailItems } from './machine-items.ts'

const beds: FreshDatabase[] = []
after(() => Promise.all(beds.map((bed) => bed.close())))

async function freshOutbox() {
  const bed = await freshDatabase()
  beds.push(bed)
  return bed.db.as<MailTables>()
}
const impatience = { connectMs: 150, answerMs: 150, wholeMs: 400 }
const log = openLog('silent')
const mailsMany = 40
const start: Instant = '2026-11-23T08:00:00.000Z'

interface Peer {
  port: number
  /** The addresses that mails arrived for, as often as they did. */
  got: string[]
  stop(): Promise<void>
}

type Trouble = 'none' | 'busy' | 'refuses' | 'refuses the sender' | 'takes and dies' | 'dies half-way'

/** A real mail server, in one kind of trouble. */
function mailServer(trouble: Trouble, port = 0): Promise<Peer> {
  const got: string[] = []
  const refusal = (code: number) => Object.assign(new Error('not now'), { responseCode: code })
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true },
    onConnect: (_session, done) =>
      done(trouble === 'busy' ? refusal(421) : trouble === 'refuses' ? refusal(554) : null),
    onMailFrom: (_address, _session, done) => done(trouble === 'refuses the sender' ? refusal(550) : null),
    onData: (stream, session, done) => {
      if (trouble === 'dies half-way') return drop()
      void simpleParser(stream).then(
        () => {
          got.push(...session.envelope.rcptTo.map(({ address }) => address))
          return trouble === 'takes and dies' ? drop() : done()
        },
        // Whoever sent it went away before its end: it has not arrived.
        done,
      )
    },
  })
  const drop = (): void => {
    for (const connection of server.connections as Set<{ _socket: { destroy(): void } }>)
      connection._socket.destroy()
  }
  server.on('error', () => undefined)
  return new Promise((resolve) => {
    const listening = server.listen(port, '127.0.0.1', () => {
      const { port: open } = listening.address() as AddressInfo
      resolve({ port: open, got, stop: () => new Promise((done) => server.close(done)) })
    })
  })
}

test('a mail that was taken twice without a word is not sent a third time: somebody has to look', async () => {
  const peer = await mailServer('takes and dies')
  const db = await freshOutbox()
  const mail = {
    to: 'amina@example.org',
    language: 'sv',
    subject: 'one',
    body: { paragraphs: ['Hej'], why: '' },
  } as const
  await transact(db, (tx) => queueMail(tx, mail, start))
  const post = postTo(`smtp://127.0.0.1:${peer.port}`)
  for (const hours of [0, 1, 2, 3, 4, 5]) {
    const clock = () => plus(start, { hours })
    await sendMails({ db, post, from: 'hej@example.org', clock, log })
  }
  post.close()
  await peer.stop()
  deepEqual(peer.got, ['amina@example.org', 'amina@example.org'])
  const row = await db.selectFrom('mail').selectAll().where('subject', '=', 'one').executeTakeFirstOrThrow()
  equal(row.state, 'failed')
  match(row.last_error ?? '', /^it may have arrived/)
})

/** A peer that takes the call and never says a word, or one that says them a letter at a time. */
function silentServer(letter?: string): Promise<Peer> {
  const sockets = new Set<{ destroy(): void }>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    const talking = letter && setInterval(() => socket.write(letter), 40)
    socket.on('close', () => clearInterval(talking))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const stop = (): Promise<void> =>
        new Promise((done) => {
          for (const socket of sockets) socket.destroy()
          server.close(() => done())
        })
      resolve({ port: (server.address() as AddressInfo).port, got: [], stop })
    })
  })
}

const wordOf = (name: string): string => name.replaceAll(' ', '-')

const addresses = (name: string): string[] =>
  Array.from({ length: mailsMany }, (_, index) => `${name}-${index}@example.org`)

/** Forty mails are written, a server is in trouble for two hours and then well; answers with what arrived. */
async function twoHoursOf(name: string, peer: Peer) {
  const db = await freshOutbox()
  for (const to of addresses(name)) {
    const mail = { to, language: 'sv', subject: name, body: { paragraphs: ['Hej'], why: '' } } as const
    await transact(db, (tx) => queueMail(tx, mail, start))
  }
  let now = start
  const round = async (waiting: Parameters<typeof postTo>[1]) => {
    const post = postTo(`smtp://127.0.0.1:${peer.port}`, waiting)
    const done = await sendMails({ db, post, from: 'hej@example.org', clock: () => now, log })
    post.close()
    return done
  }
  for (let minute = 0; minute < 120; minute += 20) {
    now = plus(start, { minutes: minute })
    await round(impatience)
  }
  const asked = { db: db as never, t: wordsFor('sv'), now, hasMailServer: true, isSample: false }
  const [item] = await waitingMailItems(asked)
  await peer.stop()
  const well = await mailServer('none', peer.port)
  for (let hour = 2; hour < 6; hour += 1) {
    now = plus(start, { hours: hour, minutes: 30 })
    await round(undefined)
  }
  await well.stop()
  const states = await db.selectFrom('mail').select('state').execute()
  return { item, got: [...peer.got, ...well.got], states: states.map(({ state }) => state) }
}

const troubles: [string, () => Promise<Peer>][] = [
  ['is busy', () => mailServer('busy')],
  ['refuses', () => mailServer('refuses')],
  ['refuses the sender', () => mailServer('refuses the sender')],
  ['takes and dies', () => mailServer('takes and dies')],
  ['dies half-way', () => mailServer('dies half-way')],
  ['says nothing', () => silentServer()],
  ['never ends its greeting', () => silentServer('220-wait\r\n')],
]

// Most of the time nobody does anything but wait, so they all wait at once.
const stories = troubles.map(async ([name, open]) => twoHoursOf(wordOf(name), await open()))

for (const [index, [name]] of troubles.entries()) {
  test(`a mail server that ${name}: every mail arrives in the end, none more than twice, and the office says so`, async () => {
    const story = await stories[index]
    ok(story)
    const { item, got, states } = story
    match(item?.text ?? 'nothing', /mejl/i, 'the desk says that mails wait')
    deepEqual([...new Set(got)].sort(), addresses(wordOf(name)).sort())
    for (const address of new Set(got)) ok(got.filter((one) => one === address).length <= 2, address)
    // What was taken twice without a word has arrived, and somebody has to look.
    for (const state of states)
      ok(state === 'sent' || (state === 'failed' && name === 'takes and dies'), state)
    equal(states.length, mailsMany)
  })
}
