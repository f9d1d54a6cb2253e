import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import { refusalToTakeBack } from './theme-call.rules.ts'

let world: World
let bo: Visitor
let guest: Visitor

before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  guest = await world.visitor()
})
after(() => world.close())

test('what was said is taken back while the call is open, a proposal only while it is its author’s alone', () => {
  const call = { opens_at: firstNoon, closes_at: plus(firstNoon, { days: 7 }) }
  const open = plus(firstNoon, { days: 1 })
  const late = plus(firstNoon, { days: 8 })
  equal(refusalToTakeBack({ kind: 'seconded', seconders: 3 }, call, false, open), null)
  equal(refusalToTakeBack({ kind: 'proposed', seconders: 0 }, call, false, open), null)
  equal(refusalToTakeBack({ kind: 'proposed', seconders: 1 }, call, false, open), 'others-behind')
  equal(refusalToTakeBack({ kind: 'seconded', seconders: 1 }, call, false, late), 'closed')
  equal(refusalToTakeBack({ kind: 'proposed', seconders: 0 }, call, true, late), 'theme-set')
})

test('an author withdraws a proposal until somebody else stands behind it', async () => {
  const form = await bo.open('/sv/office/series/dialogforum/theme-calls/new')
  const days = { first_day: '2026-11-23', last_day: '2026-12-13' }
  const desk = await bo.press(form, 'Spara utlysningen', days)
  const at = `/sv/themes/${desk.path.split('/').at(-1)}`
  const proposed = async (title: string, email: string) => {
    const words = { title, why: 'Många frågar.', who: 'Kollektivtrafiken', language: 'sv' }
    const given = { ...words, capacity: 'resident', email, wants_news: 'yes' }
    await guest.press(await guest.open(`${at}/propose`), 'Skicka förslaget', given)
    return guest.press(await guest.open((await lastMailTo(world, email)).link), 'Ja,')
  }
  const alone = await proposed('Cykelvägar', 'ola@example.org')
  const gone = await guest.press(alone, 'Ta tillbaka förslaget')
  equal(gone.path, at)
  ok(!(await bo.open(desk.path)).text.includes('Cykelvägar'), 'nothing is left of it')

  const own = await proposed('Nattbussar', 'rut@example.org')
  const path = (await bo.open(desk.path)).link('Nattbussar')
  await bo.press(await bo.open(path), 'Visa förslaget')
  const second = await guest.open(`${at}/${path.split('/').at(-1)}/second`)
  const given = { email: 'per@example.org', capacity: 'civil-society', wants_news: 'yes' }
  await guest.press(second, 'Stöd förslaget', given)
  const refused = await guest.press(own, 'Ta tillbaka förslaget')
  equal(refused.status, 409)
  match(refused.text, /Andra stöder förslaget/)
  match((await guest.open(own.path)).text, /Andra stöder förslaget/, 'said before anybody presses')
})
