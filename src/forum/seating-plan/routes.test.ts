import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { found } from '#platform/errors.ts'
import { plus } from '#platform/time.ts'
import { anEvent, aMember, aSignUp } from '../../../test/cast.ts'
import { aForum, personName } from '../../../test/table-cast.ts'
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

const at = (eventId: string, more = ''): string => `/sv/office/events/${eventId}/seating${more}`

/** Waits until the seats that are being proposed are there. */
async function done(eventId: string): Promise<Answer> {
  for (let turn = 0; turn < 200; turn += 1) {
    const page = await bo.open(at(eventId, '/working'))
    if (!page.path.endsWith('/working')) return page
    await wait(50)
  }
  throw new Error('the work does not end')
}

const propose = async (eventId: string, more: Record<string, string> = {}): Promise<Answer> => {
  await bo.send(at(eventId, '/propose'), { seconds: '0.05', ...more })
  return done(eventId)
}

const forumOf = async (eventId: string) => found(await loadForum(db, eventId), 'seating')

test('an organiser sets up eleven tables of eight in one step, has seats proposed, and shows them', async () => {
  const eventId = await anEvent(world.database, plus(firstNoon, { days: 20 }), { capacity: 60 })
  for (let index = 0; index < 50; index += 1)
    await aSignUp(world.database, eventId, {
      name: personName(index),
      capacity: index % 2 === 0 ? 'elected' : 'resident',
    })
  const page = await bo.open(at(eventId))
  match(page.text, /50 personer är anmälda/)
  equal(page.root.querySelector('[name=tables]')?.getAttribute('value'), '8')
  equal((await bo.press(page, 'Ställ i ordning borden', { tables: 'elva' })).status, 422)
  const board = await bo.press(page, 'Ställ i ordning borden', { tables: '11', seats: '8', rounds: '2' })
  match(board.text, /11 bord med 88 stolar, 2 rundor, 50 anmälda/)
  const proposed = await propose(eventId)
  match(proposed.text, /Bo lät föreslå platser: 100 platser ändrades/)
  equal(proposed.root.querySelectorAll('.seat[data-person]').length, 50)
  equal((await forumOf(eventId)).seats.length, 100)
  const first = (await forumOf(eventId)).schedule
  deepEqual(
    (await propose(eventId), (await forumOf(eventId)).schedule),
    first,
    'the same seed, the same plan',
  )
  await propose(eventId, { another: 'yes' })
  ok(JSON.stringify((await forumOf(eventId)).schedule) !== JSON.stringify(first))
  const shown = await bo.press(await bo.open(at(eventId)), 'Visa platserna för deltagarna')
  match(shown.text, /Visas för deltagarna/)
  ok((await forumOf(eventId)).seating.shown_at)
  match((await bo.press(shown, 'Dölj platserna igen')).text, /Visas inte än/)
})

test('a move shows what it changes, is saved, and is taken back', async () => {
  const { eventId } = await aForum(world.database, firstNoon, { people: 11 })
  await propose(eventId)
  const forum = await forumOf(eventId)
  const place = forum.schedule[0]?.findIndex((ids) => ids.length === 3) ?? -1
  const from = place === 0 ? 1 : 0
  const id = forum.schedule[0]?.[from]?.[0] ?? ''
  const who = `?round=1&person=${id}`
  const choose = await bo.open(at(eventId, `/move${who}`))
  match(choose.text, /Vart\?/)
  const preview = await bo.open(at(eventId, `/move${who}&to=t${place + 1}`))
  ok(preview.root.querySelector('#preview li'))
  const old = await bo.open(at(eventId, `/move${who}&to=t${place + 1}`))
  const saved = await bo.press(preview, 'Flytta')
  match(saved.text, /Bo flyttade Person \d+ från bord \d till bord \d i runda 1/)
  ok((await forumOf(eventId)).schedule[0]?.[place]?.includes(id))

  const late = await bo.press(old, 'Flytta')
  equal(late.status, 409)
  match(late.text, /ändrat placeringen sedan du öppnade sidan[^]*Bo flyttade Person/)
  const back = await bo.press(saved, 'Ångra flytten')
  match(back.text, /Bo ångrade en ändring/)
  deepEqual((await forumOf(eventId)).schedule, forum.schedule)
  equal((await bo.press(saved, 'Ångra flytten')).status, 409)

  const other = forum.schedule[0]?.[2]?.[0] ?? ''
  const swap = await bo.open(at(eventId, `/move${who}&to=p${other}`))
  match((await bo.press(swap, 'Byt plats')).text, /lät Person \d+ och Person \d+ byta plats/)
  equal((await bo.send(at(eventId, '/move'), { person: id, round: '1', to: 'x', seen: '1' })).status, 422)
})

test('an overfull table is never saved; a broken rule is, by whoever says so', async () => {
  const { eventId, signUps, tableIds } = await aForum(world.database, firstNoon)
  await db
    .insertInto('seated_person')
    .values({
      ...{ event_id: eventId, sign_up_id: signUps[0] ?? '', part: 'host', speaks: 'sv', rounds: null },
      fixed_table: tableIds[1] ?? '',
    })
    .execute()
  const board = await propose(eventId)
  match(board.text, /2 bord har ingen bordsvärd[^]*De här sitter där/)
  const { seating, schedule } = await forumOf(eventId)
  const move = { person: signUps[0] ?? '', round: '1', seen: String(seating.version) }
  const full = await bo.send(at(eventId, '/move'), { ...move, to: 't1', anyway: 'yes' })
  equal(full.status, 409)
  match(full.text, /ingen ledig stol\. Byt plats/)
  const swap = { ...move, to: `p${schedule[0]?.[0]?.[0]}` }
  const warned = await bo.send(at(eventId, '/move'), swap)
  equal(warned.status, 409)
  match(warned.text, /Kryssa i att du vill spara ändå[^]*utan bordsvärd/)
  equal((await bo.send(at(eventId, '/move'), { ...swap, anyway: 'yes' })).status, 200)
  const none = await bo.send(at(eventId, '/move'), { ...swap, person: 'nobody' })
  equal(none.status, 409)
})

test('what is locked stays when seats are proposed anew, and cannot be moved until it is unlocked', async () => {
  const { eventId, tableIds } = await aForum(world.database, firstNoon, { tables: 4, people: 16 })
  await propose(eventId)
  const before = await forumOf(eventId)
  await bo.send(at(eventId, '/lock'), { do: 'lock', table: tableIds[1] ?? '', round: '1' })
  await propose(eventId, { another: 'yes' })
  const after = await forumOf(eventId)
  deepEqual(after.schedule[0]?.[1], before.schedule[0]?.[1])
  equal(after.seats.filter(({ locked }) => locked === 1).length, 4)
  const person = after.schedule[0]?.[1]?.[0] ?? ''
  const other = after.schedule[0]?.[2]?.[0] ?? ''
  const move = { person, round: '1', to: `p${other}`, seen: String(after.seating.version) }
  match((await bo.send(at(eventId, '/move'), move)).text, /Lås upp den först/)
  await bo.send(at(eventId, '/lock'), { do: 'unlock', person })
  equal((await forumOf(eventId)).seats.filter(({ locked }) => locked === 1).length, 3)
})

test('whoever signs up late is seated, and hardly anybody else changes', async () => {
  const { eventId, signUps } = await aForum(world.database, firstNoon, { people: 11 })
  await propose(eventId)
  const before = await forumOf(eventId)
  const [gone = ''] = signUps
  const end = { state: 'cancelled', cancelled_at: firstNoon, ended_because: 'given-back' } as const
  await db.updateTable('sign_up').set(end).where('id', '=', gone).execute()
  const late = await aSignUp(world.database, eventId, { name: 'Sen Ankomst' })
  const board = await bo.open(at(eventId))
  match(board.text, /En person har ingen plats[^]*Sen Ankomst/)
  match(board.text, /Person 001 lämnade återbud/)
  await bo.send(at(eventId, '/propose'), { kind: 'fill', seconds: '0.2' })
  ok(!(await done(eventId)).text.includes('har ingen plats'))
  const { schedule } = await forumOf(eventId)
  for (const [round, tables] of schedule.entries())
    ok(tables.flat().includes(late) && !tables.flat().includes(gone), `round ${round}`)
  const moved = schedule.flatMap((tables, round) =>
    tables.flatMap((ids, table) =>
      ids.filter((id) => id !== late && !before.schedule[round]?.[table]?.includes(id)),
    ),
  )
  ok(moved.length <= 2, `${moved.length} moved`)
})

test('what is changed meanwhile is kept, and the proposal is not; one that died is not waited for', async () => {
  const { eventId } = await aForum(world.database, firstNoon)
  await bo.send(at(eventId, '/propose'), { seconds: '2' })
  equal((await bo.send(at(eventId, '/propose'), { seconds: '2' })).status, 409)
  const page = await bo.open(at(eventId, '/working'))
  equal(page.headers.get('refresh'), '2')
  await db.updateTable('seating').set({ version: 7 }).where('event_id', '=', eventId).execute()
  await db
    .insertInto('seating_step')
    .values({
      ...{ event_id: eventId, version: 7, kind: 'tables', at: firstNoon, by_person: null },
      ...{ seats: '[]', undoes: null },
    })
    .execute()
  match((await done(eventId)).text, /Någon ändrade något medan/)
  equal((await forumOf(eventId)).seats.length, 0)

  await bo.send(at(eventId, '/propose'), { seconds: '20' })
  await bo.send(at(eventId, '/stop'), {})
  match((await done(eventId)).text, /stoppades, och ingenting ändrades/)

  const dead = { ended_at: null, outcome: null, heard_at: plus(firstNoon, { minutes: -3 }) }
  await db.updateTable('seating_work').set(dead).where('event_id', '=', eventId).execute()
  match((await bo.open(at(eventId))).text, /bröts, och ingenting ändrades/)
  await propose(eventId)
  equal((await forumOf(eventId)).seats.length, 24)
})

test('people are found among hundreds, and what they need is written by the organiser alone', async () => {
  const { eventId, signUps, tableIds } = await aForum(world.database, firstNoon, {
    tables: 20,
    seats: 8,
    people: 130,
  })
  const list = await bo.open(at(eventId, '/people?q=person 12'))
  match(list.text, /10 personer/)
  match((await bo.open(at(eventId, '/people'))).text, /130 personer[^]*Visa fler/)
  const person = at(eventId, `/people/${signUps[0]}`)
  const form = await bo.open(person)
  const saved = await bo.press(form, 'Spara', {
    part: 'host',
    table: tableIds[2] ?? '',
    speaks: ['sv', 'es'],
    others: 'AR',
  })
  match(saved.text, /svenska, spanska och arabiska[^]*stannar vid bord 3/)
  equal((await bo.press(form, 'Spara', { rounds: [] })).status, 409)
  equal((await bo.open(at(eventId, '/people/nobody'))).status, 404)
  const stranger = await world.visitor((await aMember(world.database, 'Olle')).id)
  equal((await stranger.open(person)).status, 404)
})
