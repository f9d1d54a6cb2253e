import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ForumTables } from '#forum/index.ts'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import { aSignUp } from '../../../test/cast.ts'
import { aSeatedForum, ownLink, type SeatedForum } from '../../../test/seated-forum.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'

let world: World
let forum: SeatedForum
let organiser: Visitor
let walkIn: string
const startsAt = '2026-11-24T12:00:00.000Z'
const personNumber = (number: number): string => forum.people[number - 1] ?? ''
const missing = [4, 8, 11]

before(async () => {
  world = await freshWorld({ now: plus(startsAt, { minutes: 5 }) })
  forum = await aSeatedForum(world.database, { startsAt, tables: 4, seats: 5, rounds: 3 })
  await tables()
    .insertInto('event_organiser')
    .values({ event_id: forum.eventId, person_id: forum.by })
    .execute()
  organiser = await world.visitor(forum.by)
  await tables()
    .updateTable('sign_up')
    .set({ checked_in_at: startsAt })
    .where('event_id', '=', forum.eventId)
    .where('id', 'not in', missing.map(personNumber))
    .execute()
  const host = { event_id: forum.eventId, sign_up_id: personNumber(4), part: 'host' } as const
  await tables()
    .insertInto('seated_person')
    .values({ ...host, fixed_table: null, rounds: null })
    .execute()
  walkIn = await aSignUp(world.database, forum.eventId, {
    ...{ name: 'Olof Oväntad', email: null, walk_in: 1, checked_in_at: startsAt },
  })
})
after(() => world.close())

const tables = () => world.database.as<ForumTables & ProgrammeTables>()
const address = () => `/en/office/events/${forum.eventId}/seating/door`
const seatsOf = (signUpId: string) =>
  tables().selectFrom('table_seat').selectAll().where('sign_up_id', '=', signUpId).orderBy('round').execute()
const everySeat = () =>
  tables().selectFrom('table_seat').selectAll().orderBy('round').orderBy('sign_up_id').execute()
const lastProposal = () =>
  tables()
    .selectFrom('reseating')
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
const propose = (given: Record<string, string | string[]> = {}) =>
  organiser.send(address(), {
    ...{ do: 'propose', after: '0', away: missing.map(personNumber), seat: [walkIn] },
    ...given,
  })

test('those who are not checked in are ticked as missing, and those who came are ticked to be seated', async () => {
  const page = await organiser.open(address())
  const ticked = page.root
    .querySelectorAll('input[type=checkbox][checked]')
    .map((box) => box.getAttribute('value'))
  deepEqual(ticked.toSorted(), [...missing.map(personNumber), walkIn].toSorted())
  match(page.text, /3 people are not checked in[\s\S]*One person has no table/)
})

test('with one checked in nobody is ticked as missing, it says why, and a link ticks them all', async () => {
  const everybody = tables().updateTable('sign_up').where('event_id', '=', forum.eventId)
  const before = await tables().selectFrom('sign_up').select(['id', 'checked_in_at']).execute()
  await everybody.set({ checked_in_at: null }).where('id', '!=', personNumber(1)).execute()
  const tickedOn = (page: { root: typeof first.root }) =>
    page.root.querySelectorAll('input[name="away"][checked]').length
  const first = await organiser.open(address())
  equal(tickedOn(first), 0)
  match(first.text, new RegExp(`Only 1 of ${forum.people.length} are checked in`))
  const all = await organiser.open(first.link('Tick all who are not checked in'))
  equal(tickedOn(all), forum.people.length - 1)
  for (const { id, checked_in_at } of before)
    await tables().updateTable('sign_up').set({ checked_in_at }).where('id', '=', id).execute()
})

test('what is proposed is shown with names and reasons before any seat changes', async () => {
  const before = await everySeat()
  equal((await propose()).status, 200)
  const page = await organiser.open(address())
  match(page.text, /Proposal: /)
  match(page.text, /Table 4 has no host: Person 004 is not here\. Person \d+ sits there next/)
  match(page.text, /Get a table[\s\S]*Olof Oväntad/)
  deepEqual(await everySeat(), before)
  const { proposal } = await lastProposal()
  ok(
    proposal.moved.length < proposal.toldSeats / 4,
    `${proposal.moved.length} of ${proposal.toldSeats} seats`,
  )
})

test('a proposal from older seats is refused, on the page and by the database', async () => {
  const { id } = await lastProposal()
  await tables().updateTable('seating').set({ version: 2 }).execute()
  const answer = await organiser.send(address(), { do: 'take', proposal: id })
  equal(answer.status, 409)
  match(answer.text, /so that nothing is overwritten/)
  const taken = { taken_at: startsAt, taken_by: forum.by }
  await rejects(tables().updateTable('reseating').set(taken).where('id', '=', id).execute(), /have changed/)
  await rejects(
    tables()
      .updateTable('reseating')
      .set({ proposal: json({}) })
      .where('id', '=', id)
      .execute(),
    /stands/,
  )
  const row = { id: newId(), event_id: forum.eventId, version: 2, after_round: 0, proposal: json({}) }
  await rejects(
    tables()
      .insertInto('reseating')
      .values({ ...row, made_by: forum.by, made_at: startsAt, ...taken })
      .execute(),
    /before it is taken/,
  )
})

test('once it is taken everybody who came has a seat, those who moved are told, and nobody else is', async () => {
  await propose()
  const { id, proposal } = await lastProposal()
  const mailsBefore = (await world.mails()).length
  equal((await organiser.send(address(), { do: 'take', proposal: id })).status, 200)
  equal((await seatsOf(walkIn)).length, 3)
  for (const number of missing) deepEqual(await seatsOf(personNumber(number)), [])
  const told = (await world.mails()).slice(mailsBefore)
  const movers = [...new Set(proposal.moved.map(({ signUpId }) => signUpId))]
  equal(told.length, movers.length)
  for (const { signUpId, round, to } of proposal.moved) {
    const seat = (await seatsOf(signUpId)).find((one) => one.round === round)
    equal(seat?.table_id, forum.tables[to - 1])
    const page = await (
      await world.visitor()
    ).open(`/en/sign-ups/${await ownLink(world.database, signUpId)}/tables`)
    match(page.text, new RegExp(`table in round ${round} is now ${to}`))
  }
  const wall = await organiser.open(`/en/office/events/${forum.eventId}/seating/print/changes`)
  match(wall.text, /Olof Oväntad/)
  equal((await organiser.send(address(), { do: 'take', proposal: id })).status, 409)
})

test('whoever comes after all is seated again, in the rounds to come alone', async () => {
  await tables()
    .insertInto('round_run')
    .values({
      ...{ event_id: forum.eventId, round: 1, started_at: startsAt, started_by: null },
      ...{ ends_at: plus(startsAt, { minutes: 25 }), ended_at: null },
    })
    .execute()
  const late = personNumber(8)
  await tables().updateTable('sign_up').set({ checked_in_at: startsAt }).where('id', '=', late).execute()
  const round1 = (await everySeat()).filter(({ round }) => round === 1)
  await propose({ after: '1', away: [], seat: [late] })
  await organiser.send(address(), { do: 'take', proposal: (await lastProposal()).id })
  deepEqual(
    (await seatsOf(late)).map(({ round }) => round),
    [2, 3],
  )
  deepEqual(
    (await everySeat()).filter(({ round }) => round === 1),
    round1,
  )
})

test('what cannot be worked out is said, with what to do', async () => {
  const nobody = await propose({ away: [], seat: [] })
  equal(nobody.status, 409)
  match(nobody.text, /Tick at least one person/)
})

test('every print is there in each language, with names as Swedes look for them', async () => {
  for (const print of ['signs', 'list', 'cards', 'hosts', 'interpreters', 'changes'])
    for (const language of ['sv', 'en', 'es']) {
      const page = await organiser.open(`/${language}/office/events/${forum.eventId}/seating/print/${print}`)
      equal(page.status, 200, print)
      ok(page.root.querySelector('.paper'))
    }
  equal((await organiser.open(`/sv/office/events/${forum.eventId}/seating/print/other`)).status, 404)
})

test('cards are in the language of each, and a list says in all three of which event it is', async () => {
  const print = (kind: string) => organiser.open(`/sv/office/events/${forum.eventId}/seating/print/${kind}`)
  await tables().updateTable('sign_up').set({ language: 'es' }).where('id', '=', personNumber(2)).execute()
  const cards = (await print('cards')).root.querySelectorAll('.own-card')
  const [own] = cards.filter((one) => /Person 002/.test(one.text))
  equal(own?.getAttribute('lang'), 'es')
  match(own?.text ?? '', /martes, 24 de noviembre de 2026.*Ronda 1/s)
  match(cards.find((one) => /Person 003/.test(one.text))?.text ?? '', /tisdag 24 november 2026.*Runda 1/s)
  const list = (await print('list')).root.querySelector('.paper')?.text ?? ''
  match(
    list,
    /Ett möte.*tisdag 24 november.*Tuesday, November 24.*martes, 24.*Runda 2 \/ Round 2 \/ Ronda 2/s,
  )
  match((await print('signs')).text, /Bord.*Table.*Mesa/s)
})

test('a name is found at the door among many, and what was ticked before is kept', async () => {
  const [ticked, sought] = [personNumber(5), personNumber(9)]
  const page = await organiser.send(address(), {
    do: 'search',
    q: 'PERSÓN 009',
    leaves: [ticked],
    after: '1',
  })
  equal(page.status, 200)
  match(page.text, /One match/)
  const boxes = page.root.querySelectorAll('[name=leaves]')
  equal(boxes[0]?.getAttribute('value'), sought)
  deepEqual(
    boxes.filter((one) => one.hasAttribute('checked')).map((one) => one.getAttribute('value')),
    [ticked],
  )
  match((await organiser.open(`${address()}?q=009`)).text, /One match/)
})
