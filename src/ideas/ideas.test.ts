import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import {
  anIdea,
  aShownIdea,
  aSupporter,
  confirmed,
  deed,
  handInIdea,
  newestNumber,
  officeOf,
  ownLink,
  tellNow,
  theIdea,
} from '../../test/ideas-cast.ts'
import { lastMailTo } from '../../test/people-cast.ts'
import type { AllTables } from '../tables.ts'
import { freshWorld, type Visitor, type World } from '../../test/world.ts'

let world: World
let bo: Visitor
let karin: Visitor

before(async () => {
  world = await freshWorld()
  bo = await officeOf(world)
  karin = await officeOf(world, 'civil-society')
})
after(() => world.close())

const visitor = () => world.visitor()

test('an idea is seen by nobody before its address is confirmed and the office has let it through', async () => {
  const sent = await handInIdea(world, { what: 'En cykelbana till Bunkeflo', place: 'Bunkeflo' })
  match(sent.text, /Bekräfta med länken/)
  const number = await newestNumber(world)
  ok(!(await bo.open('/sv/office/ideas')).text.includes('En cykelbana'), 'not in the queue')
  equal((await deed(bo, number, { do: 'show' })).status, 409)
  equal((await (await visitor()).open(`/sv/ideas/${number}`)).status, 404)

  await confirmed(world, 'amina@example.org')
  ok((await bo.open('/sv/office/ideas')).text.includes('En cykelbana'))
  equal((await (await visitor()).open(`/sv/ideas/${number}`)).status, 404)
  equal((await theIdea(world, number)).answer_due_on, '2026-12-07', 'ten working days after a Monday')

  equal((await deed(bo, number, { do: 'show' })).status, 200)
  const page = await (await visitor()).open(`/sv/ideas/${number}`)
  match(page.text, /En cykelbana till Bunkeflo/)
  ok(!page.html.includes('amina@example.org'))
  match((await (await visitor()).open('/sv/ideas?q=cykelbána&place=bunkeflo')).text, /1 idé/)
})

test('a form that comes too fast, or with the hidden field filled in, is shown again with its words', async () => {
  const guest = await visitor()
  const page = await guest.open('/sv/ideas/new')
  const words = { what: 'Snabbt', why: 'Fort', email: 'fort@example.org' }
  const fast = await guest.press(page, 'Skicka idén', words)
  equal(fast.status, 422)
  match(fast.html, /Snabbt/)
  world.clock.now = plus(world.clock.now, { seconds: 10 })
  const trapped = await guest.press(fast, 'Skicka idén', { website: 'http://spam.example' })
  equal(trapped.status, 422)
  match((await guest.press(trapped, 'Skicka idén')).text, /Bekräfta med länken/)
})

test('a personal number is held, told of kindly, and never becomes public', async () => {
  const what = 'Ring Amina på 8112 18-9876 om bänkarna'
  const sent = await handInIdea(world, { what, email: 'pnr@example.org' })
  match(sent.text, /personnummer/)
  ok(!(await lastMailTo(world, 'pnr@example.org')).text_body.includes('9876'))
  await confirmed(world, 'pnr@example.org')
  const number = await newestNumber(world)
  match((await bo.open('/sv/office/ideas')).text, /Personnummer/)
  await deed(bo, number, { do: 'show' })
  const page = await (await visitor()).open(`/sv/ideas/${number}`)
  match(page.text, /••••••-••••/)
  ok(!page.html.includes('9876'))
})

test('a threat is held, said kindly to whoever wrote it, and waits for somebody to read it', async () => {
  const sent = await handInIdea(world, {
    what: 'Jag ska döda den som river parken',
    email: 'hot@example.org',
  })
  match(sent.text, /hårda ord|läser .* noga|extra noga/i)
  await confirmed(world, 'hot@example.org')
  const number = await newestNumber(world)
  equal((await theIdea(world, number)).held_for, 'harsh-words')
  match((await bo.open('/sv/office/ideas')).text, /Hårda ord/)
  equal((await (await visitor()).open(`/sv/ideas/${number}`)).status, 404)
})

test('whoever is refused is told why, appeals once, and is answered by the other party alone', async () => {
  const number = await anIdea(world, { what: 'Köp min produkt', email: 'reklam@example.org' })
  equal((await deed(bo, number, { do: 'refuse', reason: 'advertising' })).status, 422, 'words are missing')
  await deed(bo, number, { do: 'refuse', reason: 'advertising', 'because.sv': 'Det är reklam.' })
  await tellNow(world)
  match((await lastMailTo(world, 'reklam@example.org')).text_body, /Reklam[\s\S]*Det är reklam/)

  const guest = await visitor()
  const own = await guest.open(await ownLink(world, 'reklam@example.org'))
  const asked = await guest.press(own, 'Be om ny prövning', { words: 'Det är en ideell förening.' })
  match(asked.text, /Den andra parten prövar/)
  const again = await guest.send(own.path, { do: 'appeal', words: 'En gång till' })
  equal(again.status, 409)

  const answer = { do: 'answer-appeal', outcome: 'changed', 'looked.sv': 'Det är ideellt.' }
  const refused = await deed(bo, number, answer)
  equal(refused.status, 409, 'the party that said no')
  match(refused.text, /den andra parten svarar/)
  equal((await theIdea(world, number)).standing, 'refused')
  await deed(karin, number, answer)
  equal((await theIdea(world, number)).standing, 'shown')
  equal((await deed(karin, number, answer)).status, 409)
  match((await bo.open('/sv/office/moderation')).text, /Det är reklam/)
  const numbers = (await (await visitor()).open('/sv/ideas/moderation')).text
  match(numbers, /Nya prövningar som ändrade beslutet\s*1/)
  ok(!numbers.includes('Det är reklam'))
})

test('supporters count once, are joined without a loss, and are told once a day in one mail', async () => {
  const one = await aShownIdea(world, bo, { what: 'Nattöppet bibliotek', email: 'ett@example.org' })
  const two = await aShownIdea(world, bo, { what: 'Bibliotek på natten', email: 'tva@example.org' })
  for (const number of [one, two]) await aSupporter(world, number, 'bada@example.org')
  const again = await visitor()
  const email = 'bada@example.org'
  await again.press(await again.open(`/sv/ideas/${one}`), 'Ställ mig bakom idén', { email })
  equal((await theIdea(world, one)).supporters, 2)
  await tellNow(world)
  const before = (await world.mails()).length
  world.clock.now = plus(world.clock.now, { minutes: 1 })

  await deed(bo, two, { do: 'join', into: String(one) })
  equal((await theIdea(world, one)).supporters, 3, 'two who wrote, and one who supports both')
  await deed(karin, one, {
    ...{ do: 'answer', state: 'considered', 'words.sv': 'Vi frågar biblioteken.', role: 'samordnare' },
  })
  world.clock.now = plus(world.clock.now, { days: 1 })
  await tellNow(world)
  await tellNow(world)
  const mails = (await world.mails()).slice(before)
  deepEqual(mails.map(({ to_address }) => to_address).toSorted(), [
    ...['bada@example.org', 'ett@example.org', 'tva@example.org'],
  ])
  match(
    mails.find(({ to_address }) => to_address === 'tva@example.org')?.text_body ?? '',
    /Vi frågar biblioteken/,
  )

  await deed(bo, two, { do: 'part' })
  equal((await theIdea(world, one)).supporters, 2)
  equal((await theIdea(world, two)).supporters, 2)
  const page = await (await visitor()).open(`/sv/ideas/${two}`)
  match(page.text, /Vi frågar biblioteken/, 'what was answered stays answered')
  ok(!page.text.includes('Karin'), 'a name is shown of those alone who tick it')
})

test('an idea becomes a need, an event and a partnership with one button each', async () => {
  const number = await aShownIdea(world, bo, { what: 'Lär oss söka pengar', email: 'pengar@example.org' })
  const page = await bo.open(`/sv/office/ideas/${number}`)
  for (const words of ['behov för Lärande Lunch', 'utkast till träff', 'till ett partnerskap']) {
    const answer = await bo.press(page, words, { series: 'malmo-hour' })
    equal(answer.status, 200, words)
  }
  const seen = await (await visitor()).open(`/sv/ideas/${number}`)
  match(seen.text, /Behov till Lärande Lunch/)
  match(seen.text, /Träff[^.]*Förbereds/)
  match((await (await visitor()).open(seen.link('Lär oss söka pengar'))).text, /Lär oss söka pengar/)
  await tellNow(world)
  match((await lastMailTo(world, 'pengar@example.org')).text_body, /har lett till något/)
})

test('a partnership made of an idea is planned, begins with parties alone, and a second one is asked about', async () => {
  const number = await aShownIdea(world, bo, { what: 'Lånehjul åt alla', email: 'hjul@example.org' })
  const desk = `/sv/office/ideas/${number}`
  const made = await bo.press(await bo.open(desk), 'till ett partnerskap')
  match(made.text, /Idén har blivit ett partnerskap som planeras/)
  const asked = await bo.press(await bo.open(desk), 'till ett partnerskap')
  equal(asked.status, 409)
  match(asked.text, /redan gjort av idén/)
  // Whoever reloads, or reads on in another language, is back at the idea.
  match((await bo.open(`/en/office/ideas/${number}/make`)).path, /^\/en\/office\/ideas\/\d+$/)
  const all = () =>
    world.database
      .as<AllTables>()
      .selectFrom('partnership')
      .select(['id', 'state', 'began_on', 'began_year'])
      .where('slug', 'like', 'lanehjul%')
      .execute()
  const [only, ...more] = await all()
  deepEqual([only?.state, only?.began_on, only?.began_year, more.length], ['planned', null, null, 0])
  match((await (await visitor()).open(`/sv/ideas/${number}`)).text, /Partnerskap[^.]*Förbereds/)

  const edit = await bo.open(made.link('Lånehjul åt alla'))
  const alone = await bo.press(edit, 'Spara', { state: 'running', began_on: '2026' })
  equal(alone.status, 422)
  match(alone.text, /inte utan någon som är med/)
  await bo.press(alone, 'Spara', { parties: (await aParty()).id })
  equal((await all())[0]?.state, 'running')
  ok(!(await (await visitor()).open(`/sv/ideas/${number}`)).text.includes('Förbereds'))

  await bo.press(asked, 'Gör ett till ändå')
  equal((await all()).length, 2)
})

const aParty = () =>
  world.database.as<AllTables>().selectFrom('party').select('id').limit(1).executeTakeFirstOrThrow()

test('a report is counted, and what was looked at is said in the log', async () => {
  const number = await aShownIdea(world, bo, { what: 'Något stötande', email: 'stot@example.org' })
  const guest = await visitor()
  const form = await guest.open(`/sv/ideas/${number}/report`)
  match(
    (await guest.press(form, 'Skicka anmälan', { reason: 'insult', email: 'arg@example.org' })).text,
    /Tack/,
  )
  match((await bo.open('/sv/office/ideas')).text, /1 anmälan, 0 bekräftade/)
  await confirmed(world, 'arg@example.org')
  match((await bo.open('/sv/office/ideas')).text, /1 anmälan, 1 bekräftade/)
  await deed(bo, number, { do: 'take-down', reason: 'insult', 'because.en': 'It insults a person.' })
  equal((await guest.open(`/sv/ideas/${number}`)).status, 404)
  ok(!(await bo.open('/sv/office/ideas')).text.includes('Anmälda'))
})
