import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { plus } from '#platform/time.ts'
import { anEvent, aMember, aSignUp } from '../../../test/cast.ts'
import { ownLink } from '../../../test/seated-forum.ts'
import { aForum } from '../../../test/table-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { hasTables, refusalOfFormat, refusalToShow } from './formats.rules.ts'
import { formats } from './set-up-seating.ts'
import { seatsAtTables, tablesOf } from './seating.sql.ts'
import type { ForumFormat } from './tables.ts'

let world: World
let db: Db
let bo: Visitor
before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
})
after(() => world.close())

for (const [format, hosts, expected] of [
  ['roundtable', 0, null],
  ['online', 0, null],
  ['world-cafe', 2, 'host-at-each-table'],
  ['world-cafe', 3, null],
  ['fishbowl', 3, 'one-room'],
  ['panel', 3, 'one-room'],
] as const)
  test(`seats in a ${format} with ${hosts} hosts at three tables: ${expected ?? 'yes'}`, () =>
    equal(refusalOfFormat({ format, tables: 3, hosts }), expected))

test('seats are shown online when every table has a link, and elsewhere without', () => {
  const [linked, not] = [{ online_url: 'https://rum.example/1' }, { online_url: null }]
  const refusals = (format: ForumFormat) => [
    refusalToShow(format, [linked, not]),
    refusalToShow(format, [linked]),
  ]
  for (const format of formats)
    deepEqual(refusals(format), format === 'online' ? ['link-at-each-table', null] : [null, null])
  deepEqual(formats.filter(hasTables), ['roundtable', 'world-cafe', 'online'])
})

const at = (eventId: string, more = ''): string => `/en/office/events/${eventId}/seating${more}`
const format = (eventId: string, format: ForumFormat) =>
  db.updateTable('seating').set({ format }).where('event_id', '=', eventId).execute()

async function propose(eventId: string): Promise<void> {
  await bo.send(at(eventId, '/propose'), { seconds: '0.05' })
  for (let turn = 0; turn < 200; turn += 1) {
    if ((await seatsAtTables(db, eventId)).length > 0) return
    await wait(50)
  }
  throw new Error('nobody was seated')
}

test('in a world café a host stays at each table while the others go on, and none is proposed without', async () => {
  const { eventId, signUps, tableIds } = await aForum(world.database, firstNoon)
  await format(eventId, 'world-cafe')
  const refused = await bo.send(at(eventId, '/propose'), { seconds: '0.05' })
  equal(refused.status, 409)
  match(refused.text, /Choose a host for each table/)
  const hosts = signUps.slice(0, 3)
  for (const sign_up_id of hosts)
    await db
      .insertInto('seated_person')
      .values({ event_id: eventId, sign_up_id, part: 'host', speaks: 'sv', rounds: null, fixed_table: null })
      .execute()
  await propose(eventId)
  const seats = await seatsAtTables(db, eventId)
  const tablesBy = (id: string) => [
    ...new Set(seats.filter((one) => one.sign_up_id === id).map((one) => one.table_id)),
  ]
  deepEqual(hosts.flatMap(tablesBy).toSorted(), tableIds.toSorted())
  ok(signUps.slice(3).some((id) => tablesBy(id).length === 2))
})

for (const one of ['fishbowl', 'panel'] as const)
  test(`a ${one} has one room in which notes are taken, and no seats`, async () => {
    const eventId = await anEvent(world.database, plus(firstNoon, { days: 20 }), { capacity: 200 })
    for (const name of ['Kim', 'Alex']) await aSignUp(world.database, eventId, { name })
    const page = await bo.open(at(eventId))
    const board = await bo.press(page, 'Set up the tables', { format: one, rounds: '2' })
    match(board.text, /in one room/)
    equal(board.root.querySelector('form[action$="/propose"]'), null)
    equal((await bo.send(at(eventId, '/propose'), { seconds: '0.05' })).status, 409)
    deepEqual(
      (await tablesOf(db, eventId)).map(({ number, name }) => [number, name]),
      [[1, 'The room']],
    )
    const notes = await bo.open(`/en/office/events/${eventId}/table-notes`)
    match(notes.text, /The room/)
    const again = await bo.open(at(eventId, '/setup'))
    await bo.press(again, 'Save', { format: 'roundtable', tables: '2', seats: '4', rounds: '2' })
    deepEqual(
      (await tablesOf(db, eventId)).map(({ name }) => name),
      [null, null],
    )
  })

test('online each table has a link: seats are not shown before, and each finds the link to their own', async () => {
  const { eventId, signUps, tableIds } = await aForum(world.database, firstNoon)
  await format(eventId, 'online')
  await propose(eventId)
  const refused = await bo.press(await bo.open(at(eventId)), 'Show the seats to those who come')
  equal(refused.status, 409)
  match(refused.text, /Write a link for each table/)
  for (const [index, id] of tableIds.entries())
    await db
      .updateTable('forum_table')
      .set({ online_url: `https://rum.example/${index + 1}` })
      .where('id', '=', id)
      .execute()
  match(
    (await bo.press(await bo.open(at(eventId)), 'Show the seats to those who come')).text,
    /Shown to those who come/,
  )
  const token = await ownLink(world.database, signUps[4] ?? '')
  const own = await (await world.visitor()).open(`/en/sign-ups/${token}/tables`)
  const seat = (await seatsAtTables(db, eventId)).find(
    ({ sign_up_id, round }) => sign_up_id === signUps[4] && round === 1,
  )
  const link = `https://rum.example/${tableIds.indexOf(seat?.table_id ?? '') + 1}`
  ok(own.root.querySelector(`a[href="${link}"]`))
})
