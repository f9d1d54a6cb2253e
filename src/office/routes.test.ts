import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent } from '../../test/cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../test/world.ts'
import type { Db } from './tables.ts'

let world: World
let db: Db
let bo: Visitor
let cora: Visitor
let stranger: Visitor
let boId: string

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  const member = await aMember(world.database, 'Bo', 'city')
  boId = member.id
  const organiser = await aMember(world.database, 'Cora')
  bo = await world.visitor(member.id)
  cora = await world.visitor(organiser.id)
  stranger = await world.visitor()
  const event_id = await anEvent(world.database, plus(firstNoon, { days: -20 }), {
    title: json({ sv: 'Nattbussen' }),
  })
  await db.insertInto('event_organiser').values({ event_id, person_id: organiser.id }).execute()
})
after(() => world.close())

async function aMail(
  state: 'failed' | 'sent' | 'kept',
  given: { confidential?: true } = {},
): Promise<string> {
  const key = newId()
  const action = { label: 'Hit', url: 'http://localhost:3000/sv/x' }
  const body = { paragraphs: ['Hemligt ord'], action, why: 'Därför.' }
  await queueMail(
    db,
    { to: 'a@example.org', language: 'sv', subject: 'Ett mejl', body, key, ...given },
    firstNoon,
  )
  const sent_at = state === 'sent' ? firstNoon : null
  const change = { state, sent_at, last_error: state === 'failed' ? '550 no such user' : null }
  await db.updateTable('mail').set(change).where('once_key', '=', key).execute()
  return (await db.selectFrom('mail').select('id').where('once_key', '=', key).executeTakeFirstOrThrow()).id
}

const stateOf = async (id: string) =>
  (await db.selectFrom('mail').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

test('the office is for those who have signed in, and most of it for coordinators', async () => {
  match((await stranger.open('/sv/office')).path, /\/sign-in/)
  const mail = await aMail('failed')
  for (const path of ['/office/mails', `/office/mails/${mail}`, '/office/jobs', '/office/record']) {
    equal((await bo.open(`/sv${path}`)).status, 200)
    equal((await cora.open(`/sv${path}`)).status, 404)
    equal((await cora.send(`/sv${path}`, { what: 'again' })).status, 404)
    equal((await stranger.send(`/sv${path}`, { what: 'again' })).status, 404)
  }
  equal(await stateOf(mail), 'failed')
  equal((await bo.open('/sv/office/mails/nobody-knows')).status, 404)
})

test('a coordinator sees what needs the office, and an organiser their own events', async () => {
  const desk = await bo.open('/sv/office')
  match(desk.link('Skriv vad som sades på ”Nattbussen”'), /^\/sv\/office\/events\/.*\/notes$/)
  const own = await cora.open('/sv/office')
  ok(own.text.includes('Nattbussen'))
  ok(own.text.includes('Skriv vad som sades och vad ni kom överens om.'))
  for (const language of ['en', 'es']) equal((await bo.open(`/${language}/office`)).status, 200)
})

test('without a mail server mails are kept to be read, and the office says so', async () => {
  const mail = await aMail('kept')
  const page = await bo.open('/sv/office/mails?state=kept')
  ok(page.text.includes('Ingen mejlserver är inställd.'))
  ok((await bo.open(page.link('Ett mejl'))).text.includes('Hemligt ord'))
  equal((await bo.open(`/sv/office/mails/${mail}`)).link('localhost'), 'http://localhost:3000/sv/x')
  const refused = await bo.send(`/sv/office/mails/${mail}`, {})
  equal(refused.status, 409)
  ok(refused.text.includes('SMTP_URL'))
  equal((await bo.send('/sv/office/mails', { what: 'again' })).status, 409)
})

test('a mail that holds a way in is not read by others', async () => {
  const mail = await aMail('kept', { confidential: true })
  const page = await bo.open(`/sv/office/mails/${mail}`)
  ok(!page.text.includes('Hemligt ord'))
  ok(page.text.includes('bara mottagaren får läsa det'))
})

test('a test mail reaches whoever asks, in their language, and not without end', async () => {
  const page = await bo.open('/en/office/mails')
  equal((await bo.press(page, 'Send me a test email')).status, 200)
  const mine = (await world.mails()).filter((mail) => mail.to_address === 'bo@example.org')
  deepEqual(
    mine.map((mail) => mail.subject),
    ['Provmejl: åäö, ñ och é kom fram'],
  )
  ok(mine[0]?.text_body.includes('http://localhost:3000/'))
  for (let sent = 2; sent <= 10; sent += 1) equal((await bo.press(page, 'Send me a test email')).status, 200)
  equal((await bo.press(page, 'Send me a test email')).status, 409)
})

test('work that was given up is done again when somebody asks', async () => {
  const job = {
    id: newId(),
    kind: 'remind',
    payload: '{}',
    run_at: firstNoon,
    once_key: null,
    claimed_until: null,
  }
  const failed = { ...job, done_at: null, failed_at: firstNoon, last_error: 'disk full' }
  await db.insertInto('job').values(failed).execute()
  const page = await bo.open('/sv/office/jobs')
  ok(page.text.includes('disk full'))
  ok((await bo.press(page, 'Försök igen')).text.includes('Allt har fungerat.'))
  const again = await db
    .selectFrom('job')
    .select(['failed_at', 'attempts'])
    .where('id', '=', job.id)
    .execute()
  deepEqual(again, [{ failed_at: null, attempts: 0 }])
})

test('the record says who did what, the latest first, also what it has no words for yet', async () => {
  await record(db, { what: 'signed-in', by: boId, about: boId, at: firstNoon })
  await record(db, { what: 'danced-on-the-table', by: null, about: 'table', at: firstNoon })
  const page = await bo.open('/sv/office/record')
  ok(page.text.includes('Bo loggade in'))
  ok(page.text.includes('danced-on-the-table'))
  for (let more = 0; more < 50; more += 1) {
    await record(db, { what: 'signed-out-everywhere', by: boId, about: boId, at: firstNoon })
  }
  const latest = await bo.open('/sv/office/record')
  ok(!latest.text.includes('danced-on-the-table'))
  ok((await bo.open(latest.link('Visa äldre'))).text.includes('danced-on-the-table'))
})
