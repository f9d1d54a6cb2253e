import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { json } from '#platform/db.ts'
import type { RecordTables } from '#platform/record.ts'
import { type Instant, instantAt } from '#platform/time.ts'
import { anEvent } from '../../../test/cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { seriesWithKey } from '../series.sql.ts'
import type { Db, NewEvent } from '../tables.ts'
import { standingsOf } from './load-year.ts'
import { promisesOf } from './promises.sql.ts'

let world: World
let db: Db
let bo: Visitor
beforeEach(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
})
afterEach(() => world.close())

const idOf = async (key: string): Promise<string> => (await seriesWithKey(db, key))?.id ?? ''
const anEventOf = async (key: string, startsAt: Instant, given: Partial<NewEvent> = {}) =>
  anEvent(world.database, startsAt, { series_id: await idOf(key), ...given })
const lineOf = async (key: string, year = 2026) =>
  (await standingsOf(db, year, world.clock.now)).find(({ series }) => series.key === key)
const counted = async (key: string, year: number) => {
  const line = await lineOf(key, year)
  return [line?.state, line?.held, line?.coming]
}

const hour = '/sv/office/series/malmo-hour/promise'
const wish = {
  from_on: '2026-07-01',
  yearly_min: '3',
  yearly_max: '',
  'reason.sv': 'Planen ändrades i juni.',
}

test('everybody sees what counts: nothing cancelled, no drafts, and nothing that is in no list', async () => {
  await anEventOf('malmo-hour', '2026-02-01T11:00:00.000Z')
  await anEventOf('malmo-hour', '2026-12-01T11:00:00.000Z')
  await anEventOf('malmo-hour', '2026-12-02T11:00:00.000Z', { published_at: null })
  await anEventOf('malmo-hour', '2026-12-03T11:00:00.000Z', { cancelled_at: firstNoon })
  const unlisted = await anEventOf('malmo-hour', '2026-12-04T11:00:00.000Z')
  const row = { event_id: unlisted, kind: 'invitation', capacities: '', unlisted: 1, people_max: 1 } as const
  await db.insertInto('event_audience').values(row).execute()
  deepEqual(await counted('malmo-hour', 2026), ['planned', 1, 1])
})

test('an event that is moved over New Year keeps the promise of the other year', async () => {
  await anEventOf('malmo-hour', '2026-02-01T11:00:00.000Z')
  // Half past eleven at night in Malmö is still the old year.
  const id = await anEventOf('malmo-hour', '2026-12-31T22:30:00.000Z')
  deepEqual(await counted('malmo-hour', 2026), ['planned', 1, 1])
  deepEqual(await counted('malmo-hour', 2027), ['time-left', 0, 0])
  const times = { starts_at: '2026-12-31T23:00:00.000Z', ends_at: '2027-01-01T00:00:00.000Z' }
  await db
    .updateTable('event')
    .set({ ...times, sign_up_closes_at: times.starts_at })
    .where('id', '=', id)
    .execute()
  deepEqual(await counted('malmo-hour', 2026), ['at-risk', 1, 0])
  deepEqual(await counted('malmo-hour', 2027), ['time-left', 0, 1])
  // And a leap day keeps the promise of its year.
  await anEventOf('dialogforum', instantAt('2028-02-29', '17:00'))
  equal((await lineOf('dialogforum', 2028))?.coming, 1)
})

test('a course is one, in the year in which it begins, and held when its last meeting is over', async () => {
  for (const date of ['2026-10-01', '2026-11-05', '2027-01-14'])
    await anEventOf('co-creating-change', instantAt(date, '13:00'))
  deepEqual(await counted('co-creating-change', 2026), ['planned', 0, 1])
  deepEqual(await counted('co-creating-change', 2027), ['time-left', 0, 0])
  world.clock.now = instantAt('2027-01-15', '12:00')
  deepEqual(await counted('co-creating-change', 2026), ['kept', 1, 0])
})

test('a promise changes in the middle of a year, with its reason and the old one for everybody to read', async () => {
  const form = await bo.open(hour)
  const saved = await bo.press(form, 'Spara löftet', wish)
  equal(saved.status, 200)
  match(saved.text, /Planen ändrades i juni/)
  const stand = await promisesOf(db, await idOf('malmo-hour'))
  deepEqual(
    stand.map(({ from_on, until_on, yearly_min, yearly_max }) => [from_on, until_on, yearly_min, yearly_max]),
    [
      ['2026-01-01', '2026-06-30', 2, 4],
      ['2026-07-01', null, 3, null],
    ],
  )
  const page = await (await world.visitor()).open('/sv/series/malmo-hour')
  match(page.text, /Minst 3 gånger om året/)
  match(page.text, /Löftet ändrades 1 juli 2026.*hela 2026.*Två till fyra gånger om året/)
  equal((await lineOf('malmo-hour'))?.missing, 3)
  const record = world.database.as<RecordTables>().selectFrom('record').select('detail')
  const [written] = await record.where('what', '=', 'promise-set').execute()
  deepEqual(written?.detail['reason'], { sv: 'Planen ändrades i juni.' })
})

test('what was made by mistake is replaced, and none of it counts', async () => {
  for (const yearly_min of ['9', '3'])
    await bo.press(await bo.open(hour), 'Spara löftet', { ...wish, yearly_min, yearly_max: '' })
  const stand = await promisesOf(db, await idOf('malmo-hour'))
  deepEqual(
    stand.map(({ yearly_min }) => yearly_min),
    [2, 3],
  )
})

test('mistakes and refusals keep the words, and change nothing', async () => {
  const form = await bo.open(hour)
  const cases: [Record<string, string>, status: number, says: RegExp][] = [
    [{ 'reason.sv': ' ' }, 422, /Utan skäl ändras inget löfte/],
    [{ yearly_min: '61' }, 422, /helt tal från 0 till 60/],
    [{ yearly_max: '1' }, 422, /kan inte vara färre än minst/],
    [{ from_on: '' }, 422, /Fel:/],
    [{ from_on: '2026-02-30' }, 422, /Fel:/],
    [{ until_on: '2026-01-01' }, 422, /kan inte komma före den första/],
    [{ from_on: '2025-07-01' }, 409, /år som är slut/],
    [{ seen: 'as it was long ago' }, 409, /Någon annan har ändrat/],
  ]
  for (const [given, status, says] of cases) {
    const answer = await bo.press(form, 'Spara löftet', { ...wish, ...given })
    equal(answer.status, status, JSON.stringify(given))
    match(`${answer.title} ${answer.text}`, says)
    if (!('reason.sv' in given)) match(answer.html, /Planen ändrades i juni/)
  }
  equal((await promisesOf(db, await idOf('malmo-hour'))).length, 1)
})

test('two who change a promise at once: one of them is told, and nothing overlaps', async () => {
  const [one, other] = [await bo.open(hour), await bo.open(hour)]
  const answers = await Promise.all([
    bo.press(one, 'Spara löftet', wish),
    bo.press(other, 'Spara löftet', { ...wish, yearly_min: '4' }),
  ])
  deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
  equal((await promisesOf(db, await idOf('malmo-hour'))).length, 2)
})

test('a promise of a plan lies within its period, and leads to the plan', async () => {
  const plan = await db
    .selectFrom('plan' as never)
    .selectAll()
    .executeTakeFirstOrThrow()
  const { id: plan_id } = plan as { id: string }
  const form = await bo.open(hour)
  equal((await bo.press(form, 'Spara löftet', { ...wish, plan_id, until_on: '2040-01-01' })).status, 409)
  await bo.press(form, 'Spara löftet', { ...wish, plan_id })
  const last = (await promisesOf(db, await idOf('malmo-hour'))).at(-1)
  deepEqual([last?.plan_id, last?.until_on], [plan_id, '2026-12-31'])
  match((await bo.open('/sv/series/malmo-hour')).html, /\/sv\/plan\/periods\//)
})

test('a series that ends promises nothing after its last day', async () => {
  const end = { end_on: '2026-11-30', 'end_reason.sv': 'Serien går upp i Dialogforum.' }
  const ended = await bo.press(await bo.open(hour), 'Avsluta löftet', end)
  match(ended.text, /Serien går upp i Dialogforum/)
  for (const year of [2026, 2027]) equal((await lineOf('malmo-hour', year))?.state, 'nothing-promised')
  match((await bo.open('/sv/year/2026')).text, /Löftet gällde till och med 30 nov\. 2026/)
})

test('a promise that never began stays to be read, and what is to come is listed before the press', async () => {
  await anEventOf('malmo-hour', '2026-12-20T11:00:00.000Z', { title: json({ sv: 'Den sista' }) })
  await bo.press(await bo.open(hour), 'Spara löftet', { ...wish, from_on: '2027-07-01', yearly_min: '9' })
  const form = await bo.open(hour)
  match(form.text, /ställs inte in av sig själva.*20 dec\. 2026.*Den sista/)
  await bo.press(form, 'Avsluta löftet', { end_on: '2026-11-30', 'end_reason.sv': 'Serien vilar.' })
  equal((await promisesOf(db, await idOf('malmo-hour'))).length, 1)
  for (const path of [hour, '/sv/series/malmo-hour'])
    match((await bo.open(path)).text, /Minst 9 gånger.*Togs tillbaka .* 2026, innan det började gälla/)
})

test('the list of a year holds what is promised and not planned, as the wheel does', async () => {
  const page = await (await world.visitor()).open('/sv/year/2026')
  match(page.text, /31 dec\.\s*Malmötimmen: lovad, inte planerad/)
  match(page.text, /ingen planerad/)
  // A year that is over plans nothing, and misses what it misses in words alone.
  world.clock.now = instantAt('2027-01-02', '12:00')
  const over = await (await world.visitor()).open('/sv/year/2026')
  ok(!/ingen planerad|lovad, inte planerad/.test(over.text.replace(/Så räknar vi.*/, '')))
})

test('what was missed gets its reason once the year is over, for everybody to read', async () => {
  const address = '/sv/office/series/dialogforum/missed/2026'
  match((await bo.open(address)).text, /I fara/)
  equal((await bo.send(address, { 'reason.sv': 'För tidigt' })).status, 409)
  world.clock.now = instantAt('2027-01-02', '12:00')
  match((await bo.open('/sv/office')).text, /Dialogforum: löftet för 2026 hölls inte/)
  equal((await bo.press(await bo.open(address), 'Visa skälet', { 'reason.sv': ' ' })).status, 422)
  const shown = await bo.press(await bo.open(address), 'Visa skälet', { 'reason.sv': 'Lokalen brann.' })
  match(shown.text, /Inte hållet/)
  const visitor = await world.visitor()
  for (const path of ['/sv/year/2026', '/sv/series/dialogforum'])
    match((await visitor.open(path)).text, /Skälet: Lokalen brann\./)
  ok(!(await bo.open('/sv/office')).text.includes('Dialogforum: löftet för 2026'))
  await bo.press(await bo.open(address), 'Visa skälet', {
    'reason.sv': 'Lokalen brann, och ingen annan fanns.',
  })
  match((await visitor.open('/sv/year/2026')).text, /och ingen annan fanns/)
})

test('the desk says by when the next must be announced, until it is', async () => {
  await anEventOf('malmo-hour', '2026-02-01T11:00:00.000Z')
  const says = /Malmötimmen: en träff saknas.*senast 19 nov\. 2026/
  match((await bo.open('/sv/office')).text, says)
  await anEventOf('malmo-hour', '2026-12-20T11:00:00.000Z', { title: json({ sv: 'Den sista' }) })
  ok(!says.test((await bo.open('/sv/office')).text))
})

test('every year has a page, and those beside it are linked as long as there is something to show', async () => {
  const visitor = await world.visitor()
  await anEventOf('malmo-hour', '2024-02-01T11:00:00.000Z')
  const page = await visitor.open('/sv/year/2026')
  equal((await visitor.open(page.link('Året före'))).path, '/sv/year/2025')
  ok(page.link('Året efter'))
  ok(!(await visitor.open('/sv/year/2024')).text.includes('Året före'))
  ok(!(await visitor.open('/sv/year/2027')).text.includes('Året efter'))
  match((await visitor.open('/sv/year/2024')).text, /För det här året är inget antal lovat/)
  equal((await visitor.open('/sv/year/2099')).status, 200)
  for (const year of ['1999', '20260', 'x', '3000'])
    equal((await visitor.open(`/sv/year/${year}`)).status, 404)
})

test('the desk of an event says which year it keeps the promise of, and what a move over New Year leaves behind', async () => {
  const id = await anEventOf('malmo-hour', '2026-11-30T11:00:00.000Z')
  const desk = `/sv/office/events/${id}`
  match((await bo.open(desk)).text, /räknas till löftet för 2026/)
  const moved = { starts_at: '2027-01-12T11:00:00.000Z', ends_at: '2027-01-12T12:00:00.000Z' }
  await db.updateTable('event').set(moved).where('id', '=', id).execute()
  const change = { before: json({ starts_at: '2026-11-30T11:00:00.000Z' }), reason: json({ sv: 'Sal' }) }
  const by_person = await coordinatorOf(world.database, 'civil-society', 'Ana')
  await db
    .insertInto('event_change')
    .values({ id: 'c1', event_id: id, at: firstNoon, by_person, ...change })
    .execute()
  const page = (await bo.open(desk)).text
  match(page, /räknas till löftet för 2027/)
  match(page, /flyttad från 2026 till 2027/)
})
