import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { json } from '#platform/db.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, anOrganisation } from '../../test/cast.ts'
import { aPublishedNote } from '../../test/forum-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../test/world.ts'
import { recommendationsOf } from './recommendations.sql.ts'
import type { Db } from './tables.ts'

let world: World
let amina: Visitor
let cora: Visitor
let stranger: Visitor
let people: Record<'amina' | 'cora' | 'dan', Member>
let event: string
let db: Db

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  people = {
    amina: await aMember(world.database, 'Amina', 'civil-society'),
    cora: await aMember(world.database, 'Cora'),
    dan: await aMember(world.database, 'Dan'),
  }
  event = await anEvent(world.database, plus(firstNoon, { hours: -2 }), {
    title: json({ sv: 'Bussen i natt' }),
  })
  await anOrganisation(world.database, 'Provgatukontoret')
  await organise(event)
  amina = await world.visitor(people.amina.id)
  cora = await world.visitor(people.cora.id)
  stranger = await world.visitor()
})
after(() => world.close())

/** Makes Cora one of those who look after an event. */
const organise = (event_id: string) =>
  world.database
    .as<{ event_organiser: { event_id: string; person_id: string } }>()
    .insertInto('event_organiser')
    .values({ event_id, person_id: people.cora.id })
    .execute()

const notes = (language = 'sv') => `/${language}/office/events/${event}/notes`

test('notes are for the event’s organisers and the coordinators; to others the address does not exist', async () => {
  match((await stranger.open(notes())).path, /\/sign-in/)
  const dan = await world.visitor(people.dan.id)
  for (const address of [notes(), notes().replace('/notes', '/recommendations/new')]) {
    equal((await dan.open(address)).status, 404)
    equal((await dan.send(address, { seen: '', 'said.sv': 'Dans ord' })).status, 404)
    equal((await stranger.send(address, { seen: '', 'said.sv': 'Ord' })).status, 404)
    equal((await cora.open(address)).status, 200)
    equal((await amina.open(address)).status, 200)
  }
  equal((await amina.open('/sv/office/events/nobody-knows/notes')).status, 404)
})

test('what the organiser writes reaches everybody by way of the coordinators, with its markup made safe', async () => {
  const page = await cora.open(notes())
  const said = { 'said.sv': '**Natten** är lång <script>alert(1)</script>', 'agreed.es': 'Vernos en enero.' }
  const kept = await cora.press(page, 'Spara som utkast', said)
  ok(kept.text.includes('Utkast'))
  ok(!(await stranger.open(`/sv/events/${event}`)).text.includes('Natten'))

  const sent = await cora.press(await cora.open(kept.link('Skicka till dem som var med')), 'Gå vidare utan')
  ok(sent.text.includes('ingen med e-postadress är incheckad'))
  equal((await cora.open(`${notes()}/approve`)).status, 404, 'organizers do not approve')
  const approve = await amina.open((await amina.open(notes())).link('Läs och godkänn'))
  ok((await amina.press(approve, 'Godkänn')).text.includes('Godkända'))
  ok(!(await stranger.open(`/sv/events/${event}`)).text.includes('Natten'))
  const publish = await cora.open((await cora.open(notes())).link('Publicera'))
  ok((await cora.press(publish, 'Publicera')).text.includes('Publicerade'))
  equal((await cora.press(publish, 'Publicera')).status, 409)

  const shown = await stranger.open(`/sv/events/${event}`)
  ok(shown.html.includes('<strong>Natten</strong> är lång'))
  ok(!shown.html.includes('<script>alert'))
  ok(shown.text.includes('Vernos en enero.'))

  const add = await cora.open((await cora.open(notes())).link('Skriv ett tillägg'))
  equal((await cora.press(add, 'Lägg till')).status, 422)
  equal((await cora.press(add, 'Lägg till', { 'words.sv': 'Det var i mars.' })).status, 200)
  const added = (await stranger.open(`/sv/events/${event}`)).text
  ok(added.includes('Tillägg 23 nov. 2026') && added.includes('Det var i mars.'))
})

test('whoever saves after another has saved is told, and keeps the words', async () => {
  const other = await anEvent(world.database, plus(firstNoon, { hours: -2 }))
  const address = `/sv/office/events/${other}/notes`
  await amina.press(await amina.open(address), 'Spara som utkast', { 'said.sv': 'Först' })
  const [first, second] = await Promise.all([amina.open(address), amina.open(address)])
  world.clock.now = plus(firstNoon, { minutes: 1 })
  equal((await amina.press(first, 'Spara som utkast', { 'said.sv': 'Coras ord' })).status, 200)
  const refused = await amina.press(second, 'Spara som utkast', { 'said.sv': 'Aminas ord' })
  equal(refused.status, 409)
  ok(refused.html.includes('Aminas ord'))
  equal((await amina.press(refused, 'Spara som utkast')).status, 200)
  ok((await amina.open(address)).html.includes('Aminas ord'))
})

test('after two weeks everybody is told that the notes are late', async () => {
  const late = await anEvent(world.database, plus(firstNoon, { days: -16 }))
  ok((await stranger.open(`/sv/events/${late}`)).text.includes('Anteckningarna dröjer'))
  ok((await stranger.open('/en/calendar?when=past')).text.includes('The notes are late'))
  ok(!(await stranger.open(`/sv/events/${event}`)).text.includes('dröjer'))
})

test('before the event begins there is nothing to write in', async () => {
  const coming = await anEvent(world.database, plus(firstNoon, { days: 2 }))
  const address = `/sv/office/events/${coming}/notes`
  ok(!(await amina.open(address)).html.includes('<textarea'))
  equal((await amina.send(address, { seen: '', 'said.sv': 'För tidigt' })).status, 409)
})

test('a recommendation goes from words to hand-over to answer, and everybody can follow it', async () => {
  const night = await anEvent(world.database, plus(firstNoon, { hours: -2 }))
  await organise(night)
  const desk = `/sv/office/events/${night}/notes`
  let page = await cora.open((await cora.open(desk)).link('Lägg till en rekommendation'))
  const wrong = await cora.press(page, 'Spara')
  equal(wrong.status, 422)
  deepEqual(
    wrong.root.querySelectorAll('.problems a').map((link) => link.getAttribute('href')),
    ['#field-text-sv', '#field-receiver'],
  )
  page = await cora.press(wrong, 'Spara', {
    'text.sv': 'Låt bussen gå hela natten.',
    receiverName: 'provgatukontoret',
  })
  equal(page.status, 200)
  const [one] = await recommendationsOf(db, night)
  ok(one)
  const at = `/sv/office/events/${night}/recommendations/${one.id}`
  const early = await cora.open(`${at}/hand-over`)
  ok(
    early.text.includes('först när anteckningarna är godkända') && !early.html.includes('name="answerDueOn"'),
  )
  const dates = { handedOverOn: '2026-11-23', answerDueOn: '2027-01-12' }
  equal((await cora.send(`${at}/hand-over`, dates)).status, 409)
  await aPublishedNote(world.database, night, { by: people.cora.id, at: firstNoon })
  page = await cora.open(desk)
  for (const link of ['/edit', '/remove', '/new']) ok(!page.html.includes(`${link}"`), link)
  const handOver = await cora.open(page.link('Lämna över rekommendation'))
  equal((await cora.press(handOver, 'Den är överlämnad', { answerDueOn: '2026-11-23' })).status, 409)
  page = await cora.press(handOver, 'Den är överlämnad', { answerDueOn: '2027-01-12' })
  ok(page.text.includes('Svar senast 12 jan. 2027'))

  const edit = `${at}/edit`
  const changed = { id: one.id, 'text.sv': 'Något annat', receiverName: 'Någon' }
  equal((await cora.send(edit, changed)).status, 409)
  equal((await cora.send(edit.replace('edit', 'remove'), {})).status, 409)

  world.clock.now = '2027-02-04T11:00:00.000Z'
  const late = await stranger.open(`/en/recommendations/${one.number}`)
  ok(late.text.includes('No answer yet, 23 days late.'))
  match(late.link('Provgatukontoret'), /^\/en\/network\/organisations\//)
  equal((await stranger.open(late.link('Provgatukontoret'))).status, 200)
  ok((await stranger.open('/es/recommendations')).text.includes(': 23 días de retraso'))

  const answer = await cora.open((await cora.open(desk)).link('Skriv in svaret'))
  equal((await cora.press(answer, 'Skriv in svaret')).status, 422)
  const said = { kind: 'partly', 'words.sv': 'Till klockan två.', answeredOn: '2027-02-04' }
  equal((await cora.press(answer, 'Skriv in svaret', said)).status, 200)
  equal((await cora.press(answer, 'Skriv in svaret', said)).status, 409, 'an answer stands')
  ok((await stranger.open(`/sv/events/${night}`)).text.includes('Till klockan två.'))
  match((await stranger.open(`/en/recommendations/${one.number}`)).text, /in part on .*, 23 days late\./)
  match((await stranger.open('/sv/recommendations')).text, /Besvarade för sent\s*1/)

  ok(
    (await amina.open(`/sv/recommendations/${one.number}`))
      .link('Gör den till ett åtagande')
      .includes(one.id),
  )
  ok(!(await stranger.open(`/sv/recommendations/${one.number}`)).text.includes('Gör den till'))
  world.clock.now = firstNoon
})

test('a recommendation is reached through its own event alone, and a draft by no visitor', async () => {
  const other = await anEvent(world.database, plus(firstNoon, { days: -1 }))
  const address = `/sv/office/events/${other}/recommendations/new`
  const form = { 'text.sv': 'Fler bänkar', receiverName: 'Byalaget' }
  equal((await amina.press(await amina.open(address), 'Spara', form)).status, 200)
  const [draft] = await recommendationsOf(db, other)
  ok(draft)
  const through = `/sv/office/events/${event}/recommendations/${draft.id}`
  for (const step of ['edit', 'remove', 'hand-over', 'answer']) {
    equal((await cora.open(`${through}/${step}`)).status, 404)
    equal(
      (await cora.send(`${through}/${step}`, { handedOverOn: '2026-11-23', answerDueOn: '2027-01-12' }))
        .status,
      404,
    )
  }
  equal((await stranger.open(`/sv/recommendations/${draft.number}`)).status, 404)
  for (const odd of ['0', '-1', '1.5', 'x', '99999999999', '1e3']) {
    equal((await stranger.open(`/sv/recommendations/${odd}`)).status, 404)
  }
  const remove = await amina.open((await amina.open(`/sv/office/events/${other}/notes`)).link('Ta bort'))
  equal((await amina.press(remove, 'Ta bort')).status, 200)
  deepEqual(await recommendationsOf(db, other), [])
})
