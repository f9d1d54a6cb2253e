import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { anEvent } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { askForSeat, sayYes } from '../../../test/signing-up.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { ProgrammeTables } from '../tables.ts'
import { moveWiping } from './move-wiping.ts'
import type { QuestionRow } from './tables.ts'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

const inTwoWeeks = plus(firstNoon, { days: 14 })
const tables = () => world.database.as<ProgrammeTables>()

async function ask(eventId: string, position: number, given: Partial<QuestionRow> = {}): Promise<string> {
  const id = newId()
  const { label = { sv: 'Kommer du med buss?' }, hint = {}, options = {}, ...rest } = given
  const row = {
    ...({ id, event_id: eventId, position, kind: 'yes-no', required: 0, keep_days: 90 } as const),
    ...({ asked_of: 'person', asked_at: 'sign-up', created_at: firstNoon } as const),
    ...{ ...rest, label: json(label), hint: json(hint), options: json(options) },
  }
  await tables().insertInto('question').values(row).execute()
  return id
}

/** An event that asks for the bus, and for the stop of those who take it. */
async function busEvent() {
  const id = await anEvent(world.database, inTwoWeeks)
  const bus = await ask(id, 1, { required: 1 })
  const under = { kind: 'text', required: 1, keep_days: 30, condition_question: bus } as const
  const stop = await ask(id, 2, { ...under, label: { sv: 'Vilken hållplats?' }, condition_answer: 'yes' })
  return { id, bus: `question-${bus}`, stop: `question-${stop}` }
}

const someone = (name: string) => ({
  ...{ name, email: `${name.toLowerCase()}@example.org`, capacity: 'resident' },
})

const answersAt = (eventId: string) =>
  tables()
    .selectFrom('question_answer')
    .innerJoin('sign_up', 'sign_up.id', 'sign_up_id')
    .select(['name', 'value', 'wipe_on'])
    .where('event_id', '=', eventId)
    .orderBy('name')
    .orderBy('wipe_on', 'desc')
    .execute()

const standing = (page: Awaited<ReturnType<Visitor['open']>>, name: string) =>
  page.root.querySelector(`textarea[name="${name}"]`)?.textContent

test('without questions of its own, an event asks for five things at most', async () => {
  const id = await anEvent(world.database, inTwoWeeks)
  const page = await (await world.visitor()).open(`/sv/events/${id}/sign-up`)
  const unfolded = page.root
    .querySelectorAll('main form input, main form select, main form textarea')
    .filter((one) => !one.closest('details') && one.getAttribute('type') !== 'hidden')
    .map((one) => one.getAttribute('name'))
  deepEqual([...new Set(unfolded)], ['name', 'email', 'capacity', 'organisation', 'language'])
  match(page.text, /raderas 8 juni 2027/)
})

test('what must be answered is asked for, under its condition, with the day it is kept until', async () => {
  const { id, bus, stop } = await busEvent()
  const visitor = await world.visitor()
  const form = await visitor.open(`/sv/events/${id}/sign-up`)
  match(form.text, /Kommer du med buss\?.*Svaret raderas 7 mars 2027/)
  match(form.text, /Om du svarade ”Ja” på ”Kommer du med buss\?”.*Svaret raderas 6 jan\. 2027/)
  const empty = await visitor.press(form, 'Anmäl mig', someone('Amina'))
  equal(empty.status, 422)
  match(empty.text, /Svara på frågan/)
  const without = await visitor.press(form, 'Anmäl mig', { ...someone('Amina'), [bus]: 'yes' })
  equal(without.status, 422)
  equal(without.root.querySelector('input[name=name]')?.getAttribute('value'), 'Amina')
  equal((await answersAt(id)).length, 0)
  await visitor.press(without, 'Anmäl mig', { [stop]: 'Triangeln, uppgång norr' })
  deepEqual(
    (await answersAt(id)).map(({ value, wipe_on }) => [value, wipe_on]),
    [
      ['yes', '2027-03-07'],
      ['Triangeln, uppgång norr', '2027-01-06'],
    ],
  )
})

test('what was answered stands on one’s own page and can be changed there', async () => {
  const { id, bus, stop } = await busEvent()
  const visitor = await world.visitor()
  const said = {
    ...someone('Bo'),
    [bus]: 'yes',
    [stop]: 'Triangeln, norr',
    diets: ['vegan'],
    diet: 'ingen lök',
  }
  const form = await visitor.open(`/sv/events/${id}/sign-up`)
  await visitor.press(form, 'Anmäl mig', said)
  const own = await sayYes(world, visitor, 'bo@example.org')
  equal(standing(own, stop), 'Triangeln, norr')
  ok(own.root.querySelector('input[value=vegan]')?.hasAttribute('checked'))
  equal(own.root.querySelector('textarea[name=diet]')?.textContent, 'ingen lök')
  const changed = await visitor.press(own, 'Spara', { [bus]: 'no', diets: ['halal'], diet: '' })
  equal(changed.status, 200)
  deepEqual(
    (await answersAt(id)).map(({ value }) => value),
    ['no'],
  )
  const boxes = await tables()
    .selectFrom('sign_up_need_box')
    .innerJoin('sign_up', 'sign_up.id', 'sign_up_id')
    .select('need')
    .where('event_id', '=', id)
    .execute()
  deepEqual(boxes, [{ need: 'halal' }])
})

test('whoever was brought along is asked what everybody is asked, and not what was asked of the group', async () => {
  const id = await anEvent(world.database, inTwoWeeks)
  const group = await ask(id, 1, { asked_of: 'group', label: { sv: 'Kommer ni med buss?' } })
  const under = { condition_question: group, condition_answer: 'yes', kind: 'text' } as const
  await ask(id, 2, { ...under, label: { sv: 'Var går du på?' } })
  const visitor = await world.visitor()
  const companions = 'Karin Ek karin@example.org'
  await askForSeat(visitor, id, { ...someone('Dora'), companions, [`question-${group}`]: 'yes' })
  await sayYes(world, visitor, 'dora@example.org')
  const karins = await visitor.open((await lastMailTo(world, 'karin@example.org')).link)
  match(karins.text, /Var går du på\?/)
  ok(!karins.text.includes('Kommer ni med buss?'))
  await askForSeat(visitor, id, { ...someone('Elias'), companions: 'Noor noor@example.org' })
  await sayYes(world, visitor, 'elias@example.org')
  const noors = await visitor.open((await lastMailTo(world, 'noor@example.org')).link)
  ok(!noors.text.includes('Var går du på?'), 'nobody in that group comes by bus')
})

test('a question that was taken back meanwhile is not kept, and breaks nothing', async () => {
  const { id, bus } = await busEvent()
  const visitor = await world.visitor()
  const form = await visitor.open(`/sv/events/${id}/sign-up`)
  await tables().updateTable('question').set({ retired_at: firstNoon }).where('event_id', '=', id).execute()
  equal((await visitor.press(form, 'Anmäl mig', { ...someone('Gun'), [bus]: 'no' })).status, 200)
  equal((await answersAt(id)).length, 0)
})

test('at a Dialogforum one may say what to talk about, change it and take it back', async () => {
  const series = await tables()
    .selectFrom('series')
    .select('id')
    .where('key', '=', 'dialogforum')
    .executeTakeFirstOrThrow()
  const id = await anEvent(world.database, inTwoWeeks, { series_id: series.id })
  const visitor = await world.visitor()
  await askForSeat(visitor, id, { ...someone('Hugo'), table_question: 'Vem har nyckeln?' })
  const own = await sayYes(world, visitor, 'hugo@example.org')
  equal(standing(own, 'table_question'), 'Vem har nyckeln?')
  const kept = async () =>
    (await tables().selectFrom('table_proposal').select('words').where('event_id', '=', id).execute()).map(
      ({ words }) => words,
    )
  await visitor.press(own, 'Spara', { table_question: 'Vem betalar?' })
  deepEqual(await kept(), ['Vem betalar?'])
  const long = await visitor.press(own, 'Spara', { table_question: 'å'.repeat(301) })
  equal(long.status, 422)
  await visitor.press(own, 'Spara', { table_question: '' })
  deepEqual(await kept(), [])
  const other = await anEvent(world.database, inTwoWeeks)
  ok(!(await visitor.open(`/sv/events/${other}/sign-up`)).html.includes('table_question'))
})

test('when the event moves, so do the days on which answers are wiped', async () => {
  const { id, bus } = await busEvent()
  await askForSeat(await world.visitor(), id, { ...someone('Ines'), [bus]: 'no' })
  equal((await answersAt(id))[0]?.wipe_on, '2027-03-07')
  await moveWiping(world.database.as(), { id, ends_at: plus(inTwoWeeks, { days: 7 }) })
  equal((await answersAt(id))[0]?.wipe_on, '2027-03-14')
})

test('whoever brings somebody without an address says what they need; with one, they say it themselves', async () => {
  const id = await anEvent(world.database, inTwoWeeks)
  const visitor = await world.visitor()
  await askForSeat(visitor, id, { ...someone('Jonas'), companions: 'Maja\nKarl karl@example.org' })
  const own = await sayYes(world, visitor, 'jonas@example.org')
  const links = own.root
    .querySelectorAll('a')
    .map((one) => one.getAttribute('href') ?? '')
    .filter((href) => href.includes('/companions/'))
  const pages = await Promise.all(links.map((href) => visitor.open(href)))
  const [majas] = pages.filter((page) => page.html.includes('name="diets"'))
  deepEqual([pages.length, pages.filter((page) => page.html.includes('name="diets"')).length], [2, 1])
  ok(majas)
  await visitor.press(majas, 'Spara', { diets: ['gluten-free'] })
  const again = await visitor.open(majas.path)
  ok(again.root.querySelector('input[value=gluten-free]')?.hasAttribute('checked'))
})
