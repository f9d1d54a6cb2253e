import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent, aSignUp } from '../../../../test/cast.ts'
import { baseUrl, firstNoon, freshWorld, type Visitor, type World } from '../../../../test/world.ts'
import { appointments, worksOf } from '../../../schedule.ts'
import type { Db } from '../../tables.ts'
import { refusalToAsk, refusalToCommit } from './commitment.rules.ts'
import { commitmentsOf } from './commitments.sql.ts'

let world: World
let visitor: Visitor
before(async () => {
  world = await freshWorld()
  visitor = await world.visitor()
})
after(() => world.close())

const db = (): Db => world.database.as()
const ends = plus(firstNoon, { hours: 4 })

/** A forum under way, its wall, and the link of somebody who has signed up. */
async function aForum() {
  world.clock.now = firstNoon
  const eventId = await anEvent(world.database, firstNoon, { ends_at: ends })
  const by =
    (await db().selectFrom('person').select('id').executeTakeFirst()) ??
    (await aMember(world.database, 'Vera'))
  const [wall, own] = [newToken(), newToken()]
  const link = { id: newId(), event_id: eventId, token_hash: hashOf(wall), label: 'Salen', made_by: by.id }
  await db()
    .insertInto('wall_link')
    .values({ ...link, created_at: firstNoon, until: plus(ends, { days: 1 }), ended_at: null })
    .execute()
  const sign_up_id = await aSignUp(world.database, eventId, { name: 'Rut', email: `${eventId}@example.org` })
  const personal = { token_hash: hashOf(own), sign_up_id, created_at: firstNoon }
  await db().insertInto('personal_link').values(personal).execute()
  return {
    eventId,
    wall: `/sv/wall/${wall}`,
    own: `/sv/sign-ups/${own}/commitment`,
    address: `${eventId}@example.org`,
  }
}

const form = (given: Record<string, string> = {}) => ({
  id: newId(),
  words: 'Ringa byalaget',
  weeks: '13',
  ...given,
})
const work = (kind: string) => worksOf(world.database, { baseUrl, mailFrom: 'hej@example.org' })[kind]

test('people promise themselves something from when it begins until a week after', () => {
  const event = { starts_at: firstNoon, ends_at: ends, cancelled_at: null }
  equal(refusalToAsk(event, plus(firstNoon, { minutes: -1 })), 'not-begun')
  equal(refusalToAsk(event, firstNoon), null)
  equal(refusalToAsk(event, plus(ends, { hours: 7 * 24 - 1 })), null)
  equal(refusalToAsk(event, plus(ends, { hours: 7 * 24 })), 'closed')
  equal(refusalToAsk({ ...event, cancelled_at: firstNoon }, firstNoon), 'called-off')
  const counted = { bySignUp: 4, open: 0, capacity: 20 }
  equal(refusalToCommit(event, counted, firstNoon), null)
  equal(refusalToCommit(event, { ...counted, bySignUp: 5 }, firstNoon), 'enough')
  equal(refusalToCommit(event, { ...counted, bySignUp: null, open: 39 }, firstNoon), null)
  equal(refusalToCommit(event, { ...counted, bySignUp: null, open: 40 }, firstNoon), 'too-many')
})

test('without an account: it is on the wall when its writer agrees, and goes when they want it to', async () => {
  const { eventId, wall } = await aForum()
  match((await visitor.open(`${wall}/promise`)).text, /Vad gör du\?/)
  equal((await visitor.send(`${wall}/promise`, form({ words: ' ' }))).status, 422)
  await visitor.send(`${wall}/promise`, form({ words: 'För mig själv', name: 'Rut' }))
  const shown = form({ words: 'Låna ut <nyckeln>', show: 'yes', name: 'Amina' })
  const page = await visitor.send(`${wall}/promise`, shown)
  match(page.path, /my-commitment\/\w+\?new=yes/)
  match(page.text, /Visas med namnet Amina/)
  // The same form twice is one.
  await visitor.send(`${wall}/promise`, shown)
  equal((await commitmentsOf(db(), eventId)).length, 2)
  const board = (await visitor.open(`${wall}/commitments`)).text
  match(board, /Låna ut <nyckeln>/)
  match(board, /Amina/)
  ok(!board.includes('För mig själv'))
  const own = page.path.replace(/\?.*/, '')
  await visitor.send(own, { do: 'off-wall' })
  ok(!(await visitor.open(`${wall}/commitments`)).text.includes('Amina'))
  match((await visitor.send(own, { do: 'forget' })).text, /raderat/)
  const [last] = await commitmentsOf(db(), eventId)
  deepEqual([last?.words, last?.name], [null, null])
})

test('an organizer takes one off the wall and puts it back', async () => {
  const { eventId, wall } = await aForum()
  const member = await aMember(world.database, `Bo${eventId.slice(-6)}`, 'city')
  const organiser = await world.visitor(member.id)
  await visitor.send(`${wall}/promise`, form({ words: 'Något fult', show: 'yes' }))
  const [row] = await commitmentsOf(db(), eventId)
  const desk = `/sv/office/events/${eventId}/rounds`
  const commitment = row?.id ?? ''
  await organiser.send(desk, { do: 'hide-commitment', commitment })
  ok(!(await visitor.open(`${wall}/commitments`)).text.includes('Något fult'))
  await organiser.send(desk, { do: 'show-commitment', commitment })
  match((await visitor.open(`${wall}/commitments`)).text, /Något fult/)
})

test('whoever asks for it is reminded once, on their day, and then we know their address no more', async () => {
  const { own, address } = await aForum()
  const asked = await visitor.open(own)
  equal(asked.root.querySelector('[name="email"]')?.getAttribute('value'), address)
  await visitor.send(own, form({ words: 'Skriva till https://evil.example', remind: 'yes' }))
  const mailsTo = async () => (await world.mails()).filter(({ to_address }) => to_address === address)
  const remind = work('remind-of-commitments')
  ok(appointments.some(({ kind }) => kind === 'remind-of-commitments'))
  world.clock.now = plus(firstNoon, { days: 90 })
  await remind?.({}, world.clock.now)
  equal((await mailsTo()).length, 0)
  world.clock.now = plus(firstNoon, { days: 91 })
  for (let twice = 0; twice < 2; twice += 1) await remind?.({}, world.clock.now)
  const [mail, another] = await mailsTo()
  equal(another, undefined)
  match(mail?.text_body ?? '', /Skriva till/)
  ok(!/https:\/\/evil\.example/.test(mail?.text_body ?? ''), 'what was written is no link')
  const rows = await db().selectFrom('personal_commitment').select(['email', 'reminded_at']).execute()
  ok(rows.some(({ reminded_at }) => reminded_at !== null))
  ok(rows.every(({ email }) => email !== address))
})

test('an address that somebody types is asked first, and forgotten when it does not answer', async () => {
  const { wall } = await aForum()
  equal((await visitor.send(`${wall}/promise`, form({ remind: 'yes' }))).status, 422)
  const [yes, no] = [`ja-${newId()}@example.org`, `nej-${newId()}@example.org`]
  for (const email of [yes, no])
    await visitor.send(`${wall}/promise`, form({ words: 'Min hemlighet', remind: 'yes', email, weeks: '2' }))
  const mails = (await world.mails()).filter(({ to_address }) => to_address === yes)
  equal(mails.length, 1)
  ok(!mails[0]?.text_body.includes('Min hemlighet'), 'anybody can type anybody’s address')
  const link = /\/sv\/my-commitment\/\w+/.exec(mails[0]?.text_body ?? '')?.[0] ?? ''
  match((await visitor.open(link)).text, /Bekräfta adressen/)
  match((await visitor.send(link, { do: 'confirm' })).text, /Kommer 7 dec/)
  world.clock.now = plus(firstNoon, { days: 9 })
  await work('forget-old-things')?.({}, world.clock.now)
  const known = await db()
    .selectFrom('personal_commitment')
    .select('email')
    .where('email', 'in', [yes, no])
    .execute()
  deepEqual(known, [{ email: yes }])
  world.clock.now = plus(firstNoon, { days: 14 })
  await work('remind-of-commitments')?.({}, world.clock.now)
  const after14 = await world.mails()
  equal(after14.filter(({ to_address }) => to_address === no).length, 1)
  equal(after14.filter(({ to_address }) => to_address === yes).length, 2)
})

test('after a year the words are gone, and the number stays', async () => {
  const { eventId, wall } = await aForum()
  await visitor.send(`${wall}/promise`, form({ show: 'yes', name: 'Rut' }))
  world.clock.now = plus(firstNoon, { days: 360 })
  await work('forget-old-things')?.({}, world.clock.now)
  equal((await commitmentsOf(db(), eventId))[0]?.name, 'Rut')
  world.clock.now = plus(firstNoon, { days: 367 })
  await work('forget-old-things')?.({}, world.clock.now)
  const [row, another] = await commitmentsOf(db(), eventId)
  deepEqual([row?.words, row?.name, another], [null, null, undefined])
})

test('the database keeps it so: in time alone, no name without consent, no word changed', async () => {
  const { eventId: event_id } = await aForum()
  const language: Language = 'sv'
  const row = {
    ...{ event_id, sign_up_id: null, words: 'Ett', language, name: null, shown_at: null, hidden_at: null },
    ...{ email: null, remind_on: null, confirmed_at: null, reminded_at: null, forgotten_at: null },
  }
  const add = (given: Partial<typeof row> | Record<string, string | null>) =>
    db()
      .insertInto('personal_commitment')
      .values({ ...row, id: newId(), token_hash: newId(), created_at: firstNoon, ...given })
      .execute()
  await rejects(add({ created_at: plus(firstNoon, { minutes: -1 }) }))
  await rejects(add({ created_at: plus(ends, { hours: 7 * 24 }) }))
  await rejects(add({ name: 'Rut' }), 'named, and not on the wall')
  await rejects(add({ words: null }), 'forgotten without a time')
  await rejects(add({ email: 'Rut@example.org', remind_on: '2027-01-01' }), 'an address as typed')
  await rejects(add({ email: 'rut@example.org' }), 'an address for nothing')
  await rejects(add({ reminded_at: firstNoon }), 'reminded without having confirmed')
  await add({})
  const change = (set: Record<string, string>) =>
    db().updateTable('personal_commitment').set(set).where('event_id', '=', event_id).execute()
  await rejects(change({ words: 'Två' }))
  await rejects(change({ forgotten_at: firstNoon }), 'forgotten with its words')
})
