import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Instant, instantAt, plus } from '#platform/time.ts'
import { anEvent, aSignUp } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { freshWorld, type World } from '../../../test/world.ts'
import type { Db, NewSignUp } from '../tables.ts'
import { sendDueLetters } from './send-due-letters.ts'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

const db = (): Db => world.database.as()
const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`

/** What the clock writes at a time, as subjects by address. */
async function written(now: Instant, batchMax?: number): Promise<Record<string, string[]>> {
  world.clock.now = now
  const earlier = (await world.mails()).length
  await sendDueLetters(db(), now, { url, ...(batchMax !== undefined && { batchMax }) })
  const fresh = (await world.mails()).slice(earlier)
  const all: Record<string, string[]> = {}
  for (const { to_address, subject } of fresh) (all[to_address] ??= []).push(subject)
  return all
}

/** Somebody signed up for an event, by name. */
const signedUp = (eventId: string, name: string, given: Partial<NewSignUp> = {}) =>
  aSignUp(world.database, eventId, { name, email: `${name.toLowerCase()}@${eventId}.example.org`, ...given })

const of = (eventId: string, mails: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(mails)
      .filter(([address]) => address.includes(eventId))
      .map(([address, subjects]) => [address.split('@')[0] ?? '', subjects]),
  )

test('a week before, everybody with a seat is asked whether they still come; those who wait are left in peace', async () => {
  const id = await anEvent(world.database, instantAt('2026-12-03', '12:00'))
  await signedUp(id, 'Amina')
  const bo = await signedUp(id, 'Bo', { language: 'en' })
  await signedUp(id, 'Carmen', { language: 'es', brought_by: bo })
  await aSignUp(world.database, id, { name: 'Bo', named: 0, email: null, brought_by: bo })
  await signedUp(id, 'Dora', { state: 'waiting' })
  await signedUp(id, 'Elias', { state: 'held', confirmed_at: null, held_until: '2026-12-02T08:00:00.000Z' })
  deepEqual(of(id, await written(instantAt('2026-11-26', '07:59'))), {})
  deepEqual(of(id, await written(instantAt('2026-11-26', '08:00'))), {
    amina: ['Kan du fortfarande komma? Ett möte, 3 dec. 2026'],
    bo: ['Can you still come? A meeting, Dec 3, 2026'],
    carmen: ['¿Puedes venir? Ett möte, 3 dic 2026'],
  })
  deepEqual(of(id, await written(instantAt('2026-11-26', '08:05'))), {}, 'once')

  const visitor = await world.visitor()
  const own = /\S+\/sign-ups\/\w+\/cancel/.exec(
    (await lastMailTo(world, `amina@${id}.example.org`)).text_body,
  )?.[0]
  match(String(own), /\/sv\/sign-ups\/\w{40}\/cancel$/)
  equal((await visitor.open(String(own).replace('http://localhost:3000', ''))).status, 200)
})

test('the day before at eight, everybody is told, and those who wait that they still do', async () => {
  const id = await anEvent(world.database, instantAt('2026-12-10', '07:30'))
  await signedUp(id, 'Amina')
  await signedUp(id, 'Dora', { state: 'waiting' })
  const mails = of(id, await written(instantAt('2026-12-09', '08:00')))
  deepEqual(mails, { amina: ['I morgon: Ett möte'], dora: ['Du står kvar på väntelistan: Ett möte'] })
  const { text_body } = await lastMailTo(world, `dora@${id}.example.org`)
  match(text_body, /Du är nummer 1 på väntelistan/)
  match((await lastMailTo(world, `amina@${id}.example.org`)).text_body, /10 december 2026/)
})

test('whoever signed up, or was written to, in the twelve hours before is not reminded', async () => {
  const id = await anEvent(world.database, instantAt('2026-12-17', '12:00'))
  const moment = instantAt('2026-12-16', '08:00')
  await signedUp(id, 'Early', { confirmed_at: plus(moment, { hours: -13 }) })
  await signedUp(id, 'Late', { confirmed_at: plus(moment, { hours: -11 }) })
  await signedUp(id, 'Later', { confirmed_at: plus(moment, { hours: 1 }) })
  const moved = await signedUp(id, 'Moved')
  const link = { token_hash: `link of ${moved}`, sign_up_id: moved, created_at: plus(moment, { hours: -1 }) }
  await db().insertInto('personal_link').values(link).execute()
  deepEqual(Object.keys(of(id, await written(plus(moment, { hours: 2 })))), ['early'])
})

test('nothing is sent about an event that was called off, and an event that was moved is reminded of for its new day', async () => {
  const calledOff = await anEvent(world.database, instantAt('2027-01-21', '12:00'), {
    cancelled_at: '2027-01-10T08:00:00.000Z',
  })
  const moved = await anEvent(world.database, instantAt('2027-01-21', '12:00'))
  for (const id of [calledOff, moved]) await signedUp(id, 'Amina')
  const first = await written(instantAt('2027-01-20', '08:00'))
  deepEqual(of(calledOff, first), {})
  deepEqual(of(moved, first), { amina: ['I morgon: Ett möte'] })
  const times = { starts_at: instantAt('2027-01-28', '12:00'), ends_at: instantAt('2027-01-28', '13:00') }
  await db().updateTable('event').set(times).where('id', '=', moved).execute()
  deepEqual(of(moved, await written(instantAt('2027-01-20', '09:00'))), {})
  deepEqual(of(moved, await written(instantAt('2027-01-27', '08:00'))), { amina: ['I morgon: Ett möte'] })
})

test('over both nights on which clocks change it is eight in the morning', async () => {
  for (const [on, eight] of [
    ['2027-03-28', '2027-03-27T07:00:00.000Z'],
    ['2027-10-31', '2027-10-30T06:00:00.000Z'],
    ['2027-11-01', '2027-10-31T07:00:00.000Z'],
  ] as const) {
    const id = await anEvent(world.database, instantAt(on, '07:00'))
    await signedUp(id, 'Amina')
    deepEqual(of(id, await written(plus(eight, { seconds: -1 }))), {})
    deepEqual(of(id, await written(eight)), { amina: ['I morgon: Ett möte'] })
  }
})

test('many processes at once, in small batches, write each letter once', async () => {
  const id = await anEvent(world.database, instantAt('2027-02-11', '12:00'), { capacity: 60 })
  for (let n = 0; n < 45; n += 1) await signedUp(id, `Person${n}`)
  const now = instantAt('2027-02-10', '08:00')
  await Promise.all([1, 2, 3].map(() => sendDueLetters(db(), now, { url, batchMax: 7 })))
  const addresses = (await world.mails()).map((mail) => mail.to_address).filter((one) => one.includes(id))
  equal(addresses.length, 45)
  equal(new Set(addresses).size, 45)
})

test('the day after, those who came are thanked and asked, and those who did not were missed', async () => {
  const id = await anEvent(world.database, instantAt('2027-02-18', '12:00'))
  const came = { checked_in_at: instantAt('2027-02-18', '11:55') }
  await signedUp(id, 'Amina', came)
  await signedUp(id, 'Bo')
  await aSignUp(world.database, id, { name: 'Walk-in', email: null, walk_in: 1, ...came })
  deepEqual(of(id, await written(instantAt('2027-02-19', '09:59'))), {})
  deepEqual(of(id, await written(instantAt('2027-02-19', '10:00'))), {
    amina: ['Tack för att du kom: Ett möte'],
    bo: ['Vi saknade dig: Ett möte'],
  })
  match((await lastMailTo(world, `amina@${id}.example.org`)).text_body, /\/sv\/evaluations\/\w{40}/)
  ok(!(await lastMailTo(world, `bo@${id}.example.org`)).text_body.includes('/evaluations/'))
  deepEqual(of(id, await written(instantAt('2027-05-20', '10:00'))), {
    amina: ['Ledde det till något? Ett möte'],
  })
  deepEqual(of(id, await written(instantAt('2027-05-21', '10:00'))), {})
})

test('where nobody was counted at the door, nobody is told that they were missed', async () => {
  const id = await anEvent(world.database, instantAt('2027-03-04', '12:00'))
  await signedUp(id, 'Amina')
  deepEqual(of(id, await written(instantAt('2027-03-05', '10:00'))), { amina: ['Efter träffen: Ett möte'] })
  deepEqual(of(id, await written(instantAt('2027-06-03', '10:00'))), {
    amina: ['Ledde det till något? Ett möte'],
  })
})
