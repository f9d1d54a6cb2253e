import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { aCard, anotherText, forumTables } from '../../../test/harvest-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import { loadBoard } from '../forum-day/wall/load-board.tsx'
import type { Db } from '../tables.ts'
import { loadHarvest } from './load-harvest.ts'

let world: World
let by: Member
before(async () => {
  world = await freshWorld()
  by = await aMember(world.database, 'Vera', 'city')
})
after(() => world.close())

const db = (): Db => world.database.as()

async function twoTexts() {
  const at = world.clock.now
  const eventId = await anEvent(world.database, firstNoon)
  const [tableId = ''] = await forumTables(world.database, eventId, 1)
  const cardId = await aCard(world.database, { eventId, tableId, words: 'Öppet på kvällar.', at })
  await anotherText(world.database, { eventId, tableId, cardId, by: by.id, words: 'Öppet på helger.', at })
  return { eventId, cardId }
}

test('a card with two texts shows both, is marked, and is put together once somebody has chosen', async () => {
  const { eventId, cardId } = await twoTexts()
  const vera = await world.visitor(by.id)
  const path = `/sv/office/events/${eventId}/harvest`
  const page = await vera.open(path)
  for (const words of [/Öppet på kvällar\./, /Öppet på helger\./, /Två texter: välj en/])
    match(page.text, words)
  ok(page.root.querySelector(`main a[href="/sv/office/events/${eventId}/table-notes"]`))
  const form = { do: 'join', id: newId(), card: cardId, title: 'Öppet' }
  const refused = await vera.send(path, form)
  equal(refused.status, 409)
  match(refused.text, /Välj en av dem/)
  equal((await loadHarvest(db(), eventId)).loose.length, 1)

  await db()
    .updateTable('note_beside')
    .set({ settled_at: world.clock.now })
    .where('event_id', '=', eventId)
    .execute()
  equal((await vera.send(path, form)).status, 200)
  equal((await loadHarvest(db(), eventId)).groups.length, 1)
})

test('the wall shows both texts, and is drawn anew when one was chosen', async () => {
  const { eventId } = await twoTexts()
  const look = { view: 'proposals', language: 'sv', promise: '/promise' } as const
  const drawn = new Map()
  const board = async () => loadBoard(db(), { eventId, look, now: world.clock.now, drawn })
  const both = (await board())?.cards.map(({ html }) => html).join('') ?? ''
  match(both, /Öppet på kvällar\..*eller.*Öppet på helger\./s)
  await db()
    .updateTable('note_beside')
    .set({ settled_at: world.clock.now })
    .where('event_id', '=', eventId)
    .execute()
  const one = (await board())?.cards.map(({ html }) => html).join('') ?? ''
  ok(one.includes('kvällar') && !one.includes('helger'))
})
