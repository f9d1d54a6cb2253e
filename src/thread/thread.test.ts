import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { aPublishedNote } from '../../test/forum-cast.ts'
import { aMember } from '../../test/cast.ts'
import { adoptedByAll, aPromise, aRecommendation, committed, goalIds } from '../../test/plan-cast.ts'
import { type Answer, freshWorld, type Visitor, type World } from '../../test/world.ts'
import type { Db } from './tables.ts'

let world: World
let db: Db
let bo: Member
let stranger: Visitor
const on = '2026-11-10T10:00:00.000Z'

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await aMember(world.database, 'Bo', 'city')
  const amina = await aMember(world.database, 'Amina', 'civil-society')
  stranger = await world.visitor()
  for (const number of (await goalIds(world.database)).keys())
    await adoptedByAll(world.database, number, [bo, amina], on)
  const goal = (await goalIds(world.database)).get(4) ?? ''
  const recommendationId = await aRecommendation(world.database, bo, {
    number: 1,
    on,
    handedOverOn: '2026-11-12',
  })
  await aRecommendation(world.database, bo, { number: 2, on, handedOverOn: '2026-11-12' })
  await aRecommendation(world.database, bo, { number: 3, on, handedOverOn: null })
  const { event_id } = await db
    .selectFrom('recommendation')
    .select('event_id')
    .where('number', '=', 1)
    .executeTakeFirstOrThrow()
  await aPublishedNote(world.database, event_id, { by: bo.id, at: on })
  const parties = [bo.party?.id ?? '']
  await committed(world.database, [bo, amina], aPromise(goal, { recommendationId, parties }), world.clock.now)
  await committed(
    world.database,
    [bo, amina],
    aPromise(goal, { parties, title: { sv: 'Utan möte' } }),
    world.clock.now,
  )
})

after(() => world.close())

const kinds = (page: Answer): string[] =>
  page.root.querySelectorAll('.thread > li').map((li) => li.querySelector('.thread-kind')?.textContent ?? '')

const whole = [
  'Träff',
  'Vad som sades',
  'Rekommendation',
  'Svar',
  'Åtagande i planen',
  'Mål',
  'Globala målen, Agenda 2030',
]

test('the whole thread is one line from the event to the world’s goals, seen from its middle', async () => {
  for (const [path, here] of [
    ['event/forum-1', 'Forum 1'],
    ['recommendation/1', '1. Öppna skolgården på kvällen (1)'],
    ['commitment/1', 'Öppna skolgårdarna'],
  ]) {
    const page = await stranger.open(`/sv/thread/${path}`)
    equal(page.status, 200, path)
    deepEqual(
      kinds(page).map((kind) => kind.replace(/ \(.*/, '')),
      whole,
    )
    equal(page.root.querySelector('[aria-current=step] .thread-title')?.textContent, here)
    ok(!page.text.includes('Bo '), 'nobody is named')
  }
})

test('a goal gathers every thread that leads to it', async () => {
  const page = await stranger.open('/en/thread/goal/4')
  match(page.text, /6 before and 1 after/)
  ok(page.root.querySelector('.thread-picture svg'))
  match(page.text, /Forum 1/)
  match(page.text, /Utan möte/)
  match(page.text, /16 Peace, justice and strong institutions/)
})

test('a goal of the 2030 Agenda gathers every goal that serves it, and what was promised under those', async () => {
  const page = await stranger.open('/sv/thread/sdg/16')
  equal(page.root.querySelector('[aria-current=step] .thread-title')?.textContent.slice(0, 2), '16')
  match(page.text, /Utan möte/)
  ok(
    !page.root.querySelector('.thread')?.textContent.includes('Bidrar till'),
    'the point itself is no list of them',
  )
  for (const wrong of ['0', '18', '016', 'x'])
    equal((await stranger.open(`/sv/thread/sdg/${wrong}`)).status, 404)
})

test('what is still to come is said', async () => {
  const page = await stranger.open('/es/thread/recommendation/2')
  match(page.text, /Todavía no hay compromiso/)
  ok(page.root.querySelector('.thread > .waiting'))
})

test('what is not public has no thread', async () => {
  for (const path of [
    'recommendation/3',
    'recommendation/x',
    'commitment/99',
    'goal/0',
    'event/no-such',
    'person/1',
  ]) {
    equal((await stranger.open(`/sv/thread/${path}`)).status, 404, path)
  }
  const waiting = await stranger.open('/sv/thread/event/forum-3')
  match(waiting.text, /Ingen rekommendation än/)
  await db.updateTable('event').set({ published_at: null }).where('slug', '=', 'forum-1').execute()
  equal((await stranger.open('/sv/thread/event/forum-1')).status, 404)
  const commitment = await stranger.open('/sv/thread/commitment/1')
  deepEqual(kinds(commitment), whole.slice(4))
})
