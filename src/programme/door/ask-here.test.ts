import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import type { RecordTables } from '#platform/record.ts'
import { plus } from '#platform/time.ts'
import { anEvent, aSignUp } from '../../../test/cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'

let world: World
let bo: Visitor
let steward: Visitor
let event = ''
let door = ''

before(async () => {
  world = await freshWorld()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  steward = await world.visitor()
  event = await anEvent(world.database, plus(firstNoon, { hours: 1 }))
  const page = await bo.open(`/sv/office/events/${event}/door/stewards`)
  const made = await bo.press(page, 'Skapa länken', { label: 'Ingång B' })
  door = new URL(made.root.querySelector('.steward-link a')?.getAttribute('href') ?? '').pathname
})
after(() => world.close())

const ask = (label: string) =>
  bo.send(`/sv/office/events/${event}/questions/new`, {
    ...{ id: newId(), 'label.sv': label, kind: 'text', asked_of: 'person', asked_at: 'door', keep: '30' },
  })

test('a steward asks whoever has just been let in, and reads no answer of anybody’s', async () => {
  const amina = await aSignUp(world.database, event, { name: 'Amina Ahmed' })
  const search = `${door}?q=amina`
  const before = await steward.press(await steward.open(search), 'Checka in')
  ok(!before.text.includes('Fråga Amina'), 'where nothing is asked at the door, nobody is led to ask')
  world.clock.now = plus(world.clock.now, { seconds: 5 })
  await steward.press(before, 'Ångra')
  world.clock.now = plus(world.clock.now, { seconds: 5 })
  equal((await ask('Vilket språk talar du helst?')).status, 200)
  const path = `${door}/ask/${amina}`
  equal((await steward.open(path)).status, 404, 'whoever has not come is not asked, and not named')
  const inside = await steward.press(await steward.open(search), 'Checka in')
  const page = await steward.open(inside.link('Fråga Amina'))
  match(page.text, /Fråga Amina Ahmed[^]*Vilket språk/)
  const field = page.root.querySelector('main textarea')?.getAttribute('name') ?? ''
  equal((await steward.press(page, 'Spara svaren', { [field]: 'Dari' })).path, door)
  match((await bo.open(`/sv/office/events/${event}/answers`)).text, /Dari/)
  const after = await steward.open(path)
  ok(!after.text.includes('Dari') && after.text.includes('inget att fråga'))
  match((await bo.open(`/sv/office/events/${event}/ask/${amina}`)).html, /Dari/)
  const asked = world.database.as<RecordTables>().selectFrom('record').select(['by_person', 'detail'])
  const { by_person, detail } = await asked.where('what', '=', 'asked-at-door').executeTakeFirstOrThrow()
  deepEqual([by_person, /Ingång B/.test(JSON.stringify(detail))], [null, true])
})

test('whoever comes to another event is asked nothing by this door’s steward', async () => {
  const other = await anEvent(world.database, plus(firstNoon, { hours: 1 }))
  const checked_in_at = world.clock.now
  const elsewhere = await aSignUp(world.database, other, { name: 'Dora', checked_in_at })
  equal((await steward.open(`${door}/ask/${elsewhere}`)).status, 404)
  equal((await steward.send(`${door}/ask/${elsewhere}`, {})).status, 404)
})
