import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { anEvent, aSignUp } from '../../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { askForSeat, signUpAndConfirm } from '../../../test/signing-up.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { releaseSeats } from '../sign-up/index.ts'
import type { ProgrammeTables } from '../tables.ts'
import { refusalToKeep } from './keep-seats.rules.ts'

let world: World
let bo: Visitor
before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
})
after(() => world.close())

const inTwoWeeks = plus(firstNoon, { days: 14 })
const share = async (id: string, fields: Record<string, string>) =>
  bo.press(await bo.open(`/sv/office/events/${id}/seats`), 'Spara', fields)

const letters = () => ({
  now: world.clock.now,
  url: (language: string, path: string) => `http://localhost:3000/${language}${path}`,
  organizer: { name: 'M', email: 'hej@example.org' },
})

test('kept seats are shown, held for their sector, and released on the morning that the page says', async () => {
  const id = await anEvent(world.database, inTwoWeeks, { capacity: 2 })
  const saved = await share(id, { 'kept.elected': '1', until: '2026-12-01' })
  match(saved.text, /Sparat/)
  const visitor = await world.visitor()
  const page = await visitor.open(`/sv/events/${id}`)
  match(page.text, /1 plats är reserverad för förtroendevalda, 0 av dem är tagna/)
  match(page.text, /Den 1 dec\. 2026 släpps de reserverade platserna till alla/)

  await signUpAndConfirm(world, visitor, id, {
    name: 'Amina',
    email: 'amina@example.org',
    capacity: 'resident',
  })
  const form = await visitor.open(`/sv/events/${id}/sign-up`)
  match(form.text, /Just nu finns plats för förtroendevalda\. Andra hamnar på väntelistan/)
  const waiting = { name: 'Dora', email: 'dora@example.org', capacity: 'resident' }
  match((await signUpAndConfirm(world, visitor, id, waiting)).text, /nummer 1 på väntelistan/)
  const elected = { name: 'Elias', email: 'elias@example.org', capacity: 'civil-servant' }
  match((await signUpAndConfirm(world, visitor, id, elected)).text, /nummer 1 på väntelistan/)

  world.clock.now = '2026-12-01T06:59:00.000Z'
  await releaseSeats(world.database.as(), letters())
  match((await lastMailTo(world, 'dora@example.org')).subject, /^Du står på väntelistan/)
  world.clock.now = '2026-12-01T07:00:00.000Z'
  await releaseSeats(world.database.as(), letters())
  match((await lastMailTo(world, 'dora@example.org')).subject, /^En plats är ledig/)
  match((await lastMailTo(world, 'elias@example.org')).subject, /^Du står på väntelistan/)
  world.clock.now = firstNoon
})

test('one organisation leaves room for the others', async () => {
  const id = await anEvent(world.database, inTwoWeeks, { capacity: 5 })
  await share(id, { organisation_max: '1' })
  const visitor = await world.visitor()
  const of = (name: string, organisation: string) => ({
    ...{ name, email: `${name}@example.org`, capacity: 'civil-society', organisation },
  })
  ok(/seats=1/.test((await askForSeat(visitor, id, of('first', 'Malmö Ideella'))).path))
  ok(/waiting=1/.test((await askForSeat(visitor, id, of('second', 'malmö ideella '))).path))
  ok(/seats=1/.test((await askForSeat(visitor, id, of('third', 'Grannarna'))).path))
  ok(/waiting=1/.test((await askForSeat(visitor, id, of('fourth', ' GRANNARNA'))).path))
  match((await visitor.open(`/sv/events/${id}`)).text, /Varje organisation får högst 1 plats/)
})

test('seats that are taken cannot be kept, and the form keeps what was typed', async () => {
  const id = await anEvent(world.database, inTwoWeeks, { capacity: 2 })
  await aSignUp(world.database, id, { capacity: 'resident' })
  const refused = await share(id, { 'kept.elected': '2', until: '2026-12-01' })
  equal(refused.status, 409)
  match(refused.text, /Så många platser finns inte kvar att reservera/)
  equal(refused.root.querySelector('input[name="kept.elected"]')?.getAttribute('value'), '2')
  equal((await share(id, { 'kept.elected': '1' })).status, 422)
  const wrong = await share(id, { 'kept.elected': '1', organisation_max: 'många', over_invited: '-1' })
  equal(wrong.status, 422)
  const said = wrong.root.querySelectorAll('.ds-validation-message').length
  equal(said, 3, 'the missing day, and both numbers: all that is wrong is said at once')
  ok(!wrong.text.includes('(frivilligt)'), 'a day that may be needed is not called optional')
  equal((await share(id, { 'kept.elected': 'två', until: '2026-12-01' })).status, 422)
  equal((await share(id, { 'kept.elected': '1', until: '2026-12-24' })).status, 409)
})

test('more than the room holds are invited once somebody says so, and the event’s form still speaks of the room', async () => {
  const id = await anEvent(world.database, inTwoWeeks, { capacity: 30 })
  equal((await share(id, { over_invited: '11' })).status, 409)
  match((await share(id, { over_invited: '4' })).text, /Sparat/)
  const { capacity, over_invited } = await world.database
    .as<ProgrammeTables>()
    .selectFrom('event')
    .select(['capacity', 'over_invited'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  equal([capacity, over_invited].join(), '34,4')
  const edit = await bo.open(`/sv/office/events/${id}/edit`)
  equal(edit.root.querySelector('input[name=capacity]')?.getAttribute('value'), '30')
  match(
    (await (await world.visitor()).open(`/sv/events/${id}`)).text,
    /Rummet har 30 platser\. Vi bjuder in 4 fler/,
  )
})

test('why seats cannot be shared out like that', () => {
  const now = '2026-11-23T11:00:00.000Z'
  const event = { capacity: 30, over_invited: 0, seats_taken: 20, starts_at: inTwoWeeks, cancelled_at: null }
  const taken = new Map([['elected', 4] as const])
  const asked = { kept: new Map([['elected', 10] as const]), until: plus(now, { days: 2 }), over: 0, now }
  equal(refusalToKeep(event, taken, asked), null)
  equal(refusalToKeep(event, taken, { ...asked, kept: new Map([['elected', 15]]) }), 'kept-too-many')
  equal(refusalToKeep(event, taken, { ...asked, kept: new Map([['elected', 15]]), over: 1 }), null)
  equal(refusalToKeep(event, taken, { ...asked, over: 11 }), 'over-invited-too-many')
  equal(refusalToKeep(event, taken, { ...asked, until: now }), 'release-not-between')
  equal(refusalToKeep(event, taken, { ...asked, until: inTwoWeeks }), 'release-not-between')
  equal(refusalToKeep({ ...event, cancelled_at: now }, taken, asked), 'event-over')
  equal(refusalToKeep({ ...event, starts_at: now }, taken, asked), 'event-over')
  const over = { ...event, capacity: 22, over_invited: 3, seats_taken: 20 }
  equal(refusalToKeep(over, new Map(), { ...asked, kept: new Map(), until: null }), 'seats-already-taken')
})
