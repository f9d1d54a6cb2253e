import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#platform/ids.ts'
import { json } from '#platform/db.ts'
import { plus } from '#platform/time.ts'
import { answerSuggestion, tellStep } from '#network/needs-offers/answer-suggestion.ts'
import { setAnswer } from '#network/needs-offers/matches.sql.ts'
import { anEvent } from '../../test/cast.ts'
import { lettersAt } from '../../test/letters.ts'
import { aSuggestion } from '../../test/need-offer-cast.ts'
import { type Answer, freshWorld, type Visitor, type World } from '../../test/world.ts'
import type { AllTables } from '../tables.ts'

let world: World
let stranger: Visitor

before(async () => {
  world = await freshWorld()
  stranger = await world.visitor()
})
after(() => world.close())

const db = () => world.database.as<AllTables>()

const kinds = (page: Answer): string[] =>
  page.root.querySelectorAll('.thread > li').map((li) => li.querySelector('.thread-kind')?.textContent ?? '')

async function aPartnership(slug: string): Promise<string> {
  const [id, at] = [newId(), world.clock.now]
  await db()
    .insertInto('partnership')
    .values({
      ...{ id, slug, name: json({ sv: 'Läxor i alla hus' }), kind: 'partnership', state: 'running' },
      ...{ lead: '{}', about: '{}', part: '{}', led_to: '{}', search_text: 'läxor' },
      ...{ began_year: 2026, ended_year: null, position: 99, changed_at: at },
    })
    .execute()
  return id
}

test('from what is needed over the introduction to the meeting and the partnership, and nothing of the two', async () => {
  const at = world.clock.now
  const { id, need } = await aSuggestion(world.database, at)
  const path = `/sv/thread/network-need/${need.id}`
  deepEqual(kinds(await stranger.open(path)), ['Behov'])
  ok(!(await stranger.open(`/sv/network/needs/${need.id}`)).text.includes('Den röda tråden'))
  const yes = { do: 'yes', seen: at } as const
  for (const side of ['need', 'offer'] as const)
    await answerSuggestion(world.database.as(), null, { id, side }, yes, lettersAt(at))
  const event = await anEvent(world.database, plus(at, { days: -9 }), { title: json({ sv: 'Läxfest' }) })
  const partnership = await aPartnership('laxor-i-alla-hus')
  const told = {
    do: 'tell',
    kind: 'led-to',
    words: 'Amina i luckan hjälpte oss',
    partnership,
    event,
  } as const
  equal(await tellStep(world.database.as(), null, { id, side: 'need' }, told, lettersAt(at)), null)

  const page = await stranger.open(path)
  deepEqual(kinds(page), ['Behov', 'Kontakt', 'Träff', 'Samarbete'])
  for (const words of ['Läxfest', 'Läxor i alla hus', 'Två organisationer fick kontakt'])
    match(page.text, new RegExp(words))
  ok(!/Amina|i luckan|@example/.test(page.html), 'no words of the two, and nothing that reaches them')
  deepEqual(kinds(await stranger.open('/sv/thread/partnership/laxor-i-alla-hus')), [
    ...['Behov', 'Kontakt', 'Samarbete'],
  ])
  const { slug } = await db()
    .selectFrom('event')
    .select('slug')
    .where('id', '=', event)
    .executeTakeFirstOrThrow()
  deepEqual(kinds(await stranger.open(`/sv/thread/event/${slug}`)).slice(0, 3), ['Behov', 'Kontakt', 'Träff'])
  for (const place of [`/sv/network/needs/${need.id}`, '/sv/network/laxor-i-alla-hus'])
    match((await stranger.open(place)).text, /Den röda tråden/)
})

test('what was taken down, and what was only suggested or answered with a no, is on no thread', async () => {
  const at = world.clock.now
  const { id, need, offer } = await aSuggestion(world.database, at)
  await setAnswer(db(), id, 'need', { said: 'yes', at, by: null })
  await setAnswer(db(), id, 'offer', { said: 'no', at, by: null })
  deepEqual(kinds(await stranger.open(`/sv/thread/network-need/${need.id}`)), ['Behov'])
  equal((await stranger.open(`/sv/thread/network-need/${offer.id}`)).status, 404)
  const down = { ended_at: at, ended_because: 'taken-down', reason: 'x' } as const
  await db().updateTable('need_offer').set(down).where('id', '=', need.id).execute()
  equal((await stranger.open(`/sv/thread/network-need/${need.id}`)).status, 404)
})
