import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { anEvent } from '../../../test/cast.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { aLinkedTable, aTable } from '../../../test/note-cast.ts'
import { firstNoon, freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { AllTables } from '../../tables.ts'
import { cardsChangedSince } from './changed-cards.sql.ts'
import type { CardFields, SentEdit, TableAnswer } from './device.ts'

let world: World
let by: string
let bo: Visitor
let table: Visitor
before(async () => {
  world = await freshWorld()
  by = await coordinatorOf(world.database, 'city', 'Bo')
  bo = await world.visitor(by)
  table = await world.visitor()
})
after(() => world.close())

const db = () => world.database.as<AllTables>()
const fields = (given: Partial<CardFields> = {}): CardFields => ({
  ...{ round: 1, kind: 'insight', words: 'Bänkar saknas.', whoCould: null, takenAway: false, ...given },
})
const written = (given: Partial<SentEdit> = {}): SentEdit => ({
  ...{ nonce: newId(), card: newId(), base: null, was: null, now: fields(), settles: [] },
  ...{ language: 'sv', device: 'A', at: firstNoon, ...given },
})

async function send(token: string, edits: readonly unknown[], since = 0): Promise<TableAnswer> {
  const answer = await table.sendJson(`/sv/table/${token}/edits`, { edits, since })
  equal(answer.status, 200, answer.html)
  return JSON.parse(answer.html) as TableAnswer
}
const outcomes = (answer: TableAnswer): string[] => answer.outcomes.map(({ outcome }) => outcome)

async function anOpenTable() {
  world.clock.now = firstNoon
  const event = await anEvent(world.database, firstNoon)
  return { event, ...(await aLinkedTable(world.database, event, { number: 1, by })) }
}

test('a card is written, changed, taken away and fetched back by forms, without script', async () => {
  const { token } = await anOpenTable()
  const page = await table.open(`/sv/table/${token}`)
  const unsaid = await table.press(page, 'Spara kortet', {
    kind: 'proposal',
    words: ' ',
    whoCould: 'Parkförvaltningen',
  })
  equal(unsaid.status, 422)
  match(unsaid.text, /Skriv något på kortet/)
  match(unsaid.html, /value="Parkförvaltningen"/)
  const kept = await table.press(unsaid, 'Spara kortet', { words: 'Fler bänkar' })
  match(kept.text, /Sparat\./)
  match(kept.text, /Förslag.*Fler bänkar.*Kan göra det: Parkförvaltningen/)
  // Sent once more, as by somebody who presses twice.
  await table.press(unsaid, 'Spara kortet', { words: 'Fler bänkar' })
  const again = await table.open(`/sv/table/${token}`)
  equal(again.root.querySelectorAll('#table-cards > li').length, 1)
  const change = await table.open(again.link('Ändra'))
  const changed = await table.press(change, 'Spara ändringen', { words: 'Fler bänkar i skuggan' })
  match(changed.text, /Fler bänkar i skuggan/)
  const gone = await table.press(changed, 'Ta bort')
  match(gone.text, /Kortet är borttaget/)
  equal(gone.root.querySelectorAll('#table-cards > li').length, 0)
  const back = await table.press(gone, 'Ta tillbaka')
  equal(back.root.querySelectorAll('#table-cards > li').length, 1)
})

test('two phones without a net change one card: in different places it becomes one text, else both stand', async () => {
  const { token, event } = await anOpenTable()
  const first = written({ now: fields({ words: 'Vi vill ha bänkar i parken.' }) })
  await send(token, [first])
  const change = (words: string): SentEdit =>
    written({ card: first.card, base: first.nonce, was: first.now, now: { ...first.now, words } })
  const [here, there] = [
    change('Nu vill vi ha bänkar i parken.'),
    change('Vi vill ha bänkar i parken och träd.'),
  ]
  deepEqual(outcomes(await send(token, [here])), ['done'])
  deepEqual(outcomes(await send(token, [there])), ['merged'])
  const same = change('Vi vill ha bord i parken.')
  deepEqual(outcomes(await send(token, [same, same])), ['merged', 'merged'])
  const other = change('Vi vill ha stolar i parken.')
  const answer = await send(token, [other])
  deepEqual(outcomes(answer), ['beside'])
  const [card] = answer.cards
  equal(card?.words, 'Nu vill vi ha bord i parken och träd.')
  deepEqual(
    card?.beside.map(({ words }) => words),
    ['Vi vill ha stolar i parken.'],
  )

  const page = await table.open(`/sv/table/${token}`)
  equal(page.root.querySelectorAll('#table-cards .note-apart').length, 1)
  const office = await bo.open(`/sv/office/events/${event}/table-notes`)
  match(office.text, /Ett kort har två texter/)
  const two = await table.press(page, 'Gör två kort')
  equal(two.root.querySelectorAll('#table-cards > li').length, 2)
  equal(two.root.querySelectorAll('#table-cards .note-apart').length, 0)
  const history = await bo.open(`/sv/office/events/${event}/table-notes/cards/${first.card}`)
  for (const one of [first, here, there, same, other]) ok(history.text.includes(one.now.words))
})

test('what was sent already is answered the same and changes nothing; what is no card is answered by itself', async () => {
  const { token } = await anOpenTable()
  const other = await anOpenTable()
  const good = written()
  const bad = { ...written(), now: { words: '' } }
  const answer = await send(token, [bad, good, bad, good])
  deepEqual(
    answer.outcomes.map(({ nonce, outcome }) => [nonce, outcome]).toSorted(),
    [
      [good.nonce, 'done'],
      [good.nonce, 'done'],
      [bad.nonce, 'wrong'],
      [bad.nonce, 'wrong'],
    ].toSorted(),
  )
  equal(answer.cards.length, 1)
  // Another table can neither change it nor learn what became of it.
  const theirs = written({ card: good.card, was: good.now, now: fields({ words: 'Vårt nu.' }) })
  deepEqual(outcomes(await send(other.token, [theirs, good])), ['wrong', 'wrong'])
  equal((await send(token, [])).cards[0]?.words, 'Bänkar saknas.')
  equal((await table.sendJson(`/sv/table/${token}/edits`, { edits: 'x' })).status, 422)
  equal((await table.send(`/sv/table/${token}/edits`, { edits: '[]' })).status, 415)
  equal((await table.sendJson(`/sv/table/${newId()}/edits`, { edits: [], since: 0 })).status, 404)
})

test('text stays text, whatever is in it', async () => {
  const { token, event } = await anOpenTable()
  const words = '<script>alert(1)</script> & "citat"'
  await send(token, [written({ now: fields({ words }) })])
  for (const page of [
    await table.open(`/sv/table/${token}`),
    await bo.open(`/sv/office/events/${event}/table-notes`),
  ]) {
    ok(page.text.includes('alert(1)'))
    ok(!page.html.includes('<script>alert'))
  }
})

test('a table writes until six hours after the event, and what phones held is taken in for two days more', async () => {
  const { token, event } = await anOpenTable()
  const page = await table.open(`/sv/table/${token}`)
  const ends = plus(firstNoon, { hours: 1 })
  world.clock.now = plus(ends, { hours: 6 })
  const late = await table.press(page, 'Spara kortet', { kind: 'insight', words: 'Sent om sider' })
  equal(late.status, 409)
  match(late.text, /Träffen är slut, så kortet kan inte sparas/)
  match(late.text, /Sent om sider/)
  deepEqual(outcomes(await send(token, [written({ at: '2031-01-01T00:00:00.000Z' })])), ['done'])
  world.clock.now = plus(ends, { hours: 54 })
  const answer = await send(token, [written()])
  deepEqual([outcomes(answer), answer.state], [['too-late'], 'over'])
  equal((await table.open(`/sv/table/${token}`)).status, 404)
  const kept = await db().selectFrom('note_card').select('id').where('event_id', '=', event).execute()
  equal(kept.length, 1)
})

test('a link that has ended shows nothing more; what its phone still sends waits for an organizer', async () => {
  const { token, event } = await anOpenTable()
  const card = written()
  await send(token, [card])
  const office = await bo.open(`/sv/office/events/${event}/table-notes`)
  const renewed = await bo.press(office, 'Gör en ny länk')
  const link = renewed.link('Bord 1').replace(/^\/sv\/table\//, '')
  equal((await table.open(`/sv/table/${token}`)).status, 404)
  const change = written({
    card: card.card,
    base: card.nonce,
    was: card.now,
    now: fields({ words: 'Bänkar saknas här.' }),
  })
  const fresh = written({ now: fields({ words: 'Skrivet i hissen.' }) })
  const answer = await send(token, [change, fresh])
  deepEqual([outcomes(answer), answer.cards, answer.state], [['held', 'held'], [], 'ended'])
  equal((await send(link, [])).cards[0]?.words, 'Bänkar saknas.')
  const waiting = await bo.open(`/sv/office/events/${event}/table-notes`)
  match(waiting.text, /2 ändringar kom med avslutade länkar/)
  const taken = await bo.press(waiting, 'Ta in')
  match(taken.text, /En ändring kom/)
  await bo.press(taken, 'Låt bli')
  deepEqual(
    (await send(link, [])).cards.map(({ words }) => words),
    ['Bänkar saknas här.'],
  )
  const kinds = await db()
    .selectFrom('record')
    .select('what')
    .where('about', '=', event)
    .orderBy('id')
    .execute()
  deepEqual(
    kinds.map(({ what }) => what),
    ['table-link-renewed', 'held-card-taken-in', 'held-card-let-go'],
  )
})

test('an organizer makes links for all tables at once, prints them, and ends them', async () => {
  const event = await anEvent(world.database, firstNoon)
  world.clock.now = firstNoon
  const none = await bo.open(`/sv/office/events/${event}/table-notes`)
  match(none.text, /Det finns inga bord än/)
  for (const number of [1, 2, 3]) await aTable(world.database, event, number)
  const made = await bo.press(
    await bo.open(`/sv/office/events/${event}/table-notes`),
    'Gör länkar till alla bord',
  )
  match(made.text, /3 av 3 bord har en länk/)
  const sheet = await bo.open(made.link('Skriv ut blad'))
  equal(sheet.root.querySelectorAll('.sheet svg.qr').length, 3)
  const ended = await bo.press(made, 'Avsluta alla länkar')
  match(ended.text, /0 av 3 bord har en länk/)
  const rows = await db().selectFrom('table_link').select('token').where('event_id', '=', event).execute()
  ok(rows.every(({ token }) => token === null))
})

test('an organizer hides a card with a reason: it is off the wall, and the table cannot bring it back', async () => {
  const { token, event } = await anOpenTable()
  const { cursor } = await send(token, [written(), written()])
  const [card] = (await send(token, [])).cards
  const path = `/sv/office/events/${event}/table-notes/cards/${card?.id}`
  const unsaid = await bo.press(await bo.open(path), 'Dölj kortet')
  equal(unsaid.status, 422)
  await bo.press(unsaid, 'Dölj kortet', { because: 'Namnger en person.' })
  const [changed, ...others] = await cardsChangedSince(db(), event, cursor)
  deepEqual([changed?.id, changed?.removed_at !== null, others.length], [card?.id, true, 0])
  const page = await table.open(`/sv/table/${token}`)
  match(page.root.querySelector('#table-away')?.textContent ?? '', /Dolt av den som ordnar träffen/)
  ok(!page.text.includes('Namnger en person'))
  const csv = await bo.open(`/sv/office/events/${event}/table-notes/cards.csv`)
  equal(csv.html.trim().split('\n').length, 2)
  await bo.press(await bo.open(path), 'Visa kortet igen')
  equal(
    (
      await db()
        .selectFrom('note_card')
        .select('id')
        .where('removed_at', 'is not', null)
        .where('event_id', '=', event)
        .execute()
    ).length,
    0,
  )
})
