import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import {
  aPledge,
  given,
  partnersOffice,
  pledgeLink,
  sendPledge,
  step,
  thePledge,
} from '../../test/partners-cast.ts'
import { lastMailTo } from '../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../test/world.ts'
import { forgetPledges } from './forget-pledges.ts'

let world: World
let bo: Visitor
let karin: Visitor

before(async () => {
  world = await freshWorld()
  bo = await partnersOffice(world)
  karin = await partnersOffice(world, 'civil-society')
})
after(() => world.close())

test('a pledge reaches the office once its address is confirmed, and is answered by a promised day', async () => {
  const sent = await sendPledge(world, { email: 'late@example.org', giver_name: 'Sena AB' })
  match(sent.text, /Titta i din inkorg/)
  ok(!(await bo.open('/sv/office/pledges')).text.includes('Sena AB'))
  const number = await aPledge(world)
  const page = await bo.open(`/sv/office/pledges/${number}`)
  match(page.text, /Vår hörsal fyra kvällar/)
  equal((await thePledge(world, number)).answer_due_on, '2026-12-07', 'ten working days after a Monday')
  match((await bo.open('/sv/office')).text, /Kontorshotellet Kajplats erbjuder något/)
})

test('what is missing in the form is said beside it, and no words are lost', async () => {
  const answer = await sendPledge(world, { kind: '', what: '', giver_name: 'Kvarnen', amount: 'många' })
  equal(answer.status, 422)
  match(answer.text, /Välj vad det handlar om/)
  match(answer.html, /value="Kvarnen"/)
})

test('a form that came too fast or filled in the hidden field is shown again with its words', async () => {
  const guest = await world.visitor()
  const page = await guest.open('/sv/partners/pledge')
  const fields = { kind: 'time', giver: 'person', giver_name: 'Sol', what: 'Tid', publish: 'named' }
  const fast = await guest.press(page, 'Skicka erbjudandet', {
    ...fields,
    language: 'sv',
    email: 'sol@example.org',
  })
  equal(fast.status, 422)
  match(fast.text, /Det gick så fort/)
  equal((await sendPledge(world, { website: 'x' })).status, 422)
})

test('from the talk to the thanks: the giver is told, the gift stands in the public list and in the year', async () => {
  const number = await aPledge(world, { email: 'kaj@example.org' })
  equal((await given(bo, number)).status, 200)
  const list = await (await world.visitor()).open('/sv/partners/given')
  match(list.text, /Kontorshotellet Kajplats/)
  match(list.text, /Hörsal fyra kvällar/)
  match(list.text, /Kvällsmöten om unga/)
  equal((await step(karin, number, { do: 'thanked', words: 'Tack så mycket!' })).status, 200)
  const mail = await lastMailTo(world, 'kaj@example.org')
  match(mail.text_body, /Tack så mycket!/)
  match((await (await world.visitor()).open(await pledgeLink(world, 'kaj@example.org'))).text, /Tackat/)
  match(
    (await (await world.visitor()).open('/sv/partners/outcome?year=2026')).text,
    /Kontorshotellet Kajplats/,
  )
  match((await (await world.visitor()).open('/sv/partners/given.csv')).html, /Kontorshotellet Kajplats/)
})

test('two who take the same step: the second is told, with the words kept', async () => {
  const number = await aPledge(world, { email: 'two@example.org' })
  await bo.send(`/sv/office/pledges/${number}`, { do: 'talk', seen: '0', words: 'Ses vi?' })
  const second = await karin.send(`/sv/office/pledges/${number}`, {
    do: 'declined',
    seen: '0',
    reason: 'other',
    words: 'Nej',
  })
  equal(second.status, 409)
  match(second.text, /Någon annan hann före/)
  match(second.html, />Nej<\/textarea>/)
  equal((await thePledge(world, number)).state, 'talk')
})

test('the giver decides what may be read, also afterwards', async () => {
  const number = await aPledge(world, {
    email: 'shy@example.org',
    giver_name: 'Blygsamma AB',
    publish: 'unnamed',
  })
  await given(bo, number, { 'given_to.sv': 'Kaffe' })
  const guest = await world.visitor()
  const read = async () => (await guest.open('/sv/partners/given')).text
  ok(!(await read()).includes('Blygsamma AB'))
  match(await read(), /Vill inte nämnas vid namn/)
  const own = await pledgeLink(world, 'shy@example.org')
  await guest.send(own, { do: 'publish', publish: 'named' })
  match(await read(), /Blygsamma AB/)
  await guest.send(own, { do: 'publish', publish: 'sums' })
  ok(!(await read()).includes('Kaffe'))
  ok(!(await guest.open('/sv/partners/given.csv')).html.includes('Kaffe'))
  match(await read(), /En gåva till räknas med/)
})

test('a pledge is taken back with a reason until it is given, and not afterwards', async () => {
  const number = await aPledge(world, { email: 'back@example.org' })
  const own = await pledgeLink(world, 'back@example.org')
  const guest = await world.visitor()
  equal((await guest.send(own, { do: 'withdraw' })).status, 422)
  equal((await guest.send(own, { do: 'withdraw', reason: 'changed-plans' })).status, 200)
  equal((await thePledge(world, number)).state, 'withdrawn')
  const other = await aPledge(world, { email: 'given@example.org' })
  await given(bo, other)
  const late = await guest.send(await pledgeLink(world, 'given@example.org'), {
    do: 'withdraw',
    reason: 'other',
  })
  equal(late.status, 409)
})

test('what is agreed covers what is needed', async () => {
  const id = '0197f000-0000-7000-8000-000000000001'
  const need = {
    id,
    kind: 'premises',
    'title.sv': 'Sex kvällar',
    amount: '6',
    unit: 'times',
    needed_on: '2027-02-01',
  }
  const added = await bo.send('/sv/office/pledges/needs/new', { ...need, seen: '0', elsewhere: '1' })
  equal(added.status, 200)
  const number = await aPledge(world, { need: id, email: 'covers@example.org' })
  const guest = await world.visitor()
  match(
    (await guest.open('/sv/partners')).text,
    /1 tillfälle av 6 tillfällen finns.*Vi talar med någon om 4 tillfällen/,
  )
  await step(bo, number, { do: 'talk' })
  await step(bo, number, { do: 'agreed' })
  match((await guest.open('/sv/partners')).text, /5 tillfällen av 6 tillfällen finns/)
  const stale = await karin.send(`/sv/office/pledges/needs/${id}`, { ...need, amount: '9', seen: '0' })
  equal(stale.status, 409, 'somebody has written meanwhile')
})

test('a year after the last step nobody is known any longer, and the gift is still there', async () => {
  const number = await aPledge(world, {
    email: 'gone@example.org',
    giver: 'person',
    giver_name: 'Sol Hernández',
    publish: 'unnamed',
  })
  await given(bo, number, { 'given_to.sv': 'Glömda kvällar' })
  await step(bo, number, { do: 'thanked', words: 'Tack Sol' })
  await forgetPledges(world.database.as(), plus(world.clock.now, { days: 370 }))
  const { email, giver_name, what, contact_name } = await thePledge(world, number)
  deepEqual(
    { email, giver_name, what, contact_name },
    { email: null, giver_name: null, what: '', contact_name: null },
  )
  match((await (await world.visitor()).open('/sv/partners/given')).text, /Glömda kvällar/)
})
