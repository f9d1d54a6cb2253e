import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import type { RecordTables } from '#platform/record.ts'
import { plus } from '#platform/time.ts'
import { anEvent, aSignUp } from '../../../test/cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { ProgrammeTables } from '../tables.ts'

type Tables = ProgrammeTables & RecordTables

let world: World
let bo: Visitor
let amina: Visitor
before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  amina = await world.visitor(await coordinatorOf(world.database, 'civil-society', 'Amina'))
})
after(() => world.close())

const starts = plus(firstNoon, { hours: 1 })
const db = () => world.database.as<Tables>()
const minute = (number: number): string => plus(firstNoon, { minutes: number })

interface Sent {
  kind: 'in' | 'undo' | 'walk-in'
  nonce: string
  at: string
  device: string
  signUp?: string
  knew?: number
  name?: string
  capacity?: string
}
const letIn = (signUp: string, at: string, device = 'A'): Sent => ({
  ...{ kind: 'in', nonce: newId(), at, device, signUp },
})

const send = (visitor: Visitor, event: string, scans: readonly Sent[]) =>
  visitor.sendJson(`/sv/office/events/${event}/door/scans`, { scans })

const stateOf = (event: string) =>
  db()
    .selectFrom('sign_up')
    .select(['id', 'name', 'state', 'checked_in_at'])
    .where('event_id', '=', event)
    .orderBy('id')
    .execute()

const happened = async (event: string, what: string): Promise<number> =>
  (await db().selectFrom('record').select('id').where('about', '=', event).where('what', '=', what).execute())
    .length

/** The same order every time, and yet none that anybody would think of. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648)
  return list
    .map((one) => ({ one, by: next() }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ one }) => one)
}

test('150 check-ins on two devices without a net, sent in any order and again and again: 150 in, none lost', async () => {
  const event = await anEvent(world.database, starts, { capacity: 150 })
  const people: string[] = []
  for (let number = 0; number < 150; number += 1)
    people.push(await aSignUp(world.database, event, { name: `Person ${number}` }))
  world.clock.now = minute(55)
  // The first device let in numbers 0 to 89, the second 70 to 149: twenty came twice, or showed a code twice.
  const first = people.slice(0, 90).map((id, index) => letIn(id, minute(index % 50), 'A'))
  const second = people.slice(70).map((id, index) => letIn(id, minute((index + 7) % 50), 'B'))
  const repeated = [...first, ...second, ...first.slice(0, 60), ...second.slice(20)]
  const batches = Array.from({ length: 30 }, (_, index) => index)
  const all = shuffled(repeated, 7)
  await Promise.all(
    batches.map(async (index) => {
      const scans = all.filter((_, at) => at % batches.length === index)
      const answer = await send(index % 2 === 0 ? bo : amina, event, scans)
      equal(answer.status, 200, answer.html)
      const { outcomes } = JSON.parse(answer.html) as { outcomes: { nonce: string; outcome: string }[] }
      deepEqual(
        outcomes,
        scans.map(({ nonce }) => ({ nonce, outcome: 'done' })),
      )
    }),
  )
  const stood = await stateOf(event)
  equal(stood.filter(({ checked_in_at }) => checked_in_at).length, 150)
  const earliest = (id: string): string | undefined =>
    [...first, ...second]
      .filter(({ signUp }) => signUp === id)
      .map(({ at }) => at)
      .sort()[0]
  for (const { id, checked_in_at } of stood) equal(checked_in_at, earliest(id))
  const kept = await db().selectFrom('door_scan').select('nonce').where('event_id', '=', event).execute()
  equal(kept.length, 170)
  equal(await happened(event, 'checked-in'), 150)
  equal(await happened(event, 'let-in-twice'), 20)
  const page = await bo.open(`/sv/office/events/${event}/door`)
  match(page.text, /150 av 150 har kommit/)
  match(page.text, /20 personer släpptes in två gånger/)
  match(page.text, /Person 70 släpptes in mer än en gång: kl\.\s12\.07 av \w+ och kl\.\s12\.20 av \w+/)
})

test('who was let in without a net and had given the seat back meanwhile is in: so it happened at the door', async () => {
  const event = await anEvent(world.database, starts, { capacity: 1 })
  const id = await aSignUp(world.database, event, {
    ...{ state: 'cancelled', cancelled_at: minute(1), ended_because: 'given-back' },
  })
  await aSignUp(world.database, event)
  world.clock.now = minute(20)
  equal((await send(bo, event, [letIn(id, minute(5))])).status, 200)
  const { state, checked_in_at } = (await stateOf(event)).find((row) => row.id === id) ?? {}
  deepEqual([state, checked_in_at], ['seat', minute(5)])
  equal(await happened(event, 'let-in-anyway'), 1)
})

test('who gave the seat back and signed up again is let in as signed up', async () => {
  const event = await anEvent(world.database, starts)
  const email = 'dina@example.org'
  const given = { state: 'cancelled', cancelled_at: minute(1), ended_because: 'given-back', email } as const
  const old = await aSignUp(world.database, event, given)
  const again = await aSignUp(world.database, event, { email })
  equal((await send(bo, event, [letIn(old, minute(5))])).status, 200)
  deepEqual(
    (await stateOf(event)).map(({ id, state, checked_in_at }) => [id, state, checked_in_at]),
    [
      [old, 'cancelled', null],
      [again, 'seat', minute(5)],
    ],
  )
})

test('somebody written up without a net, taken back, and all of it told in the wrong order, is not in', async () => {
  const event = await anEvent(world.database, starts, { capacity: 1 })
  const walkIn: Sent = {
    ...{ kind: 'walk-in', nonce: newId(), at: minute(3), device: 'A', name: 'Gun', capacity: 'resident' },
  }
  const undo: Sent = { ...letIn(walkIn.nonce, minute(4)), kind: 'undo', knew: 0 }
  await send(bo, event, [undo])
  await send(bo, event, [walkIn, undo, walkIn])
  deepEqual(
    (await stateOf(event)).map(({ name, state, checked_in_at }) => [name, state, checked_in_at]),
    [['Gun', 'cancelled', null]],
  )
  await send(bo, event, [letIn(walkIn.nonce, minute(6))])
  equal((await stateOf(event))[0]?.checked_in_at, minute(6))
})

test('a walk-in into a full room with kept seats makes one seat more, and takes a kept one of its own sector', async () => {
  const event = await anEvent(world.database, starts, { capacity: 2, kept_until: starts })
  const kept = { event_id: event, capacity: 'civil-society', kept: 1, taken: 0 } as const
  await db().insertInto('event_sector').values(kept).execute()
  await aSignUp(world.database, event, { capacity: 'resident' })
  const walkIn = (capacity: string): Sent => ({
    ...{ kind: 'walk-in', nonce: newId(), at: minute(3), device: 'A', name: capacity, capacity },
  })
  const seats = () =>
    db()
      .selectFrom('event')
      .select(['capacity', 'seats_taken', 'seats_kept'])
      .where('id', '=', event)
      .executeTakeFirst()
  await send(bo, event, [walkIn('business')])
  deepEqual(await seats(), { capacity: 3, seats_taken: 2, seats_kept: 1 })
  await send(bo, event, [walkIn('civil-society')])
  deepEqual(await seats(), { capacity: 3, seats_taken: 3, seats_kept: 0 })
  equal(await happened(event, 'let-in-anyway'), 1)
})

test('what is no scan, comes as a form, or is about another event changes nothing', async () => {
  const [event, other] = [await anEvent(world.database, starts), await anEvent(world.database, starts)]
  const stranger = await aSignUp(world.database, other)
  const path = `/sv/office/events/${event}/door/scans`
  equal((await bo.send(path, { scans: '[]' })).status, 415)
  for (const scans of [[], 'x', [{ kind: 'in' }], [{ ...letIn(stranger, 'yesterday') }]])
    equal((await bo.sendJson(path, { scans })).status, 422)
  const answer = await send(bo, event, [letIn(stranger, minute(1)), letIn(newId(), minute(1))])
  match(answer.html, /no-such-sign-up/)
  equal((await stateOf(other))[0]?.checked_in_at, null)
  const late = letIn(await aSignUp(world.database, event), plus(starts, { hours: -30 }))
  match((await send(bo, event, [late])).html, /not-the-day/)
  ok((await stateOf(event)).every(({ checked_in_at }) => checked_in_at === null))
})
