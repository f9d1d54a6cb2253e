import { equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { anEvent, anOrganisation } from '../../../test/cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { AllTables } from '../../tables.ts'

let world: World
let bo: Visitor
let stranger: Visitor
before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  stranger = await world.visitor()
  await anOrganisation(world.database, 'Fritidsförvaltningen')
})
after(() => world.close())

const db = () => world.database.as<AllTables>()
const short = {
  ...{ 'title.sv': 'Så funkar bidragen', 'lead.sv': 'Fråga oss.', date: '2026-12-08', starts: '12:00' },
  ...{ minutes: '60', place_name: 'Biblioteket', capacity: '40' },
}

test('an information session is made with few fields, and its desk says kindly who is missing', async () => {
  const series = await bo.open('/sv/office/series/information-sessions')
  const form = await bo.open(series.link('Ny träff med ett kort formulär'))
  const unknown = await bo.press(form, 'Spara som utkast', { ...short, name_1: 'Bokcirkeln Ett' })
  equal(unknown.status, 422)
  match(unknown.text, /Den finns inte i registret\. Välj vilken sida den hör till\./)
  equal((await bo.press(form, 'Spara som utkast', { ...short, starts: '' })).status, 422)

  const desk = await bo.press(unknown, 'Spara som utkast', { side_1: 'civil-society' })
  match(desk.path, /^\/sv\/office\/events\//)
  match(desk.text, /Staden är inte med och arrangerar än/)
  const arrangers = await bo.open(`${desk.path}/arrangers`)
  const both = { name_2: 'fritidsförvaltningen', side_2: '', recorded: 'yes' }
  const whole = await bo.press(arrangers, 'Spara', both)
  ok(!whole.text.includes('inte med och arrangerar än'))

  // Sent twice, the short form makes one event.
  const id = form.root.querySelector('input[name="id"]')?.getAttribute('value') ?? ''
  const made = await db()
    .selectFrom('event')
    .select(['id', 'capacity', 'spoken'])
    .where('id', '=', id)
    .execute()
  equal(made.length, 1)
})

test('both sides stand on the page, in its JSON-LD, in lists and in the calendar, and whoever comes knows of the recording', async () => {
  const { id, slug } = await db()
    .selectFrom('event')
    .innerJoin('event_arranger', 'event_arranger.event_id', 'event.id')
    .select(['event.id', 'event.slug'])
    .executeTakeFirstOrThrow()
  await bo.press(await bo.open(`/sv/office/events/${id}/publish`), 'Publicera')
  const page = await stranger.open(`/sv/events/${slug}`)
  match(page.text, /Bokcirkeln Ett civilsamhällets sida Fritidsförvaltningen stadens sida/)
  match(page.text, /Träffen spelas in/)
  match(page.html, /"organizer":\[\{"@type":"Organization","name":"Bokcirkeln Ett"\},\{[^}]*"url":"http/)
  match((await stranger.open('/sv/calendar')).text, /Bokcirkeln Ett och Fritidsförvaltningen/)
  match(
    (await stranger.open(`/en/events/${slug}/event.ics`)).html.replaceAll(/\r\n /g, ''),
    /Arranged by Bokcirkeln/,
  )
  match((await stranger.open(`/sv/events/${slug}/sign-up`)).text, /Träffen spelas in/)
  const copied = await bo.press(await bo.open(`/sv/office/events/${id}/copy`), 'Kopiera', {
    date: '2027-01-14',
  })
  match(copied.text, /Bokcirkeln Ett och Fritidsförvaltningen/)
})

test('the short way is for lectures and information sessions alone', async () => {
  equal((await bo.open('/sv/office/series/dialogforum/light')).status, 404)
  equal((await bo.open('/sv/office/series/inspirational-lectures/light')).status, 200)
})

test('the database keeps an arranger known or named, with a side where the directory has none, and once', async () => {
  const event_id = await anEvent(world.database, plus(firstNoon, { days: 20 }))
  const organisation_id = await anOrganisation(world.database, 'Parkförvaltningen')
  const add = (given: object) =>
    db()
      .insertInto('event_arranger')
      .values({ id: newId(), event_id, position: 1, organisation_id: null, name: null, side: null, ...given })
      .execute()
  await rejects(add({}), /known_or_named|constraint/i)
  await rejects(add({ organisation_id, name: 'Parken' }), /known_or_named|constraint/i)
  await rejects(add({ name: 'Parken' }), /side_of_named|constraint/i)
  await rejects(add({ organisation_id, side: 'city' }), /side_of_named|constraint/i)
  await rejects(add({ name: 'Parken', side: 'north' }), /constraint/i)
  await add({ organisation_id })
  await rejects(add({ organisation_id }), /unique/i)
})
