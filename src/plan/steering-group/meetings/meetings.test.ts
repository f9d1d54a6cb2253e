import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember } from '../../../../test/cast.ts'
import { coordinatorOf, lastMailTo } from '../../../../test/people-cast.ts'
import { aSeat } from '../../../../test/steering-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../../test/world.ts'
import type { Db } from '../../tables.ts'
import { tellMembers } from './tell-members.ts'

let world: World
let db: Db
let bo: Visitor
let mia: Visitor
let guest: Visitor
let organiser: Visitor

const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`
const office = '/sv/office/steering-group/meetings'

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await world.visitor(await coordinatorOf(world.database, 'city', 'Bo'))
  mia = await world.visitor(await coordinatorOf(world.database, 'civil-society', 'Mia'))
  organiser = await world.visitor((await aMember(world.database, 'Olle')).id)
  guest = await world.visitor()
  const seat = await aSeat(mia, 'Kultur')
  await mia.send(`${seat}/fill`, {
    ...{ id: newId(), person_name: 'Asta', email: 'asta@example.org', language: 'en', how: 'decision' },
    ...{ starts_on: '2026-11-23', ends_on: '2028-11-22', 'decision_body.sv': 'Valmötet' },
    ...{ decided_on: '2026-11-20', paragraph: '§ 7', case_number: '9' },
  })
})
after(() => world.close())

async function plan(): Promise<string> {
  const form = await bo.open(`${office}/new`)
  const when = { date: '2026-12-10', starts: '16:00', ends: '18:00', place: 'Kansliet' }
  const desk = await bo.press(form, 'Spara', when)
  return desk.path.split('/').at(-1) ?? ''
}

test('a meeting goes from its call to published minutes, and its decision is shown where it points', async () => {
  const id = await plan()
  const desk = `${office}/${id}`
  const proposal = { id: newId(), year: 2027, state: 'proposed' as const, created_at: firstNoon }
  const texts = { title: json({ sv: 'Unga' }), why: json({ sv: 'För att' }) }
  await db
    .insertInto('focus_proposal')
    .values({ ...proposal, ...texts })
    .execute()
  const { id: planId, slug } = await db.selectFrom('plan').select(['id', 'slug']).executeTakeFirstOrThrow()
  const item = { id: newId(), 'title.sv': 'Fokus', about: 'focus-year:2027' }
  equal((await mia.send(`${desk}/items`, item)).status, 200)
  match((await guest.open(`/sv/steering-group/meetings/${id}`)).text, /Fokus.*fokusområden 2027.*Unga/)
  match((await guest.open('/sv/steering-group')).text, /0 av 4 möten har hållits 2026\. Ett till är planerat/)

  await tellMembers(db, { now: firstNoon, url })
  await tellMembers(db, { now: firstNoon, url })
  const calls = (await world.mails()).filter(({ to_address }) => to_address === 'asta@example.org')
  equal(calls.length, 2, 'the seat, and one call')
  const own = await guest.open((await lastMailTo(world, 'asta@example.org')).link)
  match(own.text, /Meeting of the steering group/)

  const decision = { id: newId(), 'words.sv': 'Vi står bakom planen.', about: `plan:${planId}` }
  equal((await bo.send(`${desk}/decisions`, decision)).status, 409, 'nothing is decided before the meeting')
  world.clock.now = '2026-12-10T18:00:00.000Z'
  equal((await bo.send(`${desk}/decisions`, decision)).status, 200)
  equal((await bo.send(`${desk}/decisions`, { ...decision, id: newId(), about: 'plan:none' })).status, 404)
  await bo.press(await bo.open(`${desk}/items/${item.id}`), 'Spara avvägningen', {
    [`place-${proposal.id}`]: '1',
  })
  const form = await bo.open(`${desk}/minutes`)
  match(form.text, /Asta, /, 'the office knows who was there, shown to everybody or not')
  ok(!form.text.includes('plats 0'))
  await bo.press(form, 'Spara', { 'said.sv': 'Vi talade.' })
  await bo.press(await bo.open(desk), 'Skicka till ledamöterna')
  const draft = await guest.open((await lastMailTo(world, 'asta@example.org')).link)
  match(draft.text, /Vi talade/)
  await guest.press(draft, 'Send the correction', { words: 'Kl. 17' })
  ok(!(await guest.open(`/sv/steering-group/meetings/${id}`)).text.includes('Vi talade'))
  equal((await bo.send(`${desk}/step`, { do: 'approve' })).status, 409, 'the week is not over')
  world.clock.now = plus(world.clock.now, { days: 8 })
  match((await bo.press(await bo.open(desk), 'Justera för min part')).text, /Svara på alla rättelser/)
  const answer = await bo.open((await bo.open(desk)).link('Svara'))
  await bo.press(answer, 'Svara', { answer: 'not-taken-in', because: 'Det var 16.' })
  await bo.press(await bo.open(desk), 'Justera för min part')
  equal((await bo.send(`${desk}/step`, { do: 'publish' })).status, 409, 'one party is not both')
  equal((await bo.send(`${desk}/step`, { do: 'approve' })).status, 409, 'nor does one party approve twice')
  await mia.press(await mia.open(desk), 'Justera för min part')
  equal((await bo.send(`${desk}/decisions`, { ...decision, id: newId() })).status, 409)
  await mia.press(await mia.open(desk), 'Publicera protokollet')
  const shown = await guest.open(`/sv/steering-group/meetings/${id}`)
  match(shown.text, /Unga – föreslås som nummer 1.*Vi talade.*§ 1\. Vi står bakom planen/)
  match((await guest.open(`/sv/plan/periods/${slug}`)).text, /har styrgruppen beslutat.*Vi står bakom planen/)
  world.clock.now = firstNoon
})

test('an organiser and nobody at all can neither plan, decide nor approve', async () => {
  const id = await plan()
  const tries = [
    'new',
    `${id}/edit`,
    `${id}/cancel`,
    `${id}/items`,
    `${id}/decisions`,
    `${id}/minutes`,
    `${id}/step`,
  ]
  for (const what of tries)
    for (const who of [organiser, guest]) equal((await who.send(`${office}/${what}`, {})).status, 404, what)
  const off = await mia.press(await mia.open(`${office}/${id}/cancel`), 'Ställ in mötet', {
    'reason.sv': 'Sjuk',
  })
  match(off.text, /Inställt.*Sjuk/)
  equal((await mia.send(`${office}/${id}/cancel`, { 'reason.sv': 'Igen' })).status, 409)
})
