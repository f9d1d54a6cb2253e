import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aMember } from '../../../test/cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'

const ask = 'Fråga parterna om målet'
const answer = 'Lämna svaret'
const close = 'Fråga parterna om att avsluta'

let world: World
let city: Visitor
let civil: Visitor
let stranger: Visitor

before(async () => {
  world = await freshWorld()
  city = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
  civil = await world.visitor((await aMember(world.database, 'Amina', 'civil-society')).id)
  stranger = await world.visitor()
})

after(() => world.close())

test('the agreement stands in three languages, and drafts of goals are the office’s own', async () => {
  for (const [language, word] of [
    ['sv', /Självständighet och oberoende/],
    ['en', /Autonomy and independence/],
    ['es', /Autonomía e independencia/],
  ] as const) {
    match((await stranger.open(`/${language}/plan`)).text, word)
    match((await stranger.open(`/${language}/plan/agreement`)).text, word)
    equal((await stranger.open(`/${language}/plan/periods/2022-2026`)).status, 200)
  }
  match((await stranger.open('/sv/plan')).text, /inte antagit några mål än/)
  equal((await stranger.open('/sv/plan/goals/1')).status, 404)
  equal((await stranger.open('/sv/thread/goal/1')).status, 404)
  for (const path of ['goals/x', 'goals/99999999999', 'commitments/1', 'periods/1990-1991']) {
    equal((await stranger.open(`/sv/plan/${path}`)).status, 404, path)
  }
})

test('a draft is worded anew, with what it contributes to', async () => {
  const form = await city.open('/sv/office/goals/2/edit')
  const page = await city.press(form, 'Spara utkastet', {
    'title.sv': 'Ett Malmö som håller',
    sdgs: ['13', '3'],
  })
  match(page.text, /Ett Malmö som håller/)
  const missing = { 'title.sv': '', 'title.en': '', 'title.es': '' }
  equal((await city.press(form, 'Spara utkastet', missing)).status, 422)
  equal((await city.press(form, 'Spara utkastet', { sdgs: ['99'] })).status, 422)
})

test('the parties are asked about what was read', async () => {
  const adopting = await city.open('/sv/office/goals/3/adopt')
  await civil.press(await civil.open('/sv/office/goals/3/edit'), 'Spara utkastet', {
    'title.sv': 'Andra ord',
  })
  const refused = await city.press(adopting, ask)
  equal(refused.status, 409)
  match(refused.text, /ändrade målet medan du läste/)
  match(refused.text, /Andra ord/)
  match((await city.press(refused, ask)).text, /Väntar på svar/)
  equal((await stranger.open('/sv/plan/goals/3')).status, 404)
  const answered = await civil.press(await civil.open('/sv/office/goals/3/adopt'), answer, { answer: 'yes' })
  match(answered.text, /står fast/)
  match((await stranger.open('/sv/plan/goals/3')).text, /Andra ord/)
})

test('while the parties are asked the goal rests; a no needs a reason, and leaves a draft', async () => {
  const form = await civil.open('/sv/office/goals/2/edit')
  await city.press(await city.open('/sv/office/goals/2/adopt'), ask)
  const rests = await civil.press(form, 'Spara utkastet', { 'title.sv': 'Annat' })
  deepEqual([rests.status, /texten vilar/.test(rests.text)], [409, true])
  match((await city.open('/sv/office/goals/2/adopt')).text, /Din part har svarat/)
  equal((await city.send('/sv/office/goals/2/adopt', { decision: 'x', answer: 'yes' })).status, 409)
  const page = await civil.open('/sv/office/goals/2/adopt')
  const bare = await civil.press(page, answer, { answer: 'no' })
  deepEqual([bare.status, /Skriv varför ni säger nej/.test(bare.text)], [409, true])
  const no = await civil.press(page, answer, { answer: 'no', 'reason.sv': 'Målet är för vagt.' })
  match(no.text, /En part har sagt nej.*Målet är för vagt/)
  equal((await civil.press(form, 'Spara utkastet', { 'title.sv': 'Annat' })).status, 200)
  equal((await stranger.open('/sv/plan/goals/2')).status, 404)
})

test('a goal is closed by all, with a reason, and stays to be read', async () => {
  const closing = await city.open('/sv/office/goals/3/close')
  equal((await city.press(closing, close, {})).status, 422)
  match((await city.press(closing, close, { 'reason.sv': 'Vi är framme.' })).text, /Väntar på svar/)
  ok(!/Avslutat/.test((await stranger.open('/sv/plan/goals/3')).text))
  await civil.press(await civil.open('/sv/office/goals/3/close'), answer, { answer: 'yes' })
  match((await stranger.open('/sv/plan/goals/3')).text, /Avslutat.*Vi är framme/)
})

test('nobody but those who answer for a party asks or answers', async () => {
  const organiser = await world.visitor((await aMember(world.database, 'Nour')).id)
  for (const path of [
    'goals/4/adopt',
    'goals/3/close',
    'agreement/versions/1',
    'agreement',
    'parties',
    'goals/commission',
  ]) {
    const address = `/sv/office/${path}`
    equal((await organiser.open(address)).status, 404, path)
    equal((await organiser.send(address, { answer: 'yes', decision: 'x' })).status, 404, path)
    equal((await stranger.send(address, { answer: 'yes', decision: 'x' })).status, 404, path)
  }
})

test('an adopted goal has no form any more, and a form from before is refused', async () => {
  const form = await city.open('/sv/office/goals/1/edit')
  const adopting = await civil.open('/sv/office/goals/1/adopt')
  await civil.press(adopting, ask)
  await city.press(await city.open('/sv/office/goals/1/adopt'), answer, { answer: 'yes' })

  const explained = await city.open('/sv/office/goals/1/edit')
  equal(explained.status, 200)
  match(explained.text, /Ändra planen, aldrig målet.*ändra planen i stället/)
  equal(explained.root.querySelector('main form'), null)
  const refused = await city.press(form, 'Spara utkastet', { 'title.sv': 'Något annat' })
  equal(refused.status, 409)
  match(refused.title, /^Fel:/)
  equal((await city.press(adopting, ask)).status, 409)

  const page = await stranger.open('/sv/plan/goals/1')
  match(page.text, /Ett mer inkluderande Malmö/)
  match(page.text, /Globalt mål 10: Minskad ojämlikhet/)
  match(page.text, /Utbildning/)
  ok(!page.html.includes('style='))
  match((await stranger.open('/sv/plan/sdgs')).text, /Minskad ojämlikhet.*Mål 1/)
  match((await stranger.open('/sv/plan/commission')).text, /D1 Barn och ungas vardagsvillkor.*Mål 1/)
})
