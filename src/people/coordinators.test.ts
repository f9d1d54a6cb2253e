import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import type { RecordTables } from '#platform/record.ts'
import { aMember } from '../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../test/people-cast.ts'
import { type Answer, freshWorld, type Visitor, type World } from '../../test/world.ts'
import type { PeopleTables } from './tables.ts'

const list = '/sv/office/coordinators'
const dora = { name: 'Dora', email: 'Dora@Example.org ', language: 'es' }

let world: World
let ids: Record<'bo' | 'carmen', string>
let bo: Visitor
beforeEach(async () => {
  world = await freshWorld()
  const { database } = world
  ids = {
    bo: await coordinatorOf(database, 'city', 'Bo'),
    carmen: await coordinatorOf(database, 'civil-society', 'Carmen'),
  }
  bo = await world.visitor(ids.bo)
})
afterEach(() => world.close())

const press = async (who: Visitor, fields: Record<string, string>): Promise<Answer> =>
  who.press(await who.open(list), 'Utse till samordnare', fields)
const pageToEnd = async (who: Visitor, name: string): Promise<Answer> =>
  who.open((await who.open(list)).link(`Avsluta uppdraget för ${name}`))
const rows = () =>
  world.database
    .as<PeopleTables & RecordTables>()
    .selectFrom('coordinator')
    .innerJoin('person', 'person.id', 'coordinator.person_id')
    .select(['coordinator.id', 'person.id as personId', 'person.name', 'until'])
    .orderBy('coordinator.id')
const namesNow = async () => {
  const now = await rows().where('until', 'is', null).execute()
  return now.map(({ name }) => name)
}
const rowIdOf = async (name: string) =>
  (await rows().where('person.name', '=', name).executeTakeFirstOrThrow()).id
const recorded = (what: string) =>
  world.database
    .as<RecordTables>()
    .selectFrom('record')
    .select(['by_person', 'about'])
    .where('what', '=', what)
    .execute()

test('a new coordinator of one’s own party is listed, recorded, and let in by the mailed link', async () => {
  const page = await bo.open((await bo.open('/sv/office')).link('Samordnare'))
  const named = await bo.press(page, 'Utse till samordnare', dora)
  equal(named.path, `${list}?done=named`)
  match(named.text, /Klart\..*Malmö stad.*Bo1 jan\. 2026.*Dora23 nov\. 2026/)
  const { link, subject, text_body } = await lastMailTo(world, 'dora@example.org')
  match(subject, /^Ahora coordinas por /)
  match(text_body, /Bo te ha nombrado/)
  const visitor = await world.visitor()
  const office = await visitor.press(await visitor.open(link), 'Entrar')
  deepEqual([office.status, office.path], [200, '/es/office'])
  equal((await visitor.open(list)).status, 200)
  const person = await rows().where('person.name', '=', 'Dora').executeTakeFirstOrThrow()
  deepEqual(await recorded('coordinator-appointed'), [{ by_person: ids.bo, about: person.personId }])
})

test('somebody who has an account already keeps their name and language', async () => {
  await aMember(world.database, 'Nour')
  await press(bo, { name: 'N.', email: 'nour@example.org', language: 'en' })
  deepEqual(await namesNow(), ['Bo', 'Carmen', 'Nour'])
  match((await lastMailTo(world, 'nour@example.org')).subject, /^Du är nu samordnare för Malmö stad/)
})

test('a form with mistakes keeps the words, names nobody and mails nothing', async () => {
  const wrong = await press(bo, { name: 'Dora', email: 'dora', language: 'xx' })
  deepEqual([wrong.status, wrong.title.startsWith('Fel: ')], [422, true])
  match(wrong.html, /value="Dora"/)
  match((await press(bo, {})).text, /Fyll i det här fältet.*Skriv personens mejladress/)
  deepEqual([await namesNow(), (await world.mails()).length], [['Bo', 'Carmen'], 0])
})

test('who coordinates already is not named again, for either party', async () => {
  for (const email of ['carmen@example.org', 'bo@example.org']) {
    const refused = await press(bo, { ...dora, email })
    equal(refused.status, 409)
    match(refused.text, /redan samordnare/)
    match(refused.html, new RegExp(`value="${email}"`))
  }
  deepEqual([await namesNow(), (await world.mails()).length], [['Bo', 'Carmen'], 0])
})

test('two parties that name the same new person at once: one gets them, and there is one account', async () => {
  const carmen = await world.visitor(ids.carmen)
  const answers = await Promise.all([press(bo, dora), press(carmen, dora)])
  deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
  equal((await namesNow()).length, 3)
  equal((await world.mails()).length, 1)
})

test('nobody names a second coordinator of the other party, nor ends one', async () => {
  const refused = await bo.send(list, { ...dora, party: 'civil-society' })
  equal(refused.status, 409)
  match(refused.text, /Varje part väljer sina egna/)
  equal((await bo.send(list, { ...dora, party: 'nobody' })).status, 404)
  await coordinatorOf(world.database, 'civil-society', 'Elias')
  ok(!(await bo.open(list)).text.includes('Avsluta uppdraget för Elias'))
  const address = `${list}/${await rowIdOf('Elias')}/end`
  match((await bo.open(address)).text, /Varje part väljer sina egna/)
  equal((await bo.send(address, {})).status, 409)
  deepEqual(await namesNow(), ['Bo', 'Carmen', 'Elias'])
})

test('a party that nobody speaks for gets its first coordinator from the other, and only the first', async () => {
  const fresh = await freshWorld()
  try {
    const visitor = await fresh.visitor(await coordinatorOf(fresh.database, 'city', 'Bo'))
    const page = await visitor.open(list)
    match(page.text, /Ingen är samordnare för civilsamhället än/)
    const first = await visitor.press(page, 'Utse till samordnare', { ...dora, party: 'civil-society' })
    deepEqual([first.status, first.root.querySelectorAll('input[type=radio]').length], [200, 0])
    const second = { name: 'Elias', email: 'elias@example.org', party: 'civil-society' }
    equal((await visitor.press(page, 'Utse till samordnare', second)).status, 409)
    equal((await fresh.mails()).length, 1)
  } finally {
    await fresh.close()
  }
})

test('who is ended is out at once on all devices, and it is recorded', async () => {
  const elias = await coordinatorOf(world.database, 'city', 'Elias')
  const [phone, laptop] = [await world.visitor(elias), await world.visitor(elias)]
  equal((await phone.open(list)).status, 200)
  const page = await pageToEnd(bo, 'Elias')
  const ended = await bo.press(page, 'Avsluta uppdraget')
  deepEqual([ended.path, ended.text.includes('Elias')], [`${list}?done=ended`, false])
  for (const device of [phone, laptop]) match((await device.open('/sv/account')).path, /sign-in/)
  equal((await phone.send(list, dora)).status, 404)
  deepEqual(await recorded('coordinator-ended'), [{ by_person: ids.bo, about: elias }])
  equal((await bo.open('/sv/account')).status, 200)
  match((await bo.press(page, 'Avsluta uppdraget')).text, /redan avslutat/)
  equal((await press(bo, { ...dora, email: 'elias@example.org' })).status, 200)
  deepEqual(await namesNow(), ['Bo', 'Carmen', 'Elias'])
})

test('who ends their own assignment is signed out', async () => {
  await coordinatorOf(world.database, 'city', 'Elias')
  const page = await pageToEnd(bo, 'Bo')
  match(page.text, /ditt eget uppdrag/)
  equal((await bo.press(page, 'Avsluta uppdraget')).path, '/sv')
  match((await bo.open('/sv/office')).path, /sign-in/)
})

test('the last coordinator of a party stays, also when two end each other at once', async () => {
  const alone = await pageToEnd(bo, 'Bo')
  match(alone.text, /enda samordnare/)
  equal(alone.root.querySelector('main form'), null)
  const elias = await world.visitor(await coordinatorOf(world.database, 'city', 'Elias'))
  const pages = [await pageToEnd(bo, 'Elias'), await pageToEnd(elias, 'Bo')] as const
  const answers = await Promise.all([
    bo.press(pages[0], 'Avsluta uppdraget'),
    elias.press(pages[1], 'Avsluta uppdraget'),
  ])
  deepEqual(answers.map(({ status }) => status).sort(), [200, 404])
  equal((await namesNow()).length, 2)
  const left = (await rows().where('until', 'is', null).execute()).find(({ name }) => name !== 'Carmen')
  const last = left?.name === 'Bo' ? bo : elias
  const refused = await last.send(`${list}/${left?.id}/end`, {})
  deepEqual([refused.status, refused.title.startsWith('Fel: ')], [409, true])
})

test('the database keeps the last coordinator, whatever a program asks', async () => {
  const db = world.database.as<PeopleTables>()
  const until = world.clock.now
  const gone = /a party keeps its last coordinator/
  await rejects(db.updateTable('coordinator').set({ until }).execute(), gone)
  await rejects(db.deleteFrom('coordinator').where('person_id', '=', ids.bo).execute(), gone)
  const carmens = await db
    .selectFrom('coordinator')
    .select('party_id')
    .where('person_id', '=', ids.carmen)
    .executeTakeFirstOrThrow()
  const forTheOther = db.updateTable('coordinator').set(carmens).where('person_id', '=', ids.bo)
  await rejects(forTheOther.execute(), /a party keeps its last coordinator|for whom somebody has spoken/)
  await coordinatorOf(world.database, 'city', 'Elias')
  const kept = /for whom somebody has spoken, and when, never changes/
  await rejects(forTheOther.execute(), kept)
  for (const row of [{ person_id: ids.carmen }, { since: '2020-01-01T08:00:00.000Z' }, { id: 'other' }])
    await rejects(db.updateTable('coordinator').set(row).where('person_id', '=', ids.bo).execute(), kept)
  await rejects(db.updateTable('coordinator').set({ until }).execute(), gone)
  deepEqual(await namesNow(), ['Bo', 'Carmen', 'Elias'])
})

test('the pages are for coordinators alone', async () => {
  const organiser = await world.visitor((await aMember(world.database, 'Nour')).id)
  const addresses = [list, `${list}/${await rowIdOf('Bo')}/end`]
  for (const address of addresses) {
    match((await (await world.visitor()).open(address)).path, /^\/sv\/sign-in\?next=/)
    equal((await (await world.visitor()).send(address, dora)).status, 404)
    equal((await organiser.open(address)).status, 404)
    equal((await organiser.send(address, dora)).status, 404)
  }
  equal((await bo.open(`${list}/nobody/end`)).status, 404)
  deepEqual(await namesNow(), ['Bo', 'Carmen'])
})
