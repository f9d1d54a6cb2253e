import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { anEvent } from '../../../../test/cast.ts'
import { lastMailTo } from '../../../../test/people-cast.ts'
import { askForSeat, sayYes, signUpAndConfirm } from '../../../../test/signing-up.ts'
import { firstNoon, freshWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../tables.ts'

let world: World
before(async () => {
  world = await freshWorld()
})
after(() => world.close())

const inTwoWeeks = plus(firstNoon, { days: 14 })
const db = (): Db => world.database.as()
const statesAt = async (event: string) =>
  (
    await db().selectFrom('sign_up').select('state').where('event_id', '=', event).orderBy('id').execute()
  ).map(({ state }) => state)
const mailsTo = async (address: string) =>
  (await world.mails()).filter(({ to_address }) => to_address === address)

/** Somebody who waits with a companion leaves the queue without them and comes back; then both are offered a seat. */
async function comeBackAndBeOffered(name: string) {
  const event = await anEvent(world.database, inTwoWeeks, { capacity: 2 })
  const [visitor, others] = [await world.visitor(), await world.visitor()]
  const full = { name: 'Fia', email: `fia-${name}@example.org`, capacity: 'resident', seats: '2' }
  const taken = await signUpAndConfirm(world, others, event, full)
  const email = `${name}@example.org`
  const fields = { name: 'Gun', email, capacity: 'resident', seats: '2' }
  const first = await signUpAndConfirm(world, visitor, event, { ...fields, companions: 'Hal' })
  await visitor.press(await visitor.open(`${first.path}/cancel`), 'Lämna väntelistan')
  const before = (await statesAt(event)).join()
  await askForSeat(visitor, event, { ...fields, seats: '1' })
  await sayYes(world, visitor, email)
  const already = (await mailsTo(email)).length
  await others.send(`${taken.path}/cancel`, { all: 'yes' })
  return { event, visitor, email, first, before, told: (await mailsTo(email)).slice(already) }
}

test('whoever leaves the queue without the companion and comes back is offered both seats in one mail', async () => {
  const { event, visitor, email, before, told } = await comeBackAndBeOffered('gun')
  equal(before, 'seat,seat,cancelled,waiting', 'the companion waits on')
  deepEqual(
    told.map(({ subject }) => subject.replace(/,.*/, '')),
    ['En plats är ledig'],
  )
  const page = await visitor.open((await lastMailTo(world, email)).link)
  match(page.text, /2 platser: du och Hal\./)
  await visitor.press(page, 'Ja, jag tar platsen')
  deepEqual(await statesAt(event), ['cancelled', 'cancelled', 'cancelled', 'seat', 'seat'])
})

test('a link from before leads to the one page that there is now', async () => {
  const { visitor, first } = await comeBackAndBeOffered('guy')
  match((await visitor.open(first.path)).text, /2 platser: du och Hal\./)
})

test('nobody else can take over those who stayed: it waits until the address is confirmed', async () => {
  const event = await anEvent(world.database, inTwoWeeks)
  const [visitor, stranger] = [await world.visitor(), await world.visitor()]
  const fields = { name: 'Ines', email: 'ines@example.org', capacity: 'resident', seats: '2' }
  const first = await signUpAndConfirm(world, visitor, event, { ...fields, companions: 'Jon' })
  await visitor.press(await visitor.open(`${first.path}/cancel`), 'Jag kan inte komma')
  await askForSeat(stranger, event, { ...fields, seats: '1' })
  const kept = await visitor.open(first.path)
  match(kept.text, /En plats: Jon\./)
  ok(!kept.text.includes('Ja, jag'))
})

test('whoever takes a place of those who stayed under the own address does not bring themselves', async () => {
  const event = await anEvent(world.database, inTwoWeeks)
  const visitor = await world.visitor()
  const fields = { name: 'Kim', email: 'kim@example.org', capacity: 'resident', seats: '3' }
  const first = await signUpAndConfirm(world, visitor, event, fields)
  await visitor.press(await visitor.open(`${first.path}/cancel`), 'Jag kan inte komma')
  const page = await visitor.open(first.path)
  const one = await visitor.open(page.link('Ändra Person 1, namn saknas'))
  await visitor.press(one, 'Spara', { name: 'Kim', email: 'kim@example.org' })
  match((await visitor.open(first.path)).text, /2 platser: du och en utan namn\./)
})

test('those who are confirmed after the one who brought them came back are on the one page, too', async () => {
  const event = await anEvent(world.database, inTwoWeeks)
  const visitor = await world.visitor()
  const fields = { name: 'Lo', email: 'lo@example.org', capacity: 'resident', seats: '2' }
  await askForSeat(visitor, event, { ...fields, companions: 'Mio' })
  const { link } = await lastMailTo(world, 'lo@example.org')
  await visitor.press(await visitor.open(`${link}/cancel`), 'Jag kan inte komma')
  await signUpAndConfirm(world, visitor, event, { ...fields, seats: '1' })
  const done = await visitor.press(await visitor.open(link), 'Ja, de andra kommer')
  match(done.text, /2 platser: du och Mio\./)
  const page = await visitor.open((await lastMailTo(world, 'lo@example.org')).link)
  match(page.text, /2 platser: du och Mio\./)
})
