import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { everyAddress } from '../addresses.ts'
import { freshWorld, type Visitor, type World } from '../world.ts'
import { type Facts, factsOf } from './facts.ts'
import { eitherDoes, forOneself, ofOneParty, ofThePlan, substitutesDo } from './own-party.ts'
import { rowOf } from './row-of.ts'
import { stateOf } from './state.ts'

let world: World
let facts: Facts
let actions: string[]
/** Nobody, and somebody who organises events. */
let strangers: Visitor[]
/** The coordinator of the party whose it is not. */
let others: Record<'city' | 'civil-society', Visitor>

before(async () => {
  const addresses = await everyAddress()
  actions = addresses
    .filter(({ method, pattern }) => method === 'POST' && ofThePlan.test(pattern))
    .map(({ pattern }) => pattern)
  world = await freshWorld({ sample: true })
  facts = await factsOf(world)
  strangers = [await world.visitor(), await world.visitor(facts.organiser.id)]
  others = {
    city: await world.visitor(facts.civilSociety),
    'civil-society': await world.visitor(facts.city),
  }
})
after(() => world.close())

test('of each action it is said whether one party does it, either does, or each for itself', () => {
  const said = [...Object.keys(ofOneParty), ...forOneself, ...eitherDoes]
  deepEqual(said.toSorted(), actions.toSorted())
})

for (const [pattern, tries] of Object.entries(ofOneParty))
  test(`what one party does at ${pattern} nobody does for it`, async () => {
    const { whose, path = facts.addressOf(pattern), fields = {}, says } = await tries(world)
    const sent = { id: newId(), ...fields }
    const stood = await stateOf(world)
    for (const visitor of strangers) equal((await visitor.send(path, sent)).status, 404)
    const { status, text } = await others[whose].send(path, sent)
    equal(status, says === null ? 404 : 409, text)
    if (says !== null) ok(text.includes(wordsFor('sv')(says)), text)
    deepEqual(await stateOf(world), stood)
  })

const day = (column: string): Promise<Record<string, string>> =>
  rowOf(world, `select ${column} as day, person_id from substitute order by until_day desc`)

async function substituteOn(date: string): Promise<Visitor> {
  world.clock.now = `${date}T11:00:00.000Z`
  return world.visitor((await day('from_day'))['person_id'] ?? '')
}

test('a substitute does nothing on the days outside theirs, and on theirs what the party may have answered', async () => {
  const began = world.clock.now
  const [first, last] = [(await day('from_day'))['day'] ?? '', (await day('until_day'))['day'] ?? '']
  const isFound = async (visitor: Visitor): Promise<string[]> => {
    const found: string[] = []
    for (const pattern of actions)
      if ((await visitor.send(facts.addressOf(pattern), {})).status !== 404) found.push(pattern)
    return found
  }
  for (const outside of [datePlus(first, -1), datePlus(last, 1)])
    deepEqual(await isFound(await substituteOn(outside)), [], outside)
  deepEqual((await isFound(await substituteOn(first))).toSorted(), substitutesDo.toSorted())
  world.clock.now = began
})

test('whatever is sent in the name of the other party, no answer stands there that its own people have not given', async () => {
  const today = localDate(world.clock.now)
  for (const [key, visitor] of Object.entries(others)) {
    const { id = '' } = await rowOf(world, `select id from party where key = '${key}'`)
    for (const pattern of actions) {
      if (pattern.endsWith('/end')) continue
      const fields = { party: id, party_id: id, partyId: id, answer: 'yes', do: 'approve', seen: '1' }
      const { status } = await visitor.send(facts.addressOf(pattern), { ...fields, from_day: today })
      ok(status < 500, `${pattern}: ${status}`)
    }
  }
  const db = world.database.as() as unknown as Kysely<unknown>
  const answered = (await db.introspection.getTables()).filter(({ columns }) =>
    ['party_id', 'by_person'].every((name) => columns.some((column) => column.name === name)),
  )
  ok(answered.length > 3)
  for (const { name } of answered) {
    const { rows } = await sql`select 1 from ${sql.table(name)} answered where by_person is not null
      and not exists (select 1 from coordinator where person_id = by_person
        and coordinator.party_id = answered.party_id)
      and not exists (select 1 from substitute where person_id = by_person
        and substitute.party_id = answered.party_id)`.execute(db)
    equal(rows.length, 0, name)
  }
})
