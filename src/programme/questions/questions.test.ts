import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { ProgrammeTables } from '../tables.ts'

let world: World
let organiser: string
before(async () => {
  world = await freshWorld()
  organiser = (await aMember(world.database, 'Amina')).id
})
after(() => world.close())

const inTwoWeeks = plus(firstNoon, { days: 14 })
const tables = () => world.database.as<ProgrammeTables>()

/** An event that the organiser looks after, and she herself. */
async function ownEvent(
  given: Parameters<typeof anEvent>[2] = {},
): Promise<{ id: string; visitor: Visitor }> {
  const id = await anEvent(world.database, inTwoWeeks, given)
  await tables().insertInto('event_organiser').values({ event_id: id, person_id: organiser }).execute()
  return { id, visitor: await world.visitor(organiser) }
}

const fields = {
  ...{ 'label.sv': 'Kommer du med buss?', kind: 'yes-no', asked_of: 'person', asked_at: 'sign-up' },
}

async function add(visitor: Visitor, eventId: string, more: Record<string, string> = {}): Promise<string> {
  const page = await visitor.open(`/sv/office/events/${eventId}/questions/new`)
  const id = page.root.querySelector('input[name=id]')?.getAttribute('value') ?? ''
  const done = await visitor.press(page, 'Spara', { ...fields, ...more })
  equal(done.path, `/sv/office/events/${eventId}/questions`, done.text)
  return id
}

const questionsAt = (eventId: string) =>
  tables().selectFrom('question').selectAll().where('event_id', '=', eventId).orderBy('position').execute()

const answer = async (questionId: string, signUpId: string, value: string) => {
  const row = { question_id: questionId, sign_up_id: signUpId, value, wipe_on: '2026-12-21' }
  await tables().insertInto('question_answer').values(row).execute()
}

test('an organiser asks something, with a keep-time that follows its kind, and sees it in the list', async () => {
  const { id, visitor } = await ownEvent()
  match((await visitor.open(`/sv/office/events/${id}/questions`)).text, /Ingen egen fråga ställs/)
  await add(visitor, id)
  await add(visitor, id, { 'label.sv': 'Något att säga?', kind: 'text' })
  const list = await visitor.open(`/sv/office/events/${id}/questions`)
  match(list.text, /Kommer du med buss\?.*Svaren raderas 90 dagar.*Något att säga\?.*30 dagar/)
  deepEqual(
    (await questionsAt(id)).map(({ kind, keep_days }) => [kind, keep_days]),
    [
      ['yes-no', 90],
      ['text', 30],
    ],
  )
})

test('a form sent twice asks once; mistakes keep the words', async () => {
  const { id, visitor } = await ownEvent()
  const page = await visitor.open(`/sv/office/events/${id}/questions/new`)
  const press = () => visitor.press(page, 'Spara', fields)
  await press()
  await press()
  equal((await questionsAt(id)).length, 1)
  const again = await visitor.open(`/sv/office/events/${id}/questions/new`)
  const options = { kind: 'choice', 'options.sv': 'Buss\n\n Cykel ', 'options.en': 'Bus' }
  const wrong = await visitor.press(again, 'Spara', { ...fields, ...options })
  equal(wrong.status, 422)
  match(wrong.title, /^Fel: /)
  match(wrong.text, /minst två alternativ/)
  equal(wrong.root.querySelector('textarea[name="options.en"]')?.textContent, 'Bus')
  await visitor.press(wrong, 'Spara', { 'options.en': 'Bus\nBike' })
  equal((await questionsAt(id))[1]?.options.sv, 'Buss\nCykel')
})

test('a question under a condition stays below the one it depends on, and that one stays', async () => {
  const { id, visitor } = await ownEvent()
  const bus = await add(visitor, id)
  const stop = await add(visitor, id, {
    'label.sv': 'Vilken hållplats?',
    kind: 'text',
    condition: `${bus}:yes`,
  })
  const send = (what: string, question: string) =>
    visitor.send(`/sv/office/events/${id}/questions`, { do: what, question })
  match((await send('down', stop)).text, /står redan ytterst/)
  for (const [what, question] of [
    ['up', stop],
    ['down', bus],
    ['remove', bus],
  ] as const) {
    const refused = await send(what, question)
    equal(refused.status, 409)
    match(refused.text, /En annan fråga ställs bara till dem/)
  }
  const last = await add(visitor, id, { 'label.sv': 'Sist' })
  equal((await send('up', last)).status, 200)
  deepEqual(
    (await questionsAt(id)).map((one) => one.id),
    [bus, last, stop],
  )
  const early = { ...fields, id: newId(), condition: `${newId()}:yes` }
  equal((await visitor.send(`/sv/office/events/${id}/questions/new`, early)).status, 409)
  equal((await send('remove', stop)).status, 200)
  equal((await send('remove', bus)).status, 200)
  equal((await questionsAt(id)).length, 1)
})

test('what somebody has answered can be retired and translated, and neither removed nor worded anew', async () => {
  const { id, visitor } = await ownEvent()
  const bus = await add(visitor, id)
  const signUp = await aSignUp(world.database, id)
  await answer(bus, signUp, 'yes')
  const page = await visitor.open(`/sv/office/events/${id}/questions/${bus}`)
  match(page.text, /En person har svarat/)
  const refused = await visitor.press(page, 'Spara', { 'label.sv': 'Kommer du med bil?' })
  equal(refused.status, 409)
  match(refused.text, /ska inte få ett annat svar lagt i sin mun/)
  await visitor.press(page, 'Spara', { 'label.en': 'Will you come by bus?' })
  equal((await questionsAt(id))[0]?.label.en, 'Will you come by bus?')

  const change = (set: { kind?: 'text'; label?: string; keep_days?: number }) =>
    tables().updateTable('question').set(set).where('id', '=', bus).execute()
  for (const set of [{ kind: 'text' as const }, { label: json({ sv: 'Annat' }) }, { keep_days: 183 }])
    await rejects(change(set), /keeps its meaning/)
  await rejects(tables().deleteFrom('question').where('id', '=', bus).execute(), /foreign key/i)

  const list = await visitor.open(`/sv/office/events/${id}/questions`)
  match((await visitor.press(list, 'Sluta fråga')).text, /Ställs inte längre/)
  await rejects(answer(bus, await aSignUp(world.database, id), 'yes'), /still asked/)
})

test('the database keeps conditions in order, and answers with their event', async () => {
  const { id, visitor } = await ownEvent()
  const [bus, other] = [await add(visitor, id), await ownEvent()]
  const foreign = await add(other.visitor, other.id)
  const depend = (question: string, on: string) =>
    tables()
      .updateTable('question')
      .set({ condition_question: on, condition_answer: 'yes' })
      .where('id', '=', question)
      .execute()
  await rejects(depend(bus, foreign), /earlier one of the same event/)
  const stop = await add(visitor, id, { condition: `${bus}:yes` })
  await rejects(depend(bus, stop), /earlier one of the same event/)
  const last = tables().updateTable('question').set({ position: 9 }).where('id', '=', bus).execute()
  await rejects(last, /earlier one of the same event/)
  await rejects(answer(foreign, await aSignUp(world.database, id), 'yes'), /same event/)
  await rejects(answer(bus, await aSignUp(world.database, id), 'kanske'), /answer is to a question/)
})

test('answers are counted without names, and shown with them on a page of its own', async () => {
  const { id, visitor } = await ownEvent()
  const how = await add(visitor, id, { kind: 'choices', 'options.sv': 'Buss\nCykel', 'label.sv': 'Hur?' })
  for (const [name, value] of [
    ['Karin Ek', '1'],
    ['Noor Ask', '1,2'],
  ] as const)
    await answer(how, await aSignUp(world.database, id, { name }), value)
  const counted = await visitor.open(`/sv/office/events/${id}/answers`)
  match(counted.text, /Buss2Cykel1/)
  ok(!counted.text.includes('Karin'))
  const named = await visitor.open(`/sv/office/events/${id}/answers/names`)
  match(named.text, /Karin EkBussNoor AskBuss, Cykel/)
})

test('at the door somebody is asked what is asked there, and only at their own event', async () => {
  const { id, visitor } = await ownEvent()
  const food = await add(visitor, id, { asked_at: 'door', required: 'yes' })
  const signUp = await aSignUp(world.database, id, { name: 'Karin Ek' })
  const page = await visitor.open(`/sv/office/events/${id}/ask/${signUp}`)
  match(page.text, /Fråga Karin Ek.*Svaret raderas 7 mars 2027/)
  equal((await visitor.press(page, 'Spara')).status, 422)
  await visitor.press(page, 'Spara', { [`question-${food}`]: 'yes' })
  const rows = await tables()
    .selectFrom('question_answer')
    .selectAll()
    .where('sign_up_id', '=', signUp)
    .execute()
  deepEqual(
    rows.map(({ value, wipe_on }) => [value, wipe_on]),
    [['yes', '2027-03-07']],
  )
  const elsewhere = await ownEvent()
  equal((await elsewhere.visitor.open(`/sv/office/events/${elsewhere.id}/ask/${signUp}`)).status, 404)
})

test('whether table questions may be proposed is decided by its organisers', async () => {
  const { id, visitor } = await ownEvent()
  const page = await visitor.open(`/sv/office/events/${id}/questions`)
  match((await visitor.press(page, 'Låt dem föreslå')).text, /får föreslå en fråga/)
  const proposal = { id: newId(), event_id: id, words: 'Vem städar parken?', created_at: firstNoon }
  const author = await aSignUp(world.database, id, { name: 'Karin Ek' })
  await tables()
    .insertInto('table_proposal')
    .values({ ...proposal, sign_up_id: author })
    .execute()
  const seen = (await visitor.open(`/sv/office/events/${id}/answers`)).text
  deepEqual([seen.includes('Vem städar parken?'), seen.includes('Karin')], [true, false])
})

test('nothing is asked about another’s event, nor after it is over', async () => {
  const { id, visitor } = await ownEvent()
  const question = await add(visitor, id)
  const stranger = await world.visitor((await aMember(world.database, 'Omar')).id)
  const [questions, rest] = [
    ['', '/new', `/${question}`],
    ['answers', 'answers/names', 'needs', 'needs/names', 'held'],
  ]
  for (const path of [...questions.map((one) => `questions${one}`), ...rest])
    equal((await stranger.open(`/sv/office/events/${id}/${path}`)).status, 404, path)
  const other = await ownEvent()
  equal((await visitor.open(`/sv/office/events/${other.id}/questions/${question}`)).status, 404)
  const over = await ownEvent({
    ends_at: plus(firstNoon, { days: -1 }),
    starts_at: plus(firstNoon, { days: -2 }),
    sign_up_closes_at: plus(firstNoon, { days: -2 }),
  })
  const late = await visitor.send(`/sv/office/events/${over.id}/questions/new`, { ...fields, id: newId() })
  equal(late.status, 409)
  match(late.text, /är över eller inställd/)
})
