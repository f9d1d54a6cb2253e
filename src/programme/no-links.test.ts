import { deepEqual, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parse } from 'node-html-parser'
import { json, transact } from '#platform/db.ts'
import { htmlIn, type MailTables } from '#platform/mail/index.ts'
import { instantAt, plus } from '#platform/time.ts'
import { anEvent, aSignUp } from '../../test/cast.ts'
import { coordinatorOf } from '../../test/people-cast.ts'
import { baseUrl, firstNoon, freshWorld, type World } from '../../test/world.ts'
import { eventWithId } from './events.sql.ts'
import { keepOwnText } from './reminders/own-texts.sql.ts'
import { sendDueLetters } from './reminders/send-due-letters.ts'
import { tellHowFull } from './reminders/tell-how-full.ts'
import { writeLetters } from './sign-up/letters.ts'
import type { LetterKind } from './sign-up/sign-up.mail.ts'
import { signUpsWithIds } from './sign-up/sign-ups.sql.ts'
import type { Db } from './tables.ts'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

const db = (): Db => world.database.as()
const url = (language: string, path: string): string => `${baseUrl}/${language}${path}`
const evil =
  'https://evil.example www.evil.example evil.example ftp://evil mailto:x@evil.example <a href="https://evil.example">x</a>'
const evilTexts = json({ sv: evil })

/** What a mail program would make a link of, though we did not. */
const addressesIn = (text: string): string[] =>
  text.match(/(?:[a-z]+:\/\/|mailto:)[^\s\u200B]+|www\.[a-z]\S*|[a-z\d-]+\.(?:example|com|se)\b/giu) ?? []

const kinds: LetterKind[] = [
  ...(['confirm', 'signed-up', 'brought', 'again', 'offered', 'offer-over', 'moved-up'] as const),
  ...(['given-back', 'taken-off', 'changed', 'called-off'] as const),
]

test('no text that somebody wrote puts a link into a mail: titles, places, reasons, names, or the organisers’ own words', async () => {
  const by = await coordinatorOf(world.database, 'city', 'Bo')
  const startsAt = instantAt('2026-12-03', '12:00')
  const id = await anEvent(world.database, startsAt, {
    ...{ title: evilTexts, lead: evilTexts, access: evilTexts, cancel_reason: evilTexts },
    ...{ place_name: evil, address: evil, capacity: 2 },
  })
  const text = { sv: evil }
  for (const part of ['confirmation', 'reminder'] as const)
    await transact(db(), (tx) => keepOwnText(tx, { eventId: id, part, text, at: firstNoon, by }))
  const came = { checked_in_at: startsAt }
  const seat = await aSignUp(world.database, id, { name: evil, organisation_name: evil, ...came })
  await aSignUp(world.database, id, { name: evil, organisation_name: evil })
  await aSignUp(world.database, id, { name: evil, state: 'waiting' })
  const letters = { now: firstNoon, url, organizer: { name: 'Malmöandan', email: 'hej@example.org' } }
  const event = await eventWithId(db(), id)
  ok(event)
  const signUps = await signUpsWithIds(db(), [seat])
  for (const kind of kinds)
    await transact(db(), (tx) => writeLetters(tx, kind, { event, signUps, letters, by: evil }))
  await tellHowFull(db(), firstNoon, { url })
  // A while after the letters above, so that these people are reminded as well.
  await db().updateTable('personal_link').set({ created_at: '2026-11-01T08:00:00.000Z' }).execute()
  for (const [days, time] of [
    [-7, '08:00'],
    [-1, '08:00'],
    [1, '10:00'],
    [91, '10:00'],
  ] as const)
    await sendDueLetters(db(), plus(instantAt('2026-12-03', time), { days }), { url })

  const mails = await world.database.as<MailTables>().selectFrom('mail').selectAll().execute()
  ok(mails.length >= kinds.length + 1 + 7, `${mails.length} mails`)
  for (const mail of mails) {
    const { subject, text_body } = mail
    const html = htmlIn(mail)
    const links = parse(html).querySelectorAll('[href], [src]')
    for (const link of links) ok((link.getAttribute('href') ?? '').startsWith(`${baseUrl}/`), link.outerHTML)
    const read = parse(html)
      .querySelectorAll('p, td, th')
      .filter((one) => !one.querySelector('a'))
    for (const words of [...read.map((one) => one.textContent), text_body.replaceAll(`${baseUrl}/`, 'ours ')])
      deepEqual(addressesIn(words.replaceAll(/ours \S+/g, '')), [], subject)
  }
})
