import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { datePlus, localDate, plus } from '#platform/time.ts'
import { aMember } from '../../../test/cast.ts'
import { adoptedByAll, goalIds } from '../../../test/plan-cast.ts'
import { aNewOne, answered, means, partyOf, proposal, stateOf } from '../../../test/revision-cast.ts'
import { freshWorld, type World } from '../../../test/world.ts'
import { changeStanding } from '../../people/change-standing.ts'
import { nameSubstitute } from '../../people/name-substitute.ts'
import type { Db } from '../tables.ts'
import { changesOf, editRevision, lastAskedOn, settleRevisions } from './index.ts'

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

test('a party that was asked today leaves from tomorrow, and the page says so', async () => {
  await proposed(bo, 'I dag')
  const stand = await world.visitor(amina.id)
  const page = await stand.open('/sv/office/parties')
  const says = { to: 'left', from_day: localDate(world.clock.now), 'reason.sv': 'Vi slutar.' }
  const answer = await stand.press(page, 'Skriv in det', says)
  deepEqual([answer.status, /Välj en senare dag/.test(answer.text)], [409, true], answer.text)
  match(answer.text, /tillfrågades er part om en ändring av planen/)
  match(answer.html, /Vi slutar\./)
})

test('what was asked of a party waits for its yes also when it has left, and lapses; the others ask anew', async () => {
  const { now } = world.clock
  const [waits, anew, late] = [
    await proposed(bo, 'Väntar'),
    await proposed(bo, 'Ställs om'),
    await proposed(bo, 'Sent ja'),
  ]
  const own = await proposed(amina, 'Den som går')
  const db: Db = world.database.as()
  const saying = { now, lastAskedOn: () => lastAskedOn(db) }
  const leaves = { party: 'civil-society', to: 'left', from_day: datePlus(localDate(now), 1) } as const
  equal(
    await changeStanding(world.database.as(), amina, { ...leaves, reason: { sv: 'Vi slutar.' } }, saying),
    null,
  )
  const settled = async (days: number): Promise<(string | undefined)[]> => {
    await settleRevisions(db, means(plus(now, { days })))
    return Promise.all([waits, own].map((id) => stateOf(world.database, id)))
  }
  deepEqual(await settled(1), ['proposed', 'proposed'])
  const tomorrow = plus(now, { days: 1 })
  const edit = { seen: 1, title: {}, reason: { sv: 'Vi är kvar.' }, changes: await changesOf(db, anew) }
  const edited = await editRevision(db, bo, anew, edit, means(tomorrow))
  equal(edited.refusal ?? edited.state, 'in-force')
  equal(await answered(world.database, amina, late, { now: tomorrow }), 'in-force')
  // Nobody takes the yes of who has left for the city's, nor its silence for a yes.
  deepEqual(await settled(60), ['lapsed', 'lapsed'])
})
