import { equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { aMember } from '../../test/cast.ts'
import {
  adoptedByAll,
  aPromise,
  anAnswer,
  aRecommendation,
  committed,
  goalIds,
} from '../../test/plan-cast.ts'
import { freshWorld, type Visitor, type World } from '../../test/world.ts'

let world: World
let bo: Member
let amina: Member
let city: Visitor
let civil: Visitor

before(async () => {
  world = await freshWorld()
  bo = await aMember(world.database, 'Bo', 'city')
  amina = await aMember(world.database, 'Amina', 'civil-society')
  city = await world.visitor(bo.id)
  civil = await world.visitor(amina.id)
  await adoptedByAll(world.database, 1, [bo, amina], world.clock.now)
})

after(() => world.close())

const promiseOf = async (recommendationId: string) =>
  aPromise((await goalIds(world.database)).get(1) ?? '', { parties: [bo.party?.id ?? ''], recommendationId })

test('what was taken out of the plan is told of no more, and what it came from can be promised again', async () => {
  const on = '2026-11-10T10:00:00.000Z'
  const id = await aRecommendation(world.database, amina, { number: 7, on, handedOverOn: '2026-11-12' })
  await anAnswer(world.database, amina, id, 'accepted')
  const number = await committed(world.database, [bo, amina], await promiseOf(id), world.clock.now)
  const update = await city.open(`/sv/office/commitments/${number}/update`)
  match((await city.open(`/sv/office/recommendations/${id}/commitment`)).text, /redan ett åtagande/)

  const asked = await city.press(await city.open(`/sv/office/commitments/${number}/remove`), 'Föreslå', {
    'reason.sv': 'Pengarna tog slut.',
  })
  const form = await civil.open(`${asked.path.replace('/plan/', '/office/')}/answer`)
  await civil.press(form, 'Skicka svaret', { answer: 'yes' })

  const late = await city.press(update, 'Publicera uppdateringen', { state: 'under-way' })
  equal(late.status, 409)
  match(late.text, /Åtagandet är borttaget ur planen/)
  const closed = await city.open(`/sv/office/commitments/${number}/update`)
  match(closed.text, /Åtagandet är borttaget ur planen/)
  equal(closed.root.querySelector('[name="state"]'), null)

  const page = await city.open('/sv/recommendations/7')
  match(page.text, /borttaget ur planen/)
  match(page.text, /Gör den till ett åtagande/)
  await committed(world.database, [bo, amina], await promiseOf(id), world.clock.now)
  const again = await city.open(`/sv/office/recommendations/${id}/commitment`)
  match(again.text, /redan ett åtagande/)
})
