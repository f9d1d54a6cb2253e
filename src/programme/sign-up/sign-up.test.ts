import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { plus } from '#platform/time.ts'
import { anEvent } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { askForSeat, sayYes, signUpAndConfirm } from '../../../test/signing-up.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { ProgrammeTables } from '../tables.ts'
import { wipeNeeds } from './wipe-needs.ts'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

const inTwoWeeks = plus(firstNoon, { days: 14 })
const someone = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  capacity: 'civil-society',
})

const signUp = (
  visitor: Visitor,
  slug: string,
  fields: ReturnType<typeof someone> & Record<string, string>,
) => signUpAndConfirm(world, visitor, slug, fields)

const rowsOf = (eventId: string) =>
  world.database
    .as<ProgrammeTables>()
    .selectFrom('sign_up')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('queued_at')
    .orderBy('id')
    .execute()

const subjectsTo = async (email: string): Promise<string[]> =>
  (await world.mails()).filter((mail) => mail.to_address === email).map((mail) => mail.subject)

const entryOf = (ics: string | null) => {
  const calendar = new ICAL.Component(ICAL.parse(ics ?? ''))
  const event = calendar.getFirstSubcomponent('vevent')
  const value = (name: string) => String(event?.getFirstPropertyValue(name))
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: value('uid'),
    sequence: Number(value('sequence')),
    event,
  }
}

test('somebody signs up, gets a seat, and a mail with an entry for the calendar', async () => {
  const id = await anEvent(world.database, inTwoWeeks)
  const done = await signUp(await world.visitor(), id, { ...someone('Amina'), organisation: 'Malmö Ideella' })
  equal(done.status, 200)
  match(done.text, /Du har en plats/)
  const [row] = await rowsOf(id)
  deepEqual([row?.state, row?.organisation_name], ['seat', null])
  ok(row?.organisation_id, 'the directory knows Malmö Ideella')
  const mail = await lastMailTo(world, 'amina@example.org')
  equal(mail.subject, 'Du har en plats: Ett möte')
  const { method, uid, event } = entryOf(mail.calendar)
  deepEqual([method, uid], ['REQUEST', `${id}@malmoandan`])
  const start = event?.getFirstProperty('dtstart')
  equal(start?.getFirstParameter('tzid'), 'Europe/Stockholm')
  equal(String(start?.getFirstValue()), '2026-12-07T12:00:00')
  match(String(event?.getFirstPropertyValue('organizer')), /hej@example\.org/i)
})

test('mistakes are listed and the words kept; nothing is written', async () => {
  const id = await anEvent(world.database, inTwoWeeks)
  const long = 'å'.repeat(10_000)
  const typed = { name: long, email: 'inte en adress', diet: 'vegan' }
  const page = await askForSeat(await world.visitor(), id, typed)
  equal(page.status, 422)
  match(page.title, /^Fel: /)
  for (const words of ['Texten är för lång', 'Mejladressen ser inte hel ut', 'Välj vad du deltar som'])
    ok(page.text.includes(words), words)
  equal(page.root.querySelector('input[name=name]')?.getAttribute('value'), long)
  equal(page.root.querySelector('textarea[name=diet]')?.textContent, 'vegan')
  equal((await rowsOf(id)).length, 0)
})

test('whoever signs up twice keeps the first sign-up, gets the link again, and a stranger learns nothing', async () => {
  const id = await anEvent(world.database, inTwoWeeks)
  const visitor = await world.visitor()
  const first = await askForSeat(visitor, id, someone('Bo'))
  const ask = () => askForSeat(visitor, id, { ...someone('Bo'), name: 'Någon annan' })
  equal((await ask()).html, first.html)
  match((await sayYes(world, visitor, 'bo@example.org')).text, /Du har en plats/)
  equal((await ask()).html, first.html)
  deepEqual(
    (await rowsOf(id)).map((row) => row.name),
    ['Bo'],
  )
  deepEqual(await subjectsTo('bo@example.org'), [
    'Bekräfta din plats: Ett möte',
    'Bekräfta din plats: Ett möte',
    'Du har en plats: Ett möte',
    'Du är redan anmäld: Ett möte',
  ])
  const { link } = await lastMailTo(world, 'bo@example.org')
  match((await visitor.open(link)).text, /Du har en plats/)
})

test('the same form pressed twice for the last seat is answered as the first time, and mailed about once', async () => {
  const id = await anEvent(world.database, inTwoWeeks, { capacity: 1 })
  const visitor = await world.visitor()
  const page = await visitor.open(`/sv/events/${id}/sign-up`)
  const press = () => visitor.press(page, 'Anmäl mig', someone('Jonas'))
  for (const answer of [await press(), await press()])
    match(answer.text, /Din plats är reserverad till kl\.\s12\.30/)
  equal((await subjectsTo('jonas@example.org')).length, 1)
  equal((await rowsOf(id)).length, 1)
})

test('a full event has a waiting list; a seat given back is offered to whoever waited longest, calendars are told', async () => {
  const id = await anEvent(world.database, inTwoWeeks, { capacity: 1 })
  const visitor = await world.visitor()
  await signUp(visitor, id, someone('Carmen'))
  for (const name of ['Dora', 'Elias']) {
    world.clock.now = plus(world.clock.now, { seconds: 1 })
    match((await signUp(visitor, id, someone(name))).text, /på väntelistan/)
  }
  const elias = await lastMailTo(world, 'elias@example.org')
  equal(elias.calendar, null)
  match(elias.text_body, /nummer 2 på väntelistan/)
  match((await visitor.open(elias.link)).text, /nummer 2 på väntelistan/)

  const { link } = await lastMailTo(world, 'carmen@example.org')
  const page = await visitor.open(`${link}/cancel`)
  match((await visitor.press(page, 'Jag kan inte komma')).text, /Du har avbokat/)
  const cancelled = entryOf((await lastMailTo(world, 'carmen@example.org')).calendar)
  deepEqual([cancelled.method, cancelled.uid, cancelled.sequence], ['CANCEL', `${id}@malmoandan`, 1])
  match((await visitor.open(elias.link)).text, /nummer 1 på väntelistan/)

  const offer = await lastMailTo(world, 'dora@example.org')
  equal(offer.subject, 'En plats är ledig, svara senast tisdag 24 november 2026, kl.\u00a012.00: Ett möte')
  equal(offer.calendar, null)
  match((await visitor.press(await visitor.open(offer.link), 'Ja, jag tar platsen')).text, /Du har en plats/)
  equal(entryOf((await lastMailTo(world, 'dora@example.org')).calendar).method, 'REQUEST')

  await visitor.press(page, 'Jag kan inte komma')
  deepEqual(
    (await rowsOf(id)).map((row) => row.state),
    ['cancelled', 'seat', 'waiting'],
  )
  await signUp(visitor, id, someone('Carmen'))
  const back = (await rowsOf(id)).at(-1)
  deepEqual([back?.state, back?.sequence], ['waiting', 2])
})

test('opening a link changes nothing, and what was said can be changed', async () => {
  const id = await anEvent(world.database, inTwoWeeks)
  const visitor = await world.visitor()
  await signUp(visitor, id, { ...someone('Fatima'), diet: 'nötter' })
  const { link } = await lastMailTo(world, 'fatima@example.org')
  const rows = await rowsOf(id)
  for (const path of [link, `${link}/cancel`]) equal((await visitor.open(path)).status, 200)
  deepEqual(await rowsOf(id), rows)
  const saved = await visitor.press(await visitor.open(link), 'Spara', {
    name: 'Fatima F',
    capacity: 'elected',
    diet: '',
  })
  equal(saved.root.querySelector('input[name=name]')?.getAttribute('value'), 'Fatima F')
  deepEqual(
    (await rowsOf(id)).map((row) => [row.name, row.capacity, row.state]),
    [['Fatima F', 'elected', 'seat']],
  )
  const needs = await world.database
    .as<ProgrammeTables>()
    .selectFrom('sign_up_need')
    .selectAll()
    .where('sign_up_id', '=', rows[0]?.id ?? '')
    .execute()
  equal(needs.length, 0)
})

test('a link that is broken says what to do', async () => {
  const page = await (await world.visitor()).open('/sv/sign-ups/notatoken')
  equal(page.status, 404)
  match(page.text, /Kopiera hela länken/)
})

test('nobody signs up for what is closed or called off, and a draft does not exist', async () => {
  const visitor = await world.visitor()
  const closed = await anEvent(world.database, inTwoWeeks, {
    sign_up_closes_at: plus(firstNoon, { minutes: -1 }),
  })
  match((await visitor.open(`/sv/events/${closed}/sign-up`)).text, /Anmälan har stängt/)
  const refused = await visitor.send(`/sv/events/${closed}/sign-up`, someone('Gun'))
  equal(refused.status, 409)
  const off = await anEvent(world.database, inTwoWeeks, { cancelled_at: firstNoon })
  equal((await visitor.send(`/sv/events/${off}/sign-up`, someone('Gun'))).status, 409)
  const draft = await anEvent(world.database, inTwoWeeks, { published_at: null })
  equal((await visitor.send(`/sv/events/${draft}/sign-up`, someone('Gun'))).status, 404)
})

test('one address cannot be used to flood a mailbox', async () => {
  const id = await anEvent(world.database, inTwoWeeks)
  const visitor = await world.visitor()
  const answers: number[] = []
  for (let attempt = 0; attempt < 12; attempt += 1)
    answers.push((await askForSeat(visitor, id, { ...someone('Hugo'), name: `Hugo ${attempt}` })).status)
  deepEqual(answers.slice(-2), [429, 429])
  const mails = (await world.mails()).filter((mail) => mail.to_address === 'hugo@example.org')
  equal(mails.length, 4)
})

test('needs are wiped on the date that the form showed', async () => {
  const id = await anEvent(world.database, inTwoWeeks)
  const visitor = await world.visitor()
  match((await visitor.open(`/sv/events/${id}/sign-up`)).text, /Allt raderas 21 dec\. 2026/)
  await signUp(visitor, id, { ...someone('Ines'), access: 'hörslinga' })
  const needs = () =>
    world.database.as<ProgrammeTables>().selectFrom('sign_up_need').select('access').execute()
  await wipeNeeds(world.database.as(), '2026-12-20T12:00:00.000Z')
  equal((await needs()).length, 1)
  await wipeNeeds(world.database.as(), '2026-12-21T02:30:00.000Z')
  equal((await needs()).length, 0)
})
