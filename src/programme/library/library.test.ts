import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Insertable } from 'kysely'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { AllTables } from '../../tables.ts'
import { keepOpenings } from './openings.ts'
import { fillSearchTexts } from './search-texts.ts'

let world: World
let bo: Visitor
let reader: Visitor
let by: string
before(async () => {
  world = await freshWorld()
  by = (await aMember(world.database, 'Bo', 'city')).id
  bo = await world.visitor(by)
  reader = await world.visitor()
  reader.headers['user-agent'] = 'Mozilla/5.0 Firefox/140.0'
})
after(() => world.close())

const db = () => world.database.as<AllTables>()
const lastMonth = plus(firstNoon, { days: -30 })

type NewMaterial = Insertable<AllTables['material']>

/** A material at an address on the net; what is given stands instead. */
async function aMaterial(event_id: string, title: string, given: Partial<NewMaterial> = {}): Promise<string> {
  const id = newId()
  const row: NewMaterial = {
    ...{ id, event_id, series_id: null, kind: 'slides', title: json({ sv: title }), languages: 'sv' },
    ...{ access_note: '{}', made_by: null, url: `https://x.example/${id}`, file_id: null, added_by: by },
    ...{ created_at: firstNoon, changed_at: firstNoon, published_at: firstNoon },
    access: '',
  }
  await db()
    .insertInto('material')
    .values({ ...row, ...given })
    .execute()
  return id
}

const shelf = async (): Promise<string[]> =>
  (await db().selectFrom('library_item').select('material_id').execute()).map((row) => row.material_id)

test('what everybody may see is in the library, and follows its event in and out', async () => {
  const event = await anEvent(world.database, lastMonth)
  const shown = await aMaterial(event, 'Återbruk i parken')
  const hidden = await aMaterial(event, 'Ännu inte', { published_at: null })
  const draft = await aMaterial(await anEvent(world.database, lastMonth, { published_at: null }), 'Utkast')
  ok((await shelf()).includes(shown))
  ok(![hidden, draft].some((id) => [shown].includes(id)))
  const audience = {
    event_id: event,
    kind: 'invitation',
    capacities: '',
    unlisted: 1,
    people_max: 1,
  } as const
  await db().insertInto('event_audience').values(audience).execute()
  deepEqual((await shelf()).includes(shown), false)
  await db().updateTable('event_audience').set({ unlisted: 0 }).where('event_id', '=', event).execute()
  ok((await shelf()).includes(shown) && !(await shelf()).includes(hidden) && !(await shelf()).includes(draft))
  await db().updateTable('event').set({ published_at: firstNoon }).where('published_at', 'is', null).execute()
  ok((await shelf()).includes(draft))
  await db().updateTable('material').set({ published_at: null }).where('id', '=', draft).execute()
  ok(!(await shelf()).includes(draft))

  // Older materials learn at night what they are found by.
  equal((await reader.open('/sv/library?q=aterbruk')).text.includes('Återbruk i parken'), false)
  await fillSearchTexts(world.database.as())
  match((await reader.open('/sv/library?q=%C3%85TERBRUK+m%C3%B6te')).text, /Återbruk i parken/)
  match((await reader.open('/sv/library?q=100%25')).text, /Inget hittades/)
})

test('it is searched by kind, language, year and series, fifty at a time', async () => {
  const event = await anEvent(world.database, plus(firstNoon, { days: -400 }))
  for (let count = 0; count < 53; count += 1)
    await aMaterial(event, `Blad ${count}`, { kind: 'document', languages: 'sv,es' })
  await fillSearchTexts(world.database.as())
  const first = await reader.open('/sv/library?kind=document&language=es&year=2025')
  const titles = (page: typeof first) => page.root.querySelectorAll('.lined-list h3').length
  equal(titles(first), 50)
  const second = await reader.open(first.link('Visa äldre'))
  equal(titles(second), 3)
  equal(titles(await reader.open('/sv/library?kind=document&language=es&year=2026')), 0)
  const { key } = await db()
    .selectFrom('series')
    .innerJoin('event', 'event.series_id', 'series.id')
    .select('series.key')
    .where('event.id', '=', event)
    .executeTakeFirstOrThrow()
  equal(titles(await reader.open(`/sv/library?series=${key}`)), 50)
  equal(titles(await reader.open('/sv/library?series=lunch-and-learn')), 0)
  equal(titles(await reader.open('/sv/library?q=blad+52')), 1)
  equal(titles(await reader.open('/sv/library?q=bla+5&language=es')), 4, '5, 50, 51 and 52')
  equal(titles(await reader.open('/sv/library?q=lad')), 0, 'by the beginnings of words')
  equal(titles(await reader.open('/sv/library?q=blad&language=ar')), 0)
  match((await reader.open('/sv/library.atom')).html, /<title type="html">Blad|<entry>/)
})

test('openings are counted by day and written together, and say nothing of who opened', async () => {
  const event = await anEvent(world.database, lastMonth)
  const [first, second] = [await aMaterial(event, 'Ett'), await aMaterial(event, 'Två')]
  const ask = async (visitor: Visitor, id: string): Promise<void> =>
    void (await visitor.open(`/materials/${id}`).catch(() => undefined))
  const robot = await world.visitor()
  robot.headers['user-agent'] = 'SomeBot/1.0'
  for (const id of [first, first, second]) await ask(reader, id)
  await ask(robot, second)
  equal((await db().selectFrom('material_opened').selectAll().execute()).length, 0, 'nothing was written yet')
  await keepOpenings(world.database.as())
  await ask(reader, second)
  await ask(reader, second)
  await keepOpenings(world.database.as())
  const counts = await db().selectFrom('material_opened').selectAll().orderBy('material_id').execute()
  deepEqual(counts, [
    { material_id: first, day: '2026-11-23', count: 2 },
    { material_id: second, day: '2026-11-23', count: 3 },
  ])
  match(
    (await reader.open('/sv/library')).text,
    /Mest använt i år\s*Två\s*öppnat 3 gånger\s*Ett\s*öppnat 2 gånger/,
  )
})

test('the database counts openings upwards alone, and adds them up for the year', async () => {
  const id = await aMaterial(await anEvent(world.database, lastMonth), 'Räknas')
  const at = (day: string) => db().insertInto('material_opened').values({ material_id: id, day, count: 2 })
  await at('2026-01-01').execute()
  await at('2026-02-29').execute()
  await at('2025-12-31').execute()
  const opened = db()
    .updateTable('material_opened')
    .where('material_id', '=', id)
    .where('day', '=', '2026-01-01')
  await rejects(opened.set({ count: 1 }).execute(), /counted upwards/)
  await rejects(opened.set({ day: '2027-01-01' }).execute(), /counted upwards/)
  await opened.set({ count: 5 }).execute()
  const used = await db()
    .selectFrom('material_used')
    .select(['year', 'count'])
    .where('material_id', '=', id)
    .execute()
  deepEqual(
    new Map(used.map(({ year, count }) => [year, count])),
    new Map([
      [2026, 7],
      [2025, 2],
    ]),
  )
})

test('a recording is shown once those in it have agreed, whoever asks and however', async () => {
  const event = await anEvent(world.database, lastMonth)
  const path = `/sv/office/events/${event}/materials/new`
  const film = {
    kind: 'recording',
    'title.sv': 'Filmen',
    languages: 'sv',
    url: 'https://video.example.org/1',
  }
  const page = await bo.open(path)
  const refused = await bo.press(page, 'Spara', { ...film, published: 'yes' })
  equal(refused.status, 422)
  match(refused.text, /En inspelning visas när de har sagt ja/)
  equal((await bo.press(refused, 'Spara', { consented: 'yes' })).status, 200)
  await rejects(aMaterial(event, 'Olovlig', { kind: 'recording' }), /have agreed/)
  const kept = db().updateTable('material').where('event_id', '=', event)
  await rejects(kept.set({ consented_at: null }).execute(), /have agreed/)
  await kept.set({ consented_at: null, published_at: null }).execute()
})

test('coordinators keep the vocabulary, and a theme leads to its events and what is left of them', async () => {
  const add = async (name: string) =>
    bo.press(await bo.open('/sv/office/themes/new'), 'Spara', { 'name.sv': name })
  equal((await add('Hälsa och vård')).status, 200)
  equal((await add('Hälsa och vård')).status, 409)
  equal((await add('')).status, 422)
  const event = await anEvent(world.database, lastMonth)
  await aMaterial(event, 'Om hälsa')
  const form = await bo.open(`/sv/office/events/${event}/themes`)
  const id = form.root.querySelector('input[name="themes"]')?.getAttribute('value') ?? ''
  await bo.press(form, 'Spara', { themes: id })
  const page = await reader.open(`/sv/events/${event}`)
  const theme = await reader.open(page.link('Hälsa och vård'))
  match(theme.text, /Om hälsa/)
  match(theme.text, /Träffar som har varit/)
  match((await reader.open('/sv/library?theme=halsa-och-vard')).text, /Om hälsa/)
  await rejects(db().insertInto('event_theme').values({ event_id: event, theme_id: id }).execute(), /unique/i)

  // What is not offered any more stays where it is.
  const edit = await bo.open(`/sv/office/themes/${id}`)
  world.clock.now = plus(firstNoon, { minutes: 1 })
  await bo.press(edit, 'Spara', { offered: '' })
  equal((await bo.press(edit, 'Spara', { 'name.sv': 'Vård' })).status, 409)
  const other = await anEvent(world.database, lastMonth)
  ok(!(await bo.open(`/sv/office/events/${other}/themes`)).html.includes(id))
  ok((await bo.open(`/sv/office/events/${event}/themes`)).html.includes(id))
})
