import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  aCoordinator,
  aNeed,
  anOffer,
  anOpenNeed,
  aSecond,
  confirmed,
  deed,
  officeNeeds,
  ownLink,
  stateOf,
} from '../../../test/needs-cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { baseUrl, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { followLunches } from './follow-lunches.ts'

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
const subjectsTo = async (address: string) =>
  (await world.mails()).flatMap((mail) => (mail.to_address === address ? [mail.subject] : []))

test('a need is seen by nobody before its address is confirmed and the office has opened it', async () => {
  const page = await guest.open('/sv/needs/new')
  equal(page.root.querySelectorAll('main input:not([type=hidden]), main textarea, main select').length, 5)
  const wrong = await guest.press(page, 'Lämna behovet', { words: ' ', email: 'ingen' })
  equal(wrong.status, 422)
  match(wrong.text, /Skriv vad ni vill förstå/)
  const words = 'Vi vill förstå hur tystnadsplikten fungerar i samarbeten'
  const sent = await guest.press(page, 'Lämna behovet', {
    words,
    email: 'amina@example.org',
    organisation: 'Grannar i Lindängen',
  })
  match(sent.text, /Titta i din mejl/)
  await guest.press(page, 'Lämna behovet', { words, email: 'amina@example.org' })
  equal((await subjectsTo('amina@example.org')).length, 1, 'a form that is sent twice is one need')
  ok(!(await office.open(officeNeeds)).text.includes(words), 'nobody has confirmed it')
  await confirmed(world, 'amina@example.org')
  match((await office.open('/sv/office')).text, /Läs ett nytt behov: ”Vi vill förstå hur tystnadsplikten/)
  ok(!(await guest.open('/sv/needs')).text.includes(words))
  equal((await guest.open('/sv/needs/1')).status, 404)
  const desk = await office.open(`${officeNeeds}/1`)
  await office.press(desk, 'Visa behovet', {
    'words.es': 'Queremos entender cómo funciona el secreto profesional',
    'words.sv': 'Andra ord än deras',
  })
  match(
    (await guest.open('/sv/needs')).text,
    /hur tystnadsplikten fungerar.*1 organisation och ingen på egen hand/,
  )
  match((await guest.open('/es/needs')).text, /cómo funciona el secreto profesional/)
  const shown = await guest.open('/sv/needs/1')
  match(shown.text, /Grannar i Lindängen/)
  ok(!shown.html.includes('amina@example.org'))
  match((await lastMailTo(world, 'amina@example.org')).subject, /Behov 1 står i kön/)
})

test('a need that is turned down is not shown, and whoever asked reads why and how to object', async () => {
  const number = await aNeed(world, 'Vi vill förstå varför Kalle är så dum', 'dora@example.org')
  const silent = await deed(office, number, { do: 'turn-down' })
  equal(silent.status, 422)
  match(silent.text, /Skriv skälet på minst ett språk/)
  await deed(office, number, { do: 'turn-down', 'reason.sv': 'Det handlar om en enskild person.' })
  const mail = await lastMailTo(world, 'dora@example.org')
  match(mail.text_body, /enskild person[^]*Svara på det här mejlet/)
  equal((await guest.open(`/sv/needs/${number}`)).status, 404)
  match((await guest.open(mail.link)).text, /visar det inte.*Det handlar om en enskild person/)
  equal((await deed(office, number, { do: 'join', into: '1' })).status, 409)
  await deed(office, number, { do: 'open' })
  match((await guest.open(`/sv/needs/${number}`)).text, /det prövades igen/, 'an objection can be right')
  await deed(office, number, { do: 'turn-down', 'reason.sv': 'Nej, ändå inte.' })
})

test('somebody counts once behind a need, and tells nobody else so', async () => {
  const number = await anOpenNeed(
    world,
    office,
    'Vi vill förstå hur ett IOP blir till',
    'iop@example.org',
    'A',
  )
  await aSecond(world, number, 'elias@example.org', 'B')
  const page = await guest.open(`/sv/needs/${number}`)
  match(page.text, /2 organisationer och ingen på egen hand/)
  const again = await guest.press(page, 'Ställ mig bakom behovet', {
    email: 'Elias@Example.org',
    organisation: 'C',
  })
  match(again.text, /Titta i din mejl/, 'a stranger does not learn that the address is known')
  match((await guest.open((await lastMailTo(world, 'elias@example.org')).link)).text, /Du står bakom behovet/)
  match((await guest.open(`/sv/needs/${number}`)).text, /2 organisationer/)
  // A coordinator is signed in: one press, and the second is refused.
  const once = await office.press(await office.open(`/sv/needs/${number}`), 'Ställ mig bakom behovet')
  match(once.text, /Tack, vi har fått det/)
  const twice = await office.press(await office.open(`/sv/needs/${number}`), 'Ställ mig bakom behovet')
  equal(twice.status, 409)
  match(twice.text, /Du står redan bakom behovet/)
})

test('mails stop at a press, also by a mail program, and the voice still counts', async () => {
  const number = await anOpenNeed(
    world,
    office,
    'Vi vill förstå vad en processledare gör',
    'stop@example.org',
    'A',
  )
  const link = await ownLink(world, 'stop@example.org')
  const answer = await guest.sendAsProgram(link, { 'List-Unsubscribe': 'One-Click' })
  match(answer.text, /Du får inga mejl om behovet/)
  const before = (await subjectsTo('stop@example.org')).length
  await deed(office, number, { do: 'answer', 'answer.sv': 'Läs på sidan om processer.' })
  equal((await subjectsTo('stop@example.org')).length, before)
  match((await guest.open(`/sv/needs/${number}`)).text, /1 organisation och ingen.*Läs på sidan om processer/)
  equal((await guest.send(`/sv/needs/${number}`, { email: 'x@example.org', language: 'sv' })).status, 409)
})

test('a need is joined, matched, made a lunch and met, and everybody is told of each step in their language', async () => {
  const one = await anOpenNeed(
    world,
    office,
    'Vi vill förstå hur man bokar skolgården',
    'ett@example.org',
    'A',
  )
  const two = await anOpenNeed(
    world,
    office,
    'Vi vill förstå vem som bokar skolgårdarna',
    'två@example.org',
    'B',
  )
  await aSecond(world, two, 'tre@example.org', 'C')
  const spanish = await guest.open(`/es/needs/${one}`)
  await guest.press(spanish, 'Apoyar la necesidad', { email: 'cuatro@example.org' })
  const { link } = await lastMailTo(world, 'cuatro@example.org')
  await guest.press(await guest.open(link), 'Sí, es correcto')

  match((await office.open(`${officeNeeds}/${two}`)).text, /Gemensamt: bokar, skolgårdarna/)
  await deed(office, two, { do: 'join', into: String(one) })
  match((await guest.open(`/sv/needs/${one}`)).text, /3 organisationer och 1 person på egen hand/)
  const joined = await guest.open(`/sv/needs/${two}`)
  match(
    joined.text,
    /Ihop med ett annat.*Sammanlagt med: Vi vill förstå hur man bokar skolgården.*2 organisationer/,
  )

  const offer = await anOffer(world, office, 'Så lånar ni en skolgård', {
    organisation: 'Fritidsförvaltningen',
    need: String(two),
  })
  await deed(office, one, { do: 'match', offer })
  equal((await deed(office, one, { do: 'match', offer })).status, 409)
  const desk = await office.open(`${officeNeeds}/${one}`)
  const lunch = { date: '2026-12-10', place_name: 'Nobeltorget', partner: 'Grannar i Lindängen' }
  const made = await office.press(desk, 'Gör ett utkast', lunch)
  match(made.text, /Lunchen är ett utkast/)
  equal(
    (await office.press(desk, 'Gör ett utkast', { ...lunch })).status,
    200,
    'pressed twice it is one lunch',
  )
  await tick()
  equal(await stateOf(world, one), 'matched', 'nobody is told of a draft')
  const path = made.link('Till lunchen')
  await office.press(await office.open(`${path}/publish`), 'Publicera')
  await tick()
  await tick()
  equal(await stateOf(world, one), 'planned')
  const event = await guest.open((await lastMailTo(world, 'ett@example.org')).link)
  match(
    event.text,
    /Lunchen svarar på.*hur man bokar skolgården.*vem som bokar.*Berättar: Fritidsförvaltningen/,
  )
  match(
    (await lastMailTo(world, 'cuatro@example.org')).text_body,
    /Ya hay fecha[^]*Ver el almuerzo e inscribirse/,
  )

  world.clock.now = '2026-12-18T11:00:00.000Z'
  await tick()
  await tick()
  for (const address of ['ett@example.org', 'två@example.org', 'tre@example.org'])
    equal((await subjectsTo(address)).filter((subject) => /har hållits/.test(subject)).length, 1, address)
  deepEqual(
    (await subjectsTo('två@example.org')).slice(2).map((subject) => subject.replace(/\d+/g, 'N')),
    [
      'Behov N har lagts ihop med behov N',
      'Någon kan berätta om behov N',
      'Behov N blir en lunch',
      'Lunchen om behov N har hållits',
    ],
  )
  match(
    (await guest.open(`/sv/needs/${two}`)).text,
    /Det blev en lunch: Vi vill förstå hur man bokar skolgården/,
  )
  equal((await deed(office, two, { do: 'part' })).status, 409)
})
