import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { json } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { aMember, anEvent } from '../../test/cast.ts'
import { freshWorld, type World } from '../../test/world.ts'
import type { Db } from './tables.ts'

let world: World
let db: Db
let bo: Member
let amina: Member
let leo: Member
let hers: string

const title = { sv: 'Lek & "bus" </script>', en: 'Play' }

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await aMember(world.database, 'Bo', 'city')
  amina = await aMember(world.database, 'Amina')
  leo = await aMember(world.database, 'Leo')
  const hour = await db
    .selectFrom('series')
    .select('id')
    .where('key', '=', 'malmo-hour')
    .executeTakeFirstOrThrow()
  const texts = {
    title: json(title),
    lead: json({ sv: 'Kom och lek.' }),
    access: json({ sv: 'Hiss finns.' }),
  }
  const place = { address: 'Storgatan 1', online_url: 'https://meet.example.org/secret-room' }
  hers = await anEvent(world.database, '2026-12-03T11:00:00.000Z', {
    slug: 'lek',
    series_id: hour.id,
    ...texts,
    ...place,
  })
  await db.insertInto('event_organiser').values({ event_id: hers, person_id: amina.id }).execute()
  await anEvent(world.database, '2026-12-04T11:00:00.000Z', { slug: 'utkast', published_at: null })
  const called = {
    cancelled_at: '2026-11-01T11:00:00.000Z',
    cancel_reason: json({ sv: 'Föreläsaren är sjuk.' }),
  }
  await anEvent(world.database, '2026-12-05T11:00:00.000Z', { slug: 'installt', ...called })
  await anEvent(world.database, '2026-11-01T11:00:00.000Z', { slug: 'hallet', title: json({ sv: 'Hållet' }) })
})
after(() => world.close())

test('an event’s page says in words how it stands, when and where, and how to come', async () => {
  const visitor = await world.visitor()
  const page = await visitor.open('/sv/events/lek')
  equal(page.status, 200)
  for (const words of [
    '20 platser kvar',
    'torsdag 3 december 2026, kl. 12.00–13.00',
    'Storgatan 1',
    'Hiss finns.',
  ]) {
    ok(page.text.includes(words), words)
  }
  equal(page.link('Anmäl dig'), '/sv/events/lek/sign-up')
  equal(page.link('Lägg till i kalendern'), '/sv/events/lek/event.ics')
  ok(!page.html.includes('secret-room'))
})

test('what is missing in a language is shown in another and marked as such', async () => {
  const page = await (await world.visitor()).open('/es/events/lek')
  equal(page.root.querySelector('h1 [lang]')?.getAttribute('lang'), 'sv')
  ok(page.text.includes('Quedan 20 plazas'))
})

test('a cancelled event keeps its page, says why, and cannot be signed up for', async () => {
  const page = await (await world.visitor()).open('/sv/events/installt')
  ok(page.text.includes('Inställd') && page.text.includes('Föreläsaren är sjuk.'))
  ok(!page.text.includes('Anmäl dig'))
})

test('programs read the event from its page: schema.org, whole and harmless', async () => {
  const page = await (await world.visitor()).open('/sv/events/lek')
  const [, script = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.html) ?? []
  const read = JSON.parse(script) as Record<string, unknown>
  deepEqual([read['name'], read['startDate']], [title.sv, '2026-12-03T12:00:00+01:00'])
})

test('the calendar shows what is coming, and what has been further in; both by series', async () => {
  const visitor = await world.visitor()
  const coming = await visitor.open('/sv/calendar')
  ok(
    coming.text.includes('December 2026') &&
      coming.text.includes('Lek & "bus"') &&
      !coming.text.includes('Hållet'),
  )
  const past = await visitor.open(coming.link('Se tidigare'))
  ok(past.text.includes('Hållet') && !past.text.includes('Lek & "bus"'))
  const forum = await visitor.open(coming.link('Dialogforum'))
  ok(forum.text.includes('Inget är planerat'))
})

test('calendar programs get one event, a series, or everything, and what was called off is marked', async () => {
  const visitor = await world.visitor()
  for (const [path, count] of [
    ['/sv/events/lek/event.ics', 1],
    ['/sv/series/malmo-hour/calendar.ics', 1],
    ['/sv/calendar.ics', 3],
  ] as const) {
    const file = await visitor.open(path)
    equal(file.headers.get('content-type'), 'text/calendar; charset=utf-8')
    equal(new ICAL.Component(ICAL.parse(file.html)).getAllSubcomponents('vevent').length, count, path)
    equal(file.html.includes('STATUS:CANCELLED'), count === 3)
  }
})

test('a series’ page says what it promises, for whom, and what comes', async () => {
  const visitor = await world.visitor()
  const all = await visitor.open('/en/series')
  const page = await visitor.open(all.link('Malmö Hour'))
  ok(page.text.includes('Play') && page.text.includes('1 to come'))
  equal((await visitor.open('/en/series/nothing')).status, 404)
})

test('a draft is at its address for those who look after it alone', async () => {
  equal((await (await world.visitor()).open('/sv/events/utkast')).status, 404)
  equal((await (await world.visitor(leo.id)).open('/sv/events/utkast')).status, 404)
  const page = await (await world.visitor(bo.id)).open('/sv/events/utkast')
  ok(page.text.includes('Utkast') && page.html.includes('/sv/office/events/'))
})

test('an event’s desk opens for coordinators and its organisers, and for nobody else', async () => {
  const paths = ['', '/edit', '/publish', '/cancel'].map((path) => `/sv/office/events/${hers}${path}`)
  for (const path of paths) {
    equal((await (await world.visitor(bo.id)).open(path)).status, 200, path)
    equal((await (await world.visitor(amina.id)).open(path)).status, 200, path)
    equal((await (await world.visitor(leo.id)).open(path)).status, 404, path)
    ok((await (await world.visitor()).open(path)).path.startsWith('/sv/sign-in'), path)
    if (path.endsWith(hers)) continue
    equal((await (await world.visitor(leo.id)).send(path, {})).status, 404, path)
    equal((await (await world.visitor()).send(path, {})).status, 404, path)
  }
  equal((await (await world.visitor(amina.id)).open('/sv/office/events/new')).status, 404)
  equal((await (await world.visitor(amina.id)).send('/sv/office/events/new', {})).status, 404)
  const list = await (await world.visitor(amina.id)).open('/sv/office/events')
  ok(list.text.includes('Lek & "bus"') && !list.text.includes('Ny träff'))
  ok(!(await (await world.visitor(leo.id)).open('/sv/office/events')).text.includes('Lek & "bus"'))
})

test('a coordinator writes an event, publishes it, and calls it off, from button to button', async () => {
  const visitor = await world.visitor(bo.id)
  const list = await visitor.open('/sv/office/events')
  const form = await visitor.open(list.link('Ny träff'))
  const wrong = await visitor.press(form, 'Spara som utkast', {
    'title.sv': 'Kvällen <b>då</b>',
    date: '2027-03-28',
    starts: '02:30',
  })
  equal(wrong.status, 422)
  ok(wrong.title.startsWith('Fel:') && wrong.html.includes('Kvällen &lt;b&gt;då&lt;/b&gt;'))
  const fields = {
    series: 'dialogforum',
    'lead.sv': 'Kom.',
    place_name: 'Rådhuset',
    ends: '04:00',
    capacity: '30',
  }
  const night = await visitor.press(wrong, 'Spara som utkast', fields)
  ok(night.status === 422 && night.text.includes('klockan ställs fram'))
  const desk = await visitor.press(night, 'Spara som utkast', { starts: '03:00' })
  ok(desk.text.includes('Kvällen <b>då</b>') && desk.text.includes('Bo (bo@example.org)'))

  const published = await visitor.press(await visitor.open(desk.link('Publicera')), 'Publicera')
  ok(published.text.includes('30 platser kvar'))
  const editing = await visitor.open(published.link('Ändra'))
  const late = await visitor.press(editing, 'Spara', { date: '2026-01-01', starts: '10:00', ends: '11:00' })
  ok(late.status === 409 && late.text.includes('Välj en senare tid'))

  const empty = await visitor.press(await visitor.open(published.link('Ställ in')), 'Ställ in')
  equal(empty.status, 422)
  const over = await visitor.press(empty, 'Ställ in', { 'reason.sv': 'Taket läcker.' })
  ok(over.text.includes('Inställd'))
  const again = await visitor.press(empty, 'Ställ in', { 'reason.sv': 'Taket läcker.' })
  ok(again.status === 409 && again.text.includes('redan inställd'))
})
