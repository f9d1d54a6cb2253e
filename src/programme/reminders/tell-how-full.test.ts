import { deepEqual, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { tellHowFull } from './tell-how-full.ts'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

const db = (): Db => world.database.as()
const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`

/** Those who are mailed now, and the subject. */
async function told(): Promise<string[]> {
  const earlier = (await world.mails()).length
  await Promise.all([1, 2].map(() => tellHowFull(db(), world.clock.now, { url })))
  return (await world.mails()).slice(earlier).map(({ to_address, subject }) => `${to_address}: ${subject}`)
}

const seats = async (eventId: string, many: number): Promise<void> => {
  for (let n = 0; n < many; n += 1) await aSignUp(world.database, eventId)
}

test('all organisers are told at half, at four fifths and when it is full, each once, though seats are given back', async () => {
  const id = await anEvent(world.database, plus(firstNoon, { days: 20 }), { capacity: 10 })
  for (const name of ['Klara', 'Omar']) {
    const { id: person } = await aMember(world.database, name)
    await db().insertInto('event_organiser').values({ event_id: id, person_id: person }).execute()
  }
  await seats(id, 4)
  deepEqual(await told(), [])
  await seats(id, 1)
  deepEqual(await told(), [
    'klara@example.org: 50 procent fullt: Ett möte',
    'omar@example.org: 50 procent fullt: Ett möte',
  ])
  deepEqual(await told(), [])
  await seats(id, 5)
  await aSignUp(world.database, id, { state: 'waiting' })
  deepEqual((await told()).length, 2)
  const { text_body } = await lastMailTo(world, 'klara@example.org')
  match(text_body, /Platser: 10 av 10\n.*väntelistan: 1/)
  await db().deleteFrom('sign_up').where('event_id', '=', id).where('state', '=', 'seat').execute()
  await seats(id, 8)
  deepEqual(await told(), [])
  await seats(id, 2)
  deepEqual(await told(), [])
})

test('the coordinators are told of an event without organisers; nobody of one that is over or called off', async () => {
  await coordinatorOf(world.database, 'city', 'Bo')
  await coordinatorOf(world.database, 'civil-society', 'Amina')
  const id = await anEvent(world.database, plus(firstNoon, { days: 20 }), { capacity: 5 })
  const over = await anEvent(world.database, plus(firstNoon, { days: -2 }), { capacity: 1 })
  const calledOff = await anEvent(world.database, plus(firstNoon, { days: 20 }), {
    ...{ capacity: 1, cancelled_at: firstNoon },
  })
  for (const one of [over, calledOff]) await seats(one, 1)
  await seats(id, 4)
  deepEqual((await told()).sort(), [
    'amina@example.org: 80 procent fullt: Ett möte',
    'bo@example.org: 80 procent fullt: Ett möte',
  ])
})
