import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { settleQuestions } from '#plan/index.ts'
import type { PeopleTables } from '#people/tables.ts'
import { datePlus, localDate, plus } from '#platform/time.ts'
import { aMember } from '../../test/cast.ts'
import { lastMailTo } from '../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../test/world.ts'

let world: World
let city: Visitor
let civil: Visitor
let organiser: Visitor
let today: string

before(async () => {
  world = await freshWorld()
  city = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
  civil = await world.visitor((await aMember(world.database, 'Amina', 'civil-society')).id)
  organiser = await world.visitor((await aMember(world.database, 'Nour')).id)
  today = localDate(world.clock.now)
})
after(() => world.close())

const name = 'Utse till ersättare'
const robin = (given: Record<string, string> = {}) => ({
  ...{ name: 'Robin', email: 'robin@example.org', language: 'sv' },
  ...{ from_day: today, until_day: datePlus(today, 6), ...given },
})
const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`

test('a substitute is named by the party itself, beforehand and for some days; each refusal says what to do', async () => {
  const page = await civil.open('/sv/office/parties')
  for (const [given, says] of [
    [{ until_day: datePlus(today, -1) }, /Sista dagen ligger före/],
    [{ from_day: datePlus(today, -1) }, /utses i förväg/],
    [{ until_day: datePlus(today, 120) }, /högst 90 dagar/],
    [{ email: 'bo@example.org' }, /redan samordnare/],
    [{ party: 'city' }, /utser sina egna ersättare/],
  ] as const) {
    const answer = await civil.press(page, name, robin(given))
    deepEqual([answer.status, says.test(answer.text)], [409, true], String(says))
    match(answer.html, /Robin/)
  }
  equal((await civil.press(page, name, robin({ email: 'ingen adress' }))).status, 422)
  equal((await organiser.send('/sv/office/parties/substitutes', robin({ party: 'city' }))).status, 404)
  match((await civil.press(page, name, robin())).text, /Ersättaren har fått ett mejl.*Robin är ersättare/)
  const elsewhere = await city.press(await city.open('/sv/office/parties'), name, robin())
  deepEqual([elsewhere.status, /ersättare för en annan part/.test(elsewhere.text)], [409, true])
})

test('a substitute answers for that party and sees who they answer for; nothing else is opened', async () => {
  const { link } = await lastMailTo(world, 'robin@example.org')
  const stand = await world.visitor()
  await stand.press(await stand.open(link), 'Logga in')
  match((await stand.open('/sv/account')).text, /Ersättare för/)
  ok(!(await stand.open('/sv/account')).text.includes('Arrangör'))
  equal((await stand.open('/sv/office/parties')).status, 404)
  await city.press(await city.open('/sv/office/goals/1/adopt'), 'Fråga parterna om målet')
  const desk = await stand.open('/sv/office')
  match(desk.text, /Svara för.*frågar om mål 1 ska antas/)
  const answered = await stand.press(await stand.open(desk.link('mål 1')), 'Lämna svaret', { answer: 'yes' })
  match(answered.text, /Alla parter har sagt ja|genom en ersättare|står fast/)
  match((await stand.open('/sv/office')).text, /Inget väntar på svar/)
  match((await (await world.visitor()).open('/sv/plan/goals/1')).text, /inkluderande/)

  const parties = await civil.open('/sv/office/parties')
  const ending = parties.link('Avsluta i förtid för Robin')
  const theirs = await city.open(ending)
  const refused = await city.press(theirs, 'Avsluta')
  deepEqual([refused.status, /utser sina egna/.test(refused.text)], [409, true])
  equal((await organiser.send(ending, {})).status, 404)
  await civil.press(await civil.open(ending), 'Avsluta')
  match((await stand.open('/sv/office')).path, /^\/sv\/sign-in/)
  equal((await civil.press(await civil.open(ending), 'Avsluta')).status, 409)
})

test('a party says itself how it stands; questions that waited for it are settled at night', async () => {
  await civil.press(await civil.open('/sv/office/goals/2/adopt'), 'Fråga parterna om målet')
  const page = await city.open('/sv/office/parties')
  const says = { to: 'paused', from_day: datePlus(today, 1), 'reason.sv': 'Vi ordnar om.' }
  const other = await city.press(page, 'Skriv in det', { ...says, party: 'civil-society' })
  deepEqual([other.status, /Varje part säger själv/.test(other.text)], [409, true])
  equal((await city.press(page, 'Skriv in det', { ...says, 'reason.sv': '' })).status, 422)
  equal((await organiser.send('/sv/office/parties', { ...says, party: 'city' })).status, 404)
  match((await city.press(page, 'Skriv in det', says)).text, /Klart/)
  const alone = await civil.press(await civil.open('/sv/office/parties'), 'Skriv in det', {
    ...says,
    from_day: datePlus(today, 2),
  })
  deepEqual([alone.status, /ingen part vara kvar/.test(alone.text)], [409, true])

  await settleQuestions(world.database.as(), { now: world.clock.now, url })
  equal((await (await world.visitor()).open('/sv/plan/goals/2')).status, 404)
  world.clock.now = plus(world.clock.now, { days: 1 })
  await settleQuestions(world.database.as(), { now: world.clock.now, url })
  const db = world.database.as<PeopleTables>()
  const open = await db.selectFrom('joint_decision').select('id').where('state', '=', 'open').execute()
  equal(open.length, 0)
  match((await (await world.visitor()).open('/sv/plan/goals/2')).text, /Mål 2|Malmö/)
  equal((await city.send('/sv/office/goals/3/adopt', { seen: 'x' })).status, 409)
})
