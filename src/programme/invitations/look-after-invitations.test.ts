import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, anOrganisation, aSignUp } from '../../../test/cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'

let world: World
let db: Db
let klara: Visitor
let event: string

const list = (id: string) => `/sv/office/events/${id}/invitations`
const day = (days: number) => plus(firstNoon, { days })

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  event = await anEvent(world.database, day(20), {
    slug: 'styrmote',
    title: json({ sv: 'Styrmöte', en: 'Board', es: 'Junta' }),
  })
  const organiser = await aMember(world.database, 'Klara')
  await db.insertInto('event_organiser').values({ event_id: event, person_id: organiser.id }).execute()
  klara = await world.visitor(organiser.id)
})
after(() => world.close())

const mailsTo = async (address: string) => (await world.mails()).filter((mail) => mail.to_address === address)

test('an organiser says for whom the event is, and the page for everybody says it too', async () => {
  const missing = await klara.send(`${list(event)}/for-whom`, { kind: 'sectors' })
  equal(missing.status, 422)
  match(missing.text, /Kryssa i minst en sektor/)
  const form = { kind: 'sectors', capacities: ['elected', 'civil-servant'], people: '2' }
  const set = await klara.send(`${list(event)}/for-whom`, form)
  match(set.text, /Sparat\./)
  const visitor = await world.visitor()
  match((await visitor.open(`/sv/events/styrmote`)).text, /För förtroendevalda och tjänstepersoner/)
  match((await visitor.open(`/en/events/styrmote`)).text, /For elected representatives and civil servants/)
  match((await visitor.open('/es/calendar')).text, /Para cargos electos y personal público/)
})

test('an event by invitation offers no sign-up to everybody; one in no list is found by nobody', async () => {
  await klara.send(`${list(event)}/for-whom`, { kind: 'invitation', people: '2' })
  const visitor = await world.visitor()
  const shown = await visitor.open(`/sv/events/styrmote`)
  match(shown.text, /Efter inbjudan/)
  equal(shown.root.querySelector('main a[href$="/sign-up"]'), null)
  match(shown.html, /application\/ld\+json/)

  await klara.send(`${list(event)}/for-whom`, { kind: 'invitation', unlisted: 'yes', people: '2' })
  const series = await db
    .selectFrom('series')
    .innerJoin('event', 'event.series_id', 'series.id')
    .select('key')
    .where('event.id', '=', event)
    .executeTakeFirstOrThrow()
  for (const path of ['', '/sign-up', '/event.ics'])
    equal((await visitor.open(`/sv/events/styrmote${path}`)).status, 404, path)
  for (const path of [
    '/calendar',
    '/calendar.ics',
    `/series/${series.key}`,
    `/series/${series.key}/calendar.ics`,
    '',
  ])
    ok(!(await visitor.open(`/sv${path}`)).html.includes('Styrm'), path)
  const own = await klara.open(`/sv/events/styrmote`)
  match(own.text, /visas inte i någon lista/)
  ok(!own.html.includes('application/ld+json'))
})

test('people are put on the list from lines in any order; a line without an address keeps all and is shown', async () => {
  const people = 'Amina Yusuf amina@example.org\nBo Ek\nbo@example.org'
  const wrong = await klara.send(`${list(event)}/new`, { people, capacity: 'elected', people_max: '2' })
  equal(wrong.status, 422)
  match(wrong.text, /gick inte att läsa:\s*Bo Ek/)
  equal(wrong.root.querySelector('textarea[name=people]')?.textContent, people)

  const form = {
    people: people.replace('Bo Ek\n', 'Bo Ek '),
    capacity: 'elected',
    people_max: '2',
    language: 'sv',
  }
  match((await klara.send(`${list(event)}/new`, form)).text, /2 lades till\./)
  match((await klara.send(`${list(event)}/new`, form)).text, /Ingen lades till, och 2 fanns redan/)
  deepEqual(await mailsTo('amina@example.org'), [])
})

test('an organisation is invited at the address that was used the last time', async () => {
  await anOrganisation(world.database, 'Stadsdelsförvaltningen')
  const form = { organisations: 'Stadsdelsförvaltningen', people_max: '3', language: 'en' }
  const unknown = await klara.send(`${list(event)}/new`, form)
  equal(unknown.status, 422)
  match(unknown.text, /gick inte att läsa:\s*Stadsdelsförvaltningen/)
  const written = { ...form, organisations: 'Stadsdelsförvaltningen info@example.org' }
  match((await klara.send(`${list(event)}/new`, written)).text, /1 lades till/)

  const next = await anEvent(world.database, day(40))
  await db
    .insertInto('event_organiser')
    .columns(['event_id', 'person_id'])
    .expression((eb) =>
      eb
        .selectFrom('event_organiser')
        .select([eb.val(next).as('event_id'), 'person_id'])
        .where('event_id', '=', event),
    )
    .execute()
  match((await klara.send(`${list(next)}/new`, form)).text, /1 lades till/)
  match((await klara.open(list(next))).text, /info@example\.org/)
})

test('everybody on the list is mailed once, each with a link of their own and the own text above the facts', async () => {
  const sent = await klara.send(`${list(event)}/send`, {
    words: 'Vi bjuder på soppa. https://evil.example/x',
  })
  match(sent.text, /på väg/)
  const [mail, ...more] = await mailsTo('amina@example.org')
  equal(more.length, 0)
  equal(mail?.subject, 'Inbjudan: Styrmöte')
  const text = mail?.text_body ?? ''
  ok(text.indexOf('soppa') < text.indexOf('När:') && text.includes('Hej Amina Yusuf,'))
  equal([...text.matchAll(/https?:\/\/[\w.]/g)].length, 1, 'the only link is ours')
  match(text, /http:\/\/localhost:3000\/sv\/invitations\/\w{40}\n/)
  match(
    (await mailsTo('info@example.org'))[0]?.text_body ?? '',
    /Klara invites Stadsdelsförvaltningen to Board\. Up to 3/,
  )
  const again = await klara.send(`${list(event)}/send`, {})
  equal(again.status, 409)
  equal((await mailsTo('bo@example.org')).length, 1)
})

test('those who have not answered are reminded, never twice on a day, and not after it has begun', async () => {
  equal((await klara.send(`${list(event)}/remind`, {})).status, 409)
  world.clock.now = day(1)
  const answered = { declined_at: world.clock.now }
  await db.updateTable('invitation').set(answered).where('email', '=', 'bo@example.org').execute()
  match((await klara.open(list(event))).text, /Påminn 2 som inte har svarat/)
  match((await klara.send(`${list(event)}/remind`, { words: 'Hör av er!' })).text, /Påminnelserna är på väg/)
  equal((await klara.send(`${list(event)}/remind`, {})).status, 409)
  const mails = await mailsTo('amina@example.org')
  deepEqual(
    mails.map(({ subject }) => subject),
    ['Inbjudan: Styrmöte', 'Kan du komma? Styrmöte'],
  )
  equal((await mailsTo('bo@example.org')).length, 1)

  for (const [days, refusal] of [
    [20, /har börjat/],
    [21, /har börjat/],
  ] as const) {
    world.clock.now = day(days)
    const late = await klara.send(`${list(event)}/remind`, {})
    equal(late.status, 409)
    match(late.text, refusal)
  }
  world.clock.now = day(2)
})

test('the list shows what each has answered, what never arrived, and who is still missing in numbers', async () => {
  const [failed] = (await mailsTo('amina@example.org')).toReversed()
  await world.database
    .as<{ mail: { id: string; state: string } }>()
    .updateTable('mail')
    .set({ state: 'failed' })
    .where('id', '=', failed?.id ?? '')
    .execute()
  const page = await klara.open(list(event))
  match(page.text, /Mejlet kom inte fram \(1\)/)
  match(page.text, /Kan inte komma \(1\)/)
  match(page.text, /Inbjudna, men ingen har anmält sig än från: förtroendevalda/)
  equal(
    page.root.querySelectorAll('caption').filter((one) => one.textContent === 'Vilka som saknas').length,
    0,
  )
  const row = page.root.querySelectorAll('tbody tr').find((one) => one.textContent.includes('Förtroendevald'))
  deepEqual(
    row?.querySelectorAll('td').map((one) => one.textContent),
    ['2', '0', '0', '1', '1'],
  )
})

test('whoever signed up without being invited counts, before and after anybody is invited', async () => {
  const open = await anEvent(world.database, day(40))
  const [organiser] = await db.selectFrom('event_organiser').select('person_id').execute()
  const row = { event_id: open, person_id: organiser?.person_id ?? '' }
  await db.insertInto('event_organiser').values(row).execute()
  await aSignUp(world.database, open, { capacity: 'civil-society' })
  const missing = /Ingen är inbjuden eller anmäld än från: förtroendevalda och tjänstepersoner\./
  for (const path of ['', '/new']) match((await klara.open(list(open) + path)).text, missing)
  await klara.send(`${list(open)}/new`, {
    people: 'cilla@example.org',
    capacity: 'civil-society',
    people_max: '1',
    language: 'sv',
  })
  const page = await klara.open(list(open))
  match(page.text, missing)
  ok(!/än från: civilsamhället/.test(page.text))
})

test('an invitation taken back leaves the list, and can be made anew', async () => {
  const page = await klara.open(list(event))
  const after = await klara.press(page, 'Ta tillbaka Amina Yusuf')
  match(after.text, /tillbakatagen/)
  ok(!after.text.includes('amina@example.org'))
  const form = { people: 'amina@example.org', people_max: '1' }
  match((await klara.send(`${list(event)}/new`, form)).text, /1 lades till/)
})

test('of a draft the list says that it has to be published first, and leads to where that is done', async () => {
  const draft = await anEvent(world.database, day(40), { published_at: null })
  const [organiser] = await db.selectFrom('event_organiser').select('person_id').execute()
  const row = { event_id: draft, person_id: organiser?.person_id ?? '' }
  await db.insertInto('event_organiser').values(row).execute()
  const page = await klara.open(list(draft))
  match(page.text, /utkast[^]*först när träffen är publicerad/)
  ok(page.root.querySelector(`main a[href="/sv/office/events/${draft}/publish"]`))
  ok(!(await klara.open(list(event))).text.includes('utkast'))
})

test('a long list is cut where all answers are, and each answer has pages', async () => {
  const long = await anEvent(world.database, day(40))
  const [organiser] = await db.selectFrom('event_organiser').select('person_id').execute()
  const row = { event_id: long, person_id: organiser?.person_id ?? '' }
  await db.insertInto('event_organiser').values(row).execute()
  const people = Array.from({ length: 60 }, (_, index) => `Person ${index} p${index}@example.org`).join('\n')
  await klara.send(`${list(long)}/new`, { people, capacity: 'elected', people_max: '1', language: 'sv' })
  const lines = (page: Awaited<ReturnType<Visitor['open']>>) =>
    page.root.querySelectorAll('main ul.lined-list li').length
  const page = await klara.open(list(long))
  equal(lines(page), 10)
  match(page.text, /Visa alla 60/)
  const first = await klara.open(`${list(long)}?answer=not-sent`)
  equal(lines(first), 50)
  const second = first.root
    .querySelectorAll('main a')
    .find(({ textContent }) => textContent.trim() === 'Nästa')
  equal(lines(await klara.open(second?.getAttribute('href') ?? '')), 10)
})

test('nobody else may see or change any of it', async () => {
  const other = await world.visitor((await aMember(world.database, 'Omar')).id)
  for (const path of ['', '/for-whom', '/new', '/send', '/remind']) {
    equal((await other.open(list(event) + path)).status, 404)
    equal((await other.send(list(event) + path, {})).status, 404)
  }
})
