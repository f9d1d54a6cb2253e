import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parse } from 'node-html-parser'
import { json, transact } from '#platform/db.ts'
import { actingFor, anAccepted, anHour } from '../../../test/hour-cast.ts'
import { coordinatorOf, lastMailTo } from '../../../test/people-cast.ts'
import { baseUrl, firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { forgetProposals } from './forget-proposals.ts'
import { layOutSlots } from './lay-out-slots.ts'
import { loadTurns } from './load-turns.ts'
import { letPass } from './let-pass.ts'
import { schedulePresentation } from './schedule-presentation.ts'
import type { Acting } from './turn-change.ts'
import { whoseTurn } from './turns.rules.ts'

let world: World
let city: Acting
let society: Acting
let [bo, amina]: Visitor[] = []
let first = ''
let second = ''

const db = (): Db => world.database.as()
const desk = '/sv/office/series/malmo-hour'
const evil = 'https://evil.example www.evil.example'

before(async () => {
  world = await freshWorld()
  const [one, other] = [
    await coordinatorOf(world.database, 'city', 'Bo'),
    await coordinatorOf(world.database, 'civil-society', 'Amina'),
  ]
  city = await actingFor(world, one, firstNoon)
  society = await actingFor(world, other, firstNoon)
  bo = await world.visitor(one)
  amina = await world.visitor(other)
  first = await anHour(world, '2026-12-10T08:00:00.000Z')
  second = await anHour(world, '2027-02-11T08:00:00.000Z')
  for (const event of [first, second])
    equal(await layOutSlots(db(), city, event, { do: 'lay-out', minutes: [25, 25] }), null)
})
after(() => world.close())

const slotOf = async (event: string, { side }: Acting): Promise<string> =>
  (await loadTurns(db())).slots.find((slot) => slot.eventId === event && slot.side === side)?.id ?? ''

async function ask(reason: string): Promise<string> {
  const form = await (bo as Visitor).open(`${desk}/swaps/new?slot=${await slotOf(first, city)}`)
  const other = await slotOf(second, society)
  const sent = await (bo as Visitor).press(form, 'Skicka frågan', { other, reason })
  match(sent.text, /Ingenting har flyttats än/)
  return sent.path
}

test('a swap taken back half-way changes nothing, and can no longer be agreed to', async () => {
  const path = await ask('Resa')
  match((await (amina as Visitor).open('/sv/office')).text, /En fråga om byte på Malmötimmen/)
  equal(
    (await (bo as Visitor).send(path, { answer: 'yes' })).status,
    404,
    'nobody answers for the other side',
  )
  await (bo as Visitor).press(await (bo as Visitor).open(path), 'Ta tillbaka frågan')
  const late = await (amina as Visitor).send(path, { answer: 'yes' })
  equal(late.status, 409)
  match(late.text, /Frågan är tillbakatagen av den sida som ställde den/)
  match((await lastMailTo(world, 'amina@example.org')).subject, /tillbakatagen/)
  ok(await slotOf(first, city))
})

test('a no needs a reason; a yes moves both slots at once, and what is presented moves along', async () => {
  const declined = await ask('Resa igen')
  equal((await (amina as Visitor).send(declined, { answer: 'no' })).status, 422)
  await (amina as Visitor).send(declined, { answer: 'no', because: 'Vi är redan klara.' })
  match((await lastMailTo(world, 'bo@example.org')).text_body, /Vi är redan klara\./)

  const title = `Karta ${evil}`
  const proposalId = await anAccepted(world, city, title)
  const slotId = await slotOf(first, city)
  equal(await schedulePresentation(db(), city, { proposalId, slotId }), null)
  const path = await ask('Tredje gången')
  await (amina as Visitor).press(await (amina as Visitor).open(path), 'Svara', { answer: 'yes' })
  const turns = await loadTurns(db())
  equal(turns.slots.find(({ id }) => id === slotId)?.side, society.side)
  equal(turns.slots.find(({ presentation }) => presentation?.id === proposalId)?.eventId, second)
  match((await lastMailTo(world, `${proposalId}@example.org`)).subject, /har fått en annan tid/)
  match(
    (await (bo as Visitor).open('/sv/series/malmo-hour')).text,
    /bytte pass med civilsamhället\. Tredje gången/,
  )
})

test('a called-off hour gives its turns back, and what was to be presented waits again', async () => {
  const before_ = (await loadTurns(db())).history
  await transact(db(), (tx) =>
    tx
      .updateTable('event')
      .set({ cancelled_at: firstNoon, cancel_reason: json({ sv: 'Storm' }) })
      .where('id', '=', second)
      .execute(),
  )
  const turns = await loadTurns(db())
  equal(turns.history.turns.length, before_.turns.length, 'the history stays')
  // After the swap civil society has both slots of the first hour, and the city's turns came to nothing.
  equal(whoseTurn(turns.history)?.side, city.side)
  equal(whoseTurn(turns.history)?.because, 'given-back')
  await anAccepted(world, { ...city, now: '2026-01-02T11:00:00.000Z' }, 'Äldre')
  const queue = (await (bo as Visitor).open('/sv/series/malmo-hour')).text
  match(queue, /Väntar på ett pass.*Karta.*Äldre/, 'who was to present there is first in line')
  match((await (bo as Visitor).open(`/sv/events/${second}`)).text, /turerna är inte förbrukade/)
  const third = await anHour(world, '2027-03-11T08:00:00.000Z')
  equal(await layOutSlots(db(), society, third, { do: 'lay-out', minutes: [25, 25] }), null)
  const sides = (await loadTurns(db())).slots
    .filter(({ eventId }) => eventId === third)
    .map(({ side }) => side)
  equal(sides.join(), [city.side, city.side].join(), 'both turns that came to nothing come first')
})

test('what happened at an hour that is not published is for the office alone, and its reason too', async () => {
  const shown = async () => (await (bo as Visitor).open('/sv/series/malmo-hour')).text
  match(await shown(), /Tredje gången.*Malmötimmen om grannar, torsdag 10 december 2026/)
  const publish = (at: string | null) =>
    db().updateTable('event').set({ published_at: at }).where('id', '=', first).execute()
  await publish(null)
  ok(!(await shown()).includes('Tredje gången'))
  await publish(firstNoon)
})

test('both pages say whose turn it is as the rule does, for the next new slot', async () => {
  const next = whoseTurn((await loadTurns(db())).history)
  const side = next?.side === city.side ? 'Malmö stad' : 'civilsamhället'
  for (const path of ['/sv/series/malmo-hour', `${desk}/turns`, `/sv/office/events/${first}/slots`])
    match(
      (await (bo as Visitor).open(path)).text,
      new RegExp(`Nu står ${side} på tur och får nästa nya pass`),
    )
})

test('an hour that is moved keeps its slots and their sides', async () => {
  const was = (await loadTurns(db())).slots.filter(({ eventId }) => eventId === first).map(({ side }) => side)
  const times = { starts_at: '2027-04-08T08:00:00.000Z', ends_at: '2027-04-08T09:00:00.000Z' }
  await db().updateTable('event').set(times).where('id', '=', first).execute()
  const is = (await loadTurns(db())).slots.filter(({ eventId }) => eventId === first).map(({ side }) => side)
  equal(is.join(), was.join())
})

test('while one party has a coordinator alone, all but the other side’s yes works', async () => {
  const lonely = await freshWorld()
  after(() => lonely.close())
  const person = await coordinatorOf(lonely.database, 'city', 'Bo')
  const alone = await actingFor(lonely, person, firstNoon)
  const own: Db = lonely.database.as()
  const event = await anHour(lonely, '2027-05-13T08:00:00.000Z')
  equal(await layOutSlots(own, alone, event, { do: 'lay-out', minutes: [25, 25, 25] }), null)
  const [ours, theirs, last] = (await loadTurns(own)).slots
  const proposalId = await anAccepted(lonely, alone, 'Ensam')
  equal(await schedulePresentation(own, alone, { proposalId, slotId: ours?.id ?? '' }), null)
  const visitor = await lonely.visitor(person)
  const form = await visitor.open(`${desk}/swaps/new`)
  const swap = { slot: ours?.id ?? '', other: theirs?.id ?? '', reason: 'Resa' }
  const asked = await visitor.press(form, 'Skicka frågan', swap)
  match(asked.text, /finns ingen samordnare för den andra sidan/)
  await visitor.press(asked, 'Ta tillbaka frågan')
  equal(await letPass(own, alone, event, { do: 'pass', slot: last?.id ?? '', reason: 'Tar slut' }), null)
  equal((await visitor.open(`${desk}/turns`)).status, 200)
})

test('no words of a proposal or a reason put a link into a mail', async () => {
  for (const { html_body, text_body } of await world.mails()) {
    for (const link of parse(html_body).querySelectorAll('[href], [src]'))
      ok((link.getAttribute('href') ?? '').startsWith(`${baseUrl}/`), link.outerHTML)
    ok(!/https:\/\/evil\.example/.test(text_body))
  }
})

test('addresses are forgotten when their time is up, and what nobody confirmed goes', async () => {
  const visitor = await world.visitor()
  const fields = {
    side: city.side,
    title: 'Glöms',
    kind: 'project',
    learn: 'x',
    presenter: 'y',
    language: 'sv',
  }
  const form = await visitor.open('/sv/series/malmo-hour/propose')
  await visitor.press(form, 'Skicka förslaget', { ...fields, email: 'glom@example.org' })
  await forgetProposals(db(), '2026-12-02T11:00:00.000Z')
  equal(
    await db().selectFrom('hour_proposal').select('id').where('title', '=', 'Glöms').executeTakeFirst(),
    undefined,
  )
  await forgetProposals(db(), '2029-01-01T11:00:00.000Z')
  const left = await db().selectFrom('hour_proposal').select('email').where('email', 'is not', null).execute()
  equal(left.length, 0)
})
