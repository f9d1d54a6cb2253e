import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aMember } from '../../test/cast.ts'
import { freshWorld, type Visitor, type World } from '../../test/world.ts'

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

test('what is adopted is what was read', async () => {
  const adopting = await city.open('/sv/office/goals/3/adopt')
  await civil.press(await civil.open('/sv/office/goals/3/edit'), 'Spara utkastet', {
    'title.sv': 'Andra ord',
  })
  const refused = await city.press(adopting, 'Ja, målet är antaget')
  equal(refused.status, 409)
  match(refused.text, /ändrade målet medan du läste/)
  match(refused.text, /Andra ord/)
  equal((await stranger.open('/sv/plan/goals/3')).status, 404)
  await city.press(refused, 'Ja, målet är antaget')
  match((await stranger.open('/sv/plan/goals/3')).text, /Andra ord/)
})

test('an adopted goal has no form any more, and a form from before is refused', async () => {
  const form = await city.open('/sv/office/goals/1/edit')
  const adopting = await civil.open('/sv/office/goals/1/adopt')
  match((await civil.press(adopting, 'Ja, målet är antaget')).text, /Antaget/)

  const explained = await city.open('/sv/office/goals/1/edit')
  equal(explained.status, 200)
  match(explained.text, /Ändra planen, aldrig målet/)
  equal(explained.root.querySelector('main form'), null)
  const refused = await city.press(form, 'Spara utkastet', { 'title.sv': 'Något annat' })
  equal(refused.status, 409)
  match(refused.title, /^Fel:/)
  const again = await city.press(adopting, 'Ja, målet är antaget')
  equal(again.status, 409)

  const page = await stranger.open('/sv/plan/goals/1')
  match(page.text, /Ett mer inkluderande Malmö/)
  match(page.text, /Globalt mål 10: Minskad ojämlikhet/)
  match(page.text, /Utbildning/)
  ok(!page.html.includes('style='))
})
