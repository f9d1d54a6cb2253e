import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { json, transact } from '#platform/db.ts'
import { checkForm, type Filled } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { aMember, anEvent, aSignUp } from '../../test/cast.ts'
import { cancelEvent } from './cancel-event.ts'
import { createEvent } from './create-event.ts'
import { editEvent } from './edit-event.ts'
import { filledFrom } from './event-filled.ts'
import { EventForm } from './event-form.ts'
import { eventWithId, type ProgrammeEvent } from './events.sql.ts'
import { loadSeries } from './load-series.ts'
import { organisersOf } from './office-events.sql.ts'
import { looksAfter } from './organiser.ts'
import { publishEvent } from './publish-event.ts'
import type { Db, SignUpState } from './tables.ts'

let bed: FreshDatabase
let db: Db
let bo: Member

const now = '2026-11-23T11:00:00.000Z'
const lettersAt = (at: Instant) => ({
  now: at,
  url: (language: string, path: string) => `https://malmoandan.example/${language}${path}`,
  organizer: { name: 'Malmöandan', email: 'hej@example.org' },
})
const letters = lettersAt(now)

before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  bo = await aMember(bed.db, 'Bo', 'city')
  await transact(db, (tx) => loadSeries(tx, now))
})
after(() => bed.close())

const filled: Filled = {
  series: 'malmo-hour',
  'title.sv': 'Vad händer på Möllan?',
  'lead.sv': 'Kom och lyssna.',
  place_name: 'Biblioteket',
  spoken: ['sv'],
  date: '2026-12-10',
  starts: '12:00',
  ends: '13:00',
  capacity: '2',
}

function formOf(fields: Filled): EventForm {
  const answer = checkForm(fields, EventForm)
  if (answer.ok) return answer.value
  throw new Error(JSON.stringify(answer.mistakes))
}

const stored = async (id: string): Promise<ProgrammeEvent> => {
  const event = await eventWithId(db, id)
  ok(event)
  return event
}
const why = { 'reason.sv': 'Salen är bokad.' }
const edited = async (id: string, change: Filled): Promise<EventForm> =>
  formOf({ ...filledFrom(await stored(id), await organisersOf(db, id)), ...change })

const publishedEvent = async (change: Filled = {}): Promise<string> => {
  const id = await createEvent(db, bo, formOf({ ...filled, ...change }), letters)
  equal(await publishEvent(db, bo, id, now), null)
  return id
}

let people = 0
async function signedUp(eventId: string, state: SignUpState, language: 'sv' | 'es' = 'sv'): Promise<string> {
  people += 1
  const email = `sign-up-${people}@example.org`
  const queued_at = new Date(Date.parse(now) + people).toISOString()
  const id = `sign-up-${people}`
  await aSignUp(bed.db, eventId, { id, email, name: `Person ${people}`, language, state, queued_at })
  return email
}

const mailsTo = (email: string) =>
  db
    .selectFrom('mail')
    .select(['subject', 'calendar', 'calendar_method', 'language'])
    .where('to_address', '=', email)
    .orderBy('id')
    .execute()

const recordOf = async (about: string): Promise<string[]> =>
  (await db.selectFrom('record').select('what').where('about', '=', about).orderBy('id').execute()).map(
    ({ what }) => what,
  )

test('a new event is a draft at an address of its title, and of its date where that is taken', async () => {
  const [first, second] = [
    await createEvent(db, bo, formOf(filled), letters),
    await createEvent(db, bo, formOf(filled), letters),
  ]
  const event = await stored(first)
  deepEqual([event.slug, event.published_at, event.sequence], ['vad-hander-pa-mollan', null, 0])
  equal((await stored(second)).slug, 'vad-hander-pa-mollan-2026-12-10')
  deepEqual(await recordOf(first), ['event-drafted'])
})

test('two drafts of one name in the same second both get an address', async () => {
  const form = formOf({ ...filled, 'title.sv': 'Samtidigt' })
  const ids = await Promise.all([1, 2, 3, 4].map(() => createEvent(db, bo, form, letters)))
  const slugs = await Promise.all(ids.map(async (id) => (await stored(id)).slug))
  equal(new Set(slugs).size, 4)
})

test('organisers, known or new, look after their event and are told once', async () => {
  const amina = await aMember(bed.db, 'Amina')
  const organisers = `${amina.email}\nLeo <leo@example.org>`
  const id = await createEvent(db, bo, formOf({ ...filled, organisers }), letters)
  deepEqual(
    (await organisersOf(db, id)).map(({ name }) => name),
    ['Amina', 'Leo'],
  )
  ok(await looksAfter(db, amina, id))
  const other = await createEvent(db, bo, formOf(filled), letters)
  equal(await looksAfter(db, amina, other), false)
  ok(await looksAfter(db, bo, other))
  equal((await mailsTo('leo@example.org')).length, 1)

  equal(await editEvent(db, bo, id, await edited(id, { organisers: 'leo@example.org' }), letters), null)
  equal(await looksAfter(db, amina, id), false)
  equal(await editEvent(db, bo, id, await edited(id, { organisers }), letters), null)
  equal((await mailsTo(amina.email)).length, 1)
  equal((await mailsTo('leo@example.org')).length, 1)
})

test('publishing opens a draft once, and not when it has begun', async () => {
  const id = await publishedEvent()
  equal((await stored(id)).published_at, now)
  equal(await publishEvent(db, bo, id, now), 'already-published')
  const late = await createEvent(db, bo, formOf(filled), letters)
  equal(await publishEvent(db, bo, late, '2026-12-10T11:00:00.000Z'), 'begins-in-the-past')
})

test('moving an event tells everybody who comes or waits, and their calendars', async () => {
  const id = await publishedEvent()
  const [seat, waiting, gone] = [
    await signedUp(id, 'seat', 'es'),
    await signedUp(id, 'waiting'),
    await signedUp(id, 'seat'),
  ]
  await db
    .updateTable('sign_up')
    .set({ state: 'cancelled', cancelled_at: now, ended_because: 'given-back' })
    .where('email', '=', gone)
    .execute()

  equal(
    await editEvent(
      db,
      bo,
      id,
      await edited(id, { ...why, starts: '13:00', ends: '14:00', capacity: '1' }),
      letters,
    ),
    null,
  )
  const [mail] = await mailsTo(seat)
  equal(mail?.language, 'es')
  equal(mail?.calendar_method, 'REQUEST')
  const component = new ICAL.Component(ICAL.parse(mail?.calendar ?? '')).getFirstSubcomponent('vevent')
  ok(component)
  const entry = new ICAL.Event(component)
  equal(entry.uid, `${id}@malmoandan`)
  equal(entry.startDate.toString(), '2026-12-10T13:00:00')
  ok(entry.sequence >= 1)
  equal((await mailsTo(waiting)).length, 1)
  equal((await mailsTo(gone)).length, 0)
})

test('putting a text right troubles nobody, and new places go to those who wait', async () => {
  const id = await publishedEvent({ capacity: '1' })
  const [seat, waiting] = [await signedUp(id, 'seat'), await signedUp(id, 'waiting')]
  equal(await editEvent(db, bo, id, await edited(id, { 'lead.en': 'Come and listen.' }), letters), null)
  equal(
    await editEvent(db, bo, id, await edited(id, { capacity: '2' }), lettersAt('2026-11-23T12:00:00.000Z')),
    null,
  )
  equal((await mailsTo(seat)).length, 0)
  equal((await mailsTo(waiting)).length, 1)
  const event = await stored(id)
  deepEqual([event.seats_taken, event.sequence], [2, 0])
})

test('nobody loses a seat: the rule says so, and so does the database', async () => {
  const id = await publishedEvent()
  await signedUp(id, 'seat')
  await signedUp(id, 'seat')
  equal(await editEvent(db, bo, id, await edited(id, { capacity: '1' }), letters), 'seats-already-taken')
  await db
    .updateTable('event')
    .set({ capacity: 1 })
    .where('id', '=', id)
    .execute()
    .then(
      () => ok(false, 'the database let it pass'),
      (error: unknown) => ok(/check constraint/i.test(String(error))),
    )
})

test('of two editors the second is told that the first was faster', async () => {
  const id = await publishedEvent()
  const [first, second] = [
    await edited(id, { 'lead.sv': 'Först.' }),
    await edited(id, { 'lead.sv': 'Sedan.' }),
  ]
  equal(await editEvent(db, bo, id, first, lettersAt('2026-11-23T12:00:00.000Z')), null)
  equal(await editEvent(db, bo, id, second, lettersAt('2026-11-23T12:00:01.000Z')), 'changed-meanwhile')
  deepEqual((await stored(id)).lead, { sv: 'Först.' })
})

test('calling off keeps the event, says why, and takes it out of calendars under the same id', async () => {
  const id = await publishedEvent()
  const seat = await signedUp(id, 'seat')
  equal(await cancelEvent(db, bo, id, { reason: { sv: 'Föreläsaren är sjuk.' } }, letters), null)
  const [mail] = await mailsTo(seat)
  equal(mail?.calendar_method, 'CANCEL')
  ok(mail?.calendar?.includes(`UID:${id}@malmoandan`))
  const event = await stored(id)
  deepEqual(
    [event.cancelled_at, event.sequence, event.cancel_reason],
    [now, 1, { sv: 'Föreläsaren är sjuk.' }],
  )
  equal(await cancelEvent(db, bo, id, { reason: { sv: 'Igen.' } }, letters), 'already-cancelled')
  equal((await mailsTo(seat)).length, 1)
  deepEqual((await recordOf(id)).slice(-2), ['event-published', 'event-cancelled'])
})

test('what people need is wiped a while after the event, also when the event is moved', async () => {
  const id = await anEvent(bed.db, '2026-12-03T11:00:00.000Z', { lead: json({ sv: 'Kom.' }) })
  const need = { access: 'Rullstol', interpretation: null, diet: null, wipe_on: '2026-12-17' }
  await signedUp(id, 'seat')
  await db
    .insertInto('sign_up_need')
    .values({ sign_up_id: `sign-up-${people}`, ...need })
    .execute()
  equal(await editEvent(db, bo, id, await edited(id, { ...why, date: '2027-01-03' }), letters), null)
  const kept = await db
    .selectFrom('sign_up_need')
    .select('wipe_on')
    .where('sign_up_id', '=', `sign-up-${people}`)
    .executeTakeFirst()
  equal(kept?.wipe_on, '2027-01-17')
})
