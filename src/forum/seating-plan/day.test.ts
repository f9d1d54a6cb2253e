import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember } from '../../../test/cast.ts'
import { aForum } from '../../../test/table-cast.ts'
import { type Answer, firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { loadForum } from './load-forum.ts'

let world: World
let db: Db
let bo: Visitor
before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
})
after(() => world.close())

/** When the forums of these tests begin. */
const startsAt = plus(firstNoon, { days: 14 })

const at = (eventId: string, more = ''): string => `/sv/office/events/${eventId}/seating${more}`
const forumOf = async (eventId: string) => found(await loadForum(db, eventId), 'seating')

async function propose(eventId: string, more: Record<string, string> = {}): Promise<Answer> {
  const sent = await bo.send(at(eventId, '/propose'), { seconds: '0.05', ...more })
  if (sent.status !== 200) return sent
  for (let turn = 0; turn < 200; turn += 1) {
    const page = await bo.open(at(eventId, '/working'))
    if (!page.path.endsWith('/working')) return page
    await wait(50)
  }
  throw new Error('the work does not end')
}

test('once a round has begun seats are neither proposed nor taken back, and the door is pointed to', async () => {
  const { eventId } = await aForum(world.database, firstNoon)
  const board = await propose(eventId)
  const { seats, seating } = await forumOf(eventId)
  await db
    .insertInto('round_run')
    .values({
      ...{ event_id: eventId, round: 1, started_at: startsAt, started_by: null },
      ...{ ends_at: plus(startsAt, { minutes: 25 }), ended_at: null },
    })
    .execute()
  for (const kind of ['propose', 'fill']) {
    const refused = await propose(eventId, { kind, sure: 'yes' })
    equal(refused.status, 409)
    match(refused.text, /Runda 1 har börjat/)
    ok(refused.root.querySelector(`a[href="${at(eventId, '/door')}"]`))
  }
  const undone = await bo.press(board, 'Ångra förslaget')
  equal(undone.status, 409)
  match(undone.text, /Runda 1 har börjat/)
  equal(undone.root.querySelector('form[action$="/propose"], form[action$="/undo"]'), null)
  deepEqual((await forumOf(eventId)).seats, seats)
  equal((await forumOf(eventId)).seating.version, seating.version)
})

test('seats that people have been shown are proposed anew only by whoever ticks so', async () => {
  const { eventId } = await aForum(world.database, firstNoon)
  await propose(eventId)
  await bo.send(at(eventId, '/show'), { shown: 'yes' })
  match((await bo.open(at(eventId))).text, /24 platser som deltagarna har sett får ändras/)
  const refused = await propose(eventId, { another: 'yes' })
  equal(refused.status, 409)
  match(refused.text, /dölj platserna först/)
  equal((await propose(eventId, { another: 'yes', sure: 'yes' })).status, 200)
})

test('after the event the board is read, and nothing is changed', async () => {
  const { eventId, signUps, tableIds } = await aForum(world.database, firstNoon)
  await propose(eventId)
  const before = await forumOf(eventId)
  const past = {
    sign_up_closes_at: plus(firstNoon, { days: -2 }),
    starts_at: plus(firstNoon, { days: -2 }),
    ends_at: plus(firstNoon, { days: -1 }),
  }
  await db.updateTable('event').set(past).where('id', '=', eventId).execute()
  const board = await bo.open(at(eventId))
  match(board.text, /Forumet är över/)
  equal(board.root.querySelectorAll('.seat').length, 12)
  equal(board.root.querySelector('main form, .seat a'), null)
  const [person = ''] = signUps
  const forms: Record<string, Record<string, string>> = {
    '/propose': { sure: 'yes' },
    '/lock': { do: 'lock', person },
    '/undo': { version: String(before.seating.version) },
    '/move': { person, round: '1', to: 'none', seen: String(before.seating.version) },
    '/setup': { format: 'roundtable', tables: '4', seats: '5', rounds: '2', minutes: '20' },
    '/tables': { 'seats-1': '9', 'seats-2': '9', 'seats-3': '9' },
    '/rounds': { 'minutes-1': '9', 'minutes-2': '9' },
    [`/people/${person}`]: { part: 'host', speaks: 'sv', table: tableIds[0] ?? '', rounds: '1' },
  }
  for (const [path, form] of Object.entries(forms))
    equal((await bo.send(at(eventId, path), form)).status, 409, path)
  for (const path of ['/people', `/people/${person}`, '/tables', '/rounds', '/setup', '/move']) {
    const page = await bo.open(at(eventId, path))
    match(page.text, /Forumet är över/, path)
    equal(page.root.querySelector('main form[method=post] button'), null, path)
  }
  deepEqual(await forumOf(eventId), before)
})

test('whoever the door took to be away has no seat and is given none; they are named in Swedish order', async () => {
  const { eventId, signUps, made_by } = await aForum(world.database, firstNoon)
  await propose(eventId)
  const names = ['Åsa', 'Zoe', 'Örjan', 'Ali', 'Ärla']
  for (const [index, name] of names.entries()) {
    const row = { name, search_text: name.toLowerCase() }
    await db
      .updateTable('sign_up')
      .set(row)
      .where('id', '=', signUps[index] ?? '')
      .execute()
  }
  const away = signUps.slice(0, 2)
  await db.deleteFrom('table_seat').where('sign_up_id', 'in', away).execute()
  match((await bo.open(at(eventId))).text, /2 personer har ingen plats/)
  await db
    .insertInto('reseating')
    .values({
      ...{ id: newId(), event_id: eventId, version: 1, after_round: 0, made_by, made_at: firstNoon },
      ...{ taken_by: null, taken_at: null },
      proposal: json({
        ...{ away, seated: [], seats: [], moved: [], toldSeats: 0, notMet: [], hostless: [] },
        ...{ sectorDeviation: 0, repeats: 0, milliseconds: 1 },
      }),
    })
    .execute()
  const taken = { taken_by: made_by, taken_at: firstNoon }
  await db.updateTable('reseating').set(taken).where('event_id', '=', eventId).execute()
  ok(!(await bo.open(at(eventId))).text.includes('har ingen plats'))
  equal((await propose(eventId, { kind: 'fill' })).status, 409)
  await propose(eventId, { another: 'yes' })
  const { seats, people } = await forumOf(eventId)
  equal(seats.length, 20)
  ok(!seats.some(({ sign_up_id }) => away.includes(sign_up_id)))
  deepEqual(
    people.map(({ name }) => name).filter((name) => names.includes(name)),
    ['Ali', 'Zoe', 'Åsa', 'Ärla', 'Örjan'],
  )
})

test('a host who stays is said to stay, and a table is named once', async () => {
  const { eventId, signUps, tableIds } = await aForum(world.database, firstNoon, { people: 9 })
  const [host = ''] = signUps
  await db
    .insertInto('seated_person')
    .values({
      ...{ event_id: eventId, sign_up_id: host, part: 'host', speaks: 'sv', rounds: null },
      fixed_table: tableIds[0] ?? '',
    })
    .execute()
  await propose(eventId)
  const move = await bo.open(at(eventId, `/move?round=1&person=${host}`))
  match(move.text, /Person 001 stannar vid bord 1 som bordsvärd/)
  ok(!move.text.includes('Person 001 sitter vid bord'))
  match((await bo.open(at(eventId, '/people?q=person 001'))).text, /sitter vid bord 1(?! och|,)/)
})
