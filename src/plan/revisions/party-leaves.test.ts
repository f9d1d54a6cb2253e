import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { datePlus, localDate, plus } from '#platform/time.ts'
import { aMember } from '../../../test/cast.ts'
import { adoptedByAll, goalIds } from '../../../test/plan-cast.ts'
import { aNewOne, means, partyOf, proposal, stateOf } from '../../../test/revision-cast.ts'
import { freshWorld, type World } from '../../../test/world.ts'
import { changeStanding } from '../../people/change-standing.ts'
import { nameSubstitute } from '../../people/name-substitute.ts'
import { settleRevisions } from './index.ts'

let world: World
let bo: Member
let amina: Member
let goal: string

before(async () => {
  world = await freshWorld()
  bo = await aMember(world.database, 'Bo', 'city')
  amina = await aMember(world.database, 'Amina', 'civil-society')
  await adoptedByAll(world.database, 1, [bo, amina], world.clock.now)
  goal = (await goalIds(world.database)).get(1) ?? ''
})
after(() => world.close())

const proposed = (by: Member, title: string): Promise<string> =>
  proposal(world.database, by, [aNewOne(goal, partyOf(by), title)], { now: world.clock.now })

test('the desk of a substitute lists the changes of the plan that wait for the party, and no other’s', async () => {
  const { now } = world.clock
  await proposed(bo, 'Stadens förslag')
  await proposed(amina, 'Föreningarnas förslag')
  const robin = await aMember(world.database, 'Robin')
  const days = { from_day: localDate(now), until_day: datePlus(localDate(now), 2) }
  const form = { party: 'civil-society', name: 'Robin', email: robin.email, language: 'sv', ...days } as const
  equal(await nameSubstitute(world.database.as(), amina, form, { now, linkTo: () => '' }), null)
  const stand = await world.visitor(robin.id)
  const desk = await stand.open('/sv/office')
  match(desk.text, /Stadens förslag/)
  ok(!desk.text.includes('Föreningarnas förslag'))
  await stand.press(await stand.open(desk.link('Stadens förslag')), 'Skicka svaret', { answer: 'yes' })
  ok(!(await stand.open('/sv/office')).text.includes('Stadens förslag'))
})

test('a proposal that waited for a party is settled in the night when that party has left, and not before', async () => {
  const { now } = world.clock
  const [waits, own] = [await proposed(bo, 'Väntar'), await proposed(amina, 'Den som går')]
  const leaves = { party: 'civil-society', to: 'left', from_day: datePlus(localDate(now), 1) } as const
  equal(
    await changeStanding(world.database.as(), amina, { ...leaves, reason: { sv: 'Vi slutar.' } }, now),
    null,
  )
  const settled = async (days: number): Promise<(string | undefined)[]> => {
    await settleRevisions(world.database.as(), means(plus(now, { days })))
    return [await stateOf(world.database, waits), await stateOf(world.database, own)]
  }
  deepEqual(await settled(0), ['proposed', 'proposed'])
  deepEqual(await settled(1), ['in-force', 'proposed'])
  // Nobody takes the yes of who has left for the city's: it lapses when its last day has passed.
  deepEqual(await settled(60), ['in-force', 'lapsed'])
})
