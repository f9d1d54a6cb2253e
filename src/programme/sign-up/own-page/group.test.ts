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

test('the page and the mail of a group say by name who has the seats', async () => {
  const event = await anEvent(world.database, inTwoWeeks)
  const visitor = await world.visitor()
  const fields = { name: 'Rut', email: 'rut@example.org', capacity: 'resident', seats: '4' }
  const page = await signUpAndConfirm(world, visitor, event, {
    ...fields,
    companions: 'Juan juan@example.org\nAna',
  })
  match(page.text, /4 platser: du, Juan, Ana och en utan namn\./)
  const mails = (await world.mails()).filter(({ to_address }) => to_address === 'rut@example.org')
  equal(mails.length, 2)
  for (const { text_body } of mails) match(text_body, /4 platser: du, Juan, Ana och en utan namn\./)
  ok(!(await lastMailTo(world, 'juan@example.org')).text_body.includes('platser:'))
})

test('whoever has no name keeps the number when another seat is given back, and that is said', async () => {
  const event = await anEvent(world.database, inTwoWeeks)
  const visitor = await world.visitor()
  const fields = { name: 'Bea', email: 'bea@example.org', capacity: 'resident', seats: '4' }
  const page = await signUpAndConfirm(world, visitor, event, fields)
  const one = await visitor.open(page.link('Ändra Person 2, namn saknas'))
  const after = await visitor.press(one, 'Lämna tillbaka platsen', {})
  match(after.text, /Platsen är tillbakalämnad/)
  deepEqual(after.text.match(/Person \d, namn saknas(?= Har plats)/g), [
    'Person 1, namn saknas',
    'Person 3, namn saknas',
  ])
  ok(!(await visitor.open(page.path)).text.includes('tillbakalämnad'))
})

test('a stranger who gives back the own held seat can still confirm those who come along', async () => {
  const event = await anEvent(world.database, inTwoWeeks)
  const visitor = await world.visitor()
  const fields = { name: 'Cia', email: 'cia@example.org', capacity: 'resident', seats: '3' }
  await askForSeat(visitor, event, { ...fields, companions: 'Dan dan@example.org' })
  const { link } = await lastMailTo(world, 'cia@example.org')
  await visitor.press(await visitor.open(`${link}/cancel`), 'Jag kan inte komma')
  deepEqual(await statesAt(event), ['cancelled', 'held', 'held'])
  const asked = await visitor.open(link)
  match(asked.text, /Kommer de andra\?/)
  const done = await visitor.press(asked, 'Ja, de andra kommer')
  deepEqual(await statesAt(event), ['cancelled', 'seat', 'seat'])
  match(done.text, /2 platser: Dan och en utan namn\./)
  ok(!done.text.includes('Ja, de andra kommer'))
  match((await lastMailTo(world, 'cia@example.org')).subject, /^De andra har sina platser/)
  match(
    (await lastMailTo(world, 'dan@example.org')).subject,
    /^Cia har anmält dig|^Du är anmäld|^Du har en plats/,
  )
  equal((await visitor.send(link, { do: 'confirm' })).status, 409, 'and the own seat stays given back')
})

test('a group whose holder comes is confirmed as before', async () => {
  const event = await anEvent(world.database, inTwoWeeks)
  const visitor = await world.visitor()
  await askForSeat(visitor, event, {
    name: 'Eva',
    email: 'eva@example.org',
    capacity: 'resident',
    seats: '2',
  })
  await sayYes(world, visitor, 'eva@example.org')
  deepEqual(await statesAt(event), ['seat', 'seat'])
})
