import { deepEqual, equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { datePlus, localDate, plus } from '#platform/time.ts'
import { aMember } from '../../test/cast.ts'
import { lastMailTo } from '../../test/people-cast.ts'
import { adoptedByAll, goalIds } from '../../test/plan-cast.ts'
import { aNewOne, answered, partyOf, proposal, stateOf } from '../../test/revision-cast.ts'
import { freshWorld, type Visitor, type World } from '../../test/world.ts'
import { personWithEmail } from './people.sql.ts'
import { partiesOn } from './standings.sql.ts'
import type { PeopleTables } from './tables.ts'

let world: World
let bo: Member
let amina: Member
let city: Visitor
let civil: Visitor
let today: string

before(async () => {
  world = await freshWorld()
  bo = await aMember(world.database, 'Bo', 'city')
  amina = await aMember(world.database, 'Amina', 'civil-society')
  city = await world.visitor(bo.id)
  civil = await world.visitor(amina.id)
  today = localDate(world.clock.now)
  await adoptedByAll(world.database, 1, [bo, amina], world.clock.now)
})
after(() => world.close())

const region = (given: Record<string, string> = {}) => ({
  ...{ 'party_name.sv': 'Regionen', 'reason.sv': 'Vi gör mycket tillsammans.' },
  ...{ name: 'Rut', email: 'rut@example.org', language: 'sv', from_day: datePlus(today, 1), ...given },
})
const decidedOn = async (day: string): Promise<string[]> => {
  const all = await partiesOn(world.database.as<PeopleTables>(), day)
  return all.map(({ name }) => name['sv'] ?? '')
}

async function somethingInForce(): Promise<string> {
  const { now } = world.clock
  const goal = (await goalIds(world.database)).get(1) ?? ''
  const change = aNewOne(goal, partyOf(bo), `Löfte ${newId()}`)
  const id = await proposal(world.database, bo, [change], { now })
  equal(await answered(world.database, amina, id, { now }), 'in-force')
  return id
}

test('a party is not proposed for today, nor with somebody who speaks for another; the words are kept', async () => {
  const page = await city.open('/sv/office/parties/new')
  match(page.text, /Tidigast i morgon/)
  for (const [given, says] of [
    [{ from_day: today }, /tidigast från i morgon/],
    [{ from_day: datePlus(today, -1) }, /tidigast från i morgon/],
    [{ email: 'amina@example.org' }, /samordnare för en annan part/],
  ] as const) {
    const answer = await city.press(page, 'Fråga parterna', region(given))
    deepEqual([answer.status, says.test(answer.text)], [409, true], answer.text)
    match(answer.html, /Vi gör mycket tillsammans/)
  }
})

test('a party that is said yes to late, on a day when something came into force, decides from the day after', async () => {
  const asked = await city.press(await city.open('/sv/office/parties/new'), 'Fråga parterna', region())
  world.clock.now = plus(world.clock.now, { days: 3 })
  const day = localDate(world.clock.now)
  const id = await somethingInForce()
  const page = await civil.press(await civil.open(asked.path), 'Lämna svaret', { answer: 'yes' })
  deepEqual([page.status, /Alla parter har sagt ja/.test(page.text)], [200, true], page.text)
  equal((await decidedOn(day)).includes('Regionen'), false)
  equal((await decidedOn(datePlus(day, 1))).includes('Regionen'), true)
  equal(await stateOf(world.database, id), 'in-force')
  // What is agreed later the same day is agreed by those who are joined that day.
  await somethingInForce()
})

test('from its first day the new party is told of what is proposed, and answers too', async () => {
  world.clock.now = plus(world.clock.now, { days: 1 })
  const { now } = world.clock
  const goal = (await goalIds(world.database)).get(1) ?? ''
  const change = aNewOne(goal, partyOf(bo), 'Ett löfte till')
  const id = await proposal(world.database, bo, [change], { now })
  equal(await answered(world.database, amina, id, { now }), 'proposed')
  match((await lastMailTo(world, 'rut@example.org')).link, /revisions/)
  const person = await personWithEmail(world.database.as<PeopleTables>(), 'rut@example.org')
  const rut = await world.visitor(person?.id)
  const desk = await rut.open('/sv/office')
  await rut.press(await rut.open(desk.link('Ett löfte till')), 'Skicka svaret', { answer: 'yes' })
  equal(await stateOf(world.database, id), 'in-force')
})
