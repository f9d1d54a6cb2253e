import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { forgetVoices } from './forget-voices.ts'
import { followLunches } from './follow-lunches.ts'
import { aNeed, anOffer, anOpenNeed, aSecond, deed, ownLink, stateOf } from '../../../test/needs-cast.ts'
import { aCoordinator } from '../../../test/needs-cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { baseUrl, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { AllTables } from '#tables.ts'

let world: World
let office: Visitor
let guest: Visitor
before(async () => {
  world = await freshWorld()
  office = await aCoordinator(world)
  guest = await world.visitor()
})
after(() => world.close())

const url = (language: string, path: string): string => `${baseUrl}/${language}${path}`
const tick = () => followLunches(world.database.as(), { now: world.clock.now, url })

async function leave(email: string): Promise<void> {
  const page = await guest.open(await ownLink(world, email))
  const button = page.html.includes('Ta tillbaka behovet')
    ? 'Ta tillbaka behovet'
    : 'Jag står inte längre bakom'
  await guest.press(page, button)
}

/** Presses the button that publishes the lunch of a need. */
async function publish(number: number): Promise<string> {
  const desk = await office.open(`/sv/office/series/lunch-and-learn/needs/${number}`)
  const made = await office.press(desk, 'Gör ett utkast', { date: '2026-12-10', place_name: 'Nobeltorget' })
  const path = made.link('Till lunchen')
  await office.press(await office.open(`${path}/publish`), 'Publicera')
  await tick()
  return path
}

test('whoever asked can leave a need that others stand behind; with the last of them it is withdrawn', async () => {
  const number = await anOpenNeed(world, office, 'Vi vill förstå hyran', 'a1@example.org', 'Hyresgästerna')
  await aSecond(world, number, 'a2@example.org')
  await leave('a1@example.org')
  const page = await guest.open(`/sv/needs/${number}`)
  equal(await stateOf(world, number), 'open')
  ok(!page.text.includes('Hyresgästerna'), 'whoever left is not named any longer')
  match(page.text, /Ingen organisation och 1 person på egen hand/)
  await leave('a2@example.org')
  equal(await stateOf(world, number), 'withdrawn')
  match((await guest.open(`/sv/needs/${number}`)).text, /ingen stod bakom det längre/)
})

test('a need merged into one that is withdrawn takes its place, with its offer, its lunch and the others', async () => {
  const head = await anOpenNeed(world, office, 'Vi vill förstå odling', 'b1@example.org')
  const first = await anOpenNeed(world, office, 'Vi vill förstå kompost', 'b2@example.org', 'Odlarna')
  const second = await anOpenNeed(world, office, 'Vi vill förstå jord', 'b3@example.org')
  for (const joined of [second, first]) await deed(office, joined, { do: 'join', into: String(head) })
  equal((await deed(office, head, { do: 'turn-down', 'reason.sv': 'Nej' })).status, 409)
  const offer = await anOffer(world, office, 'Kompost på gården')
  await deed(office, head, { do: 'match', offer })
  const path = await publish(head)
  equal(await stateOf(world, head), 'planned')

  await leave('b1@example.org')
  deepEqual(await Promise.all([head, first, second].map((number) => stateOf(world, number))), [
    'withdrawn',
    'planned',
    'joined',
  ])
  const mail = await lastMailTo(world, 'b3@example.org')
  match(mail.subject, /lever vidare/)
  match((await guest.open(`/sv/needs/${second}`)).text, /Sammanlagt med: Vi vill förstå kompost/)
  match((await guest.open((await lastMailTo(world, 'b2@example.org')).link)).text, /Det blir en lunch/)

  // The lunch is called off: everything waits again, and can become another lunch.
  const reason = { 'reason.sv': 'Den som skulle tala är sjuk.' }
  await office.press(await office.open(`${path}/cancel`), 'Ställ in', reason)
  await tick()
  equal(await stateOf(world, first), 'open')
  match((await lastMailTo(world, 'b3@example.org')).subject, /är inställd/)
  await deed(office, first, { do: 'match', offer })
  await publish(first)
  equal(await stateOf(world, first), 'planned', 'the lunch that was called off is not in the way')
})

test('a match that came to nothing puts the need back where it was, and a need can be parted again', async () => {
  const one = await anOpenNeed(world, office, 'Vi vill förstå bidrag', 'c1@example.org', 'A')
  const two = await anOpenNeed(world, office, 'Vi vill förstå bidragen', 'c2@example.org', 'B')
  await deed(office, two, { do: 'join', into: String(one) })
  await deed(office, two, { do: 'part' })
  equal(await stateOf(world, two), 'open')
  match((await lastMailTo(world, 'c2@example.org')).subject, /står för sig självt igen/)
  const offer = await anOffer(world, office, 'Så söker ni bidrag', { need: String(two) })
  equal((await deed(office, one, { do: 'match', offer })).status, 409, 'it is about another need')
  await deed(office, two, { do: 'match', offer })
  await deed(office, two, { do: 'let-go', 'reason.sv': 'Hen har flyttat.' })
  match((await guest.open(`/sv/needs/${two}`)).text, /det blev inget av erbjudandet.*Hen har flyttat/)
})

test('a need that is not answered in six months is late, for everybody to see, and stands first on the desk', async () => {
  const number = await anOpenNeed(world, office, 'Vi vill förstå tid', 'd1@example.org')
  const before = world.clock.now
  world.clock.now = '2027-06-02T10:00:00.000Z'
  const late = await world.visitor(
    (
      await world.database
        .as<AllTables>()
        .selectFrom('coordinator')
        .select('person_id')
        .executeTakeFirstOrThrow()
    ).person_id,
  )
  match((await guest.open(`/sv/needs/${number}`)).text, /10 dagar försenat.*senast 23 maj 2027/)
  match(
    (await late.open('/sv/office')).text,
    /Vi vill förstå tid” skulle ha fått en lunch eller ett svar för 10 dagar/,
  )
  await deed(late, number, {
    do: 'answer',
    'answer.sv': 'Vi fann ingen som kunde berätta. Läs på sidan om tid.',
  })
  match((await lastMailTo(world, 'd1@example.org')).text_body, /Vi fann ingen som kunde berätta/)
  ok(!(await guest.open(`/sv/needs/${number}`)).text.includes('försenat'))
  world.clock.now = before
})

test('addresses are forgotten: after a week when nobody confirmed them, and three months after the end', async () => {
  const db = world.database.as<AllTables>()
  const page = await guest.open('/sv/needs/new')
  await guest.press(page, 'Lämna behovet', { words: 'Vi vill förstå glömska', email: 'e1@example.org' })
  const kept = await anOpenNeed(world, office, 'Vi vill förstå minne', 'e2@example.org', 'Minnet')
  const open = await aNeed(world, 'Vi vill förstå väntan', 'e3@example.org')
  await deed(office, kept, { do: 'answer', 'answer.sv': 'Så här.' })
  await forgetVoices(world.database.as(), '2026-12-02T03:00:00.000Z')
  const left = await db
    .selectFrom('lunch_voice')
    .select('email')
    .where('email', 'like', 'e%@example.org')
    .execute()
  deepEqual(left.map(({ email }) => email).toSorted(), ['e2@example.org', 'e3@example.org'])
  await forgetVoices(world.database.as(), '2027-03-01T03:00:00.000Z')
  const later = await db
    .selectFrom('lunch_voice')
    .select('email')
    .where('email', 'like', 'e%@example.org')
    .execute()
  deepEqual(
    later.map(({ email }) => email),
    ['e3@example.org'],
    'what waits is not forgotten',
  )
  equal(await stateOf(world, open), 'new')
  match(
    (await guest.open(`/sv/needs/${kept}`)).text,
    /1 organisation och ingen på egen hand/,
    'the number stays',
  )
  const mails = await db.selectFrom('mail').select('id').where('to_address', '=', 'e2@example.org').execute()
  const waiting = await db
    .selectFrom('mail')
    .select('state')
    .where('to_address', '=', 'e2@example.org')
    .execute()
  ok(mails.length === waiting.length && waiting.every(({ state }) => state === 'waiting'))
})

test('an address gets five mails a day however often it is typed, and what is written puts no link into them', async () => {
  const evil = 'Vi vill förstå https://evil.example och evil.example'
  for (let sent = 0; sent < 7; sent += 1) {
    const page = await guest.open('/sv/needs/new')
    const answer = await guest.press(page, 'Lämna behovet', { words: evil, email: 'f1@example.org' })
    match(answer.text, /Titta i din mejl/, 'nobody learns that there was one mail too many')
  }
  const mails = (await world.mails()).filter(({ to_address }) => to_address === 'f1@example.org')
  equal(mails.length, 5)
  for (const { text_body, html_body } of mails) {
    ok(!text_body.includes('https://evil.example'))
    ok(!/evil\.example/.test(html_body))
  }
})

test('a network that sends too much is told to wait, and keeps its words', async () => {
  const busy = await world.visitor()
  busy.headers['x-forwarded-for'] = '203.0.113.7'
  let last = await busy.open('/sv/needs/new')
  for (let sent = 0; sent < 61; sent += 1)
    last = await busy.press(await busy.open('/sv/needs/new'), 'Lämna behovet', {
      ...{ words: `Vi vill förstå köer ${sent}`, email: `g${sent}@example.org` },
    })
  equal(last.status, 429)
  match(last.text, /Försök igen om en timme/)
  match(last.html, /Vi vill förstå köer 60/)
})
