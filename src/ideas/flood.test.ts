import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { confirmed, handInIdea, newestNumber, officeOf, tellNow, theIdea } from '../../test/ideas-cast.ts'
import { closeAll } from '../../test/inbox-cast.ts'
import { lastMailTo } from '../../test/people-cast.ts'
import { freshWorld, type Visitor, type World } from '../../test/world.ts'
import type { AllTables } from '../tables.ts'

let world: World
let bo: Visitor

before(async () => {
  world = await freshWorld()
  bo = await officeOf(world)
})
after(() => world.close())

const boats = ['segel', 'roder', 'mast', 'köl', 'ankare', 'åra', 'tross', 'däck', 'för', 'akter']

test('two hundred in a minute: all are taken in, their mails wait their turn, and nothing unconfirmed reaches the queue', async () => {
  for (let one = 0; one < 200; one += 1) {
    const guest = await world.visitor()
    guest.headers['x-forwarded-for'] = `10.0.${one}.1`
    // No two say the same, so that they can't be told by their words.
    const what = `Billiga ${boats[one % 10]} ${boats[Math.floor(one / 10) % 10]} nummer ${one}`
    const words = { what, why: `Skäl ${one * 7}`, email: `bot${one}@example.org` }
    const answer = await handInIdea(world, words, guest)
    equal(answer.status, 200)
    world.clock.now = plus(world.clock.now, { seconds: -19.7 })
  }
  const waits = (await world.mails()).filter((mail) => mail.next_attempt_at > mail.created_at)
  equal(waits.length, 140, 'sixty leave at once')
  ok(!(await bo.open('/sv/office/ideas')).text.includes('Billiga'))
})

test('a person whose address is fresh gets through during the wave, and is told how long the mail may take', async () => {
  const answer = await handInIdea(world, { what: 'Skugga på lekplatsen', email: 'nora@example.org' })
  equal(answer.status, 200)
  match(answer.text, /mejlet kan dröja upp till 5 minuter/)
  const mail = await lastMailTo(world, 'nora@example.org')
  equal(mail.next_attempt_at, plus(mail.created_at, { seconds: 282 }), 'one every other second')
  await confirmed(world, 'nora@example.org')
  ok((await bo.open('/sv/office/ideas')).text.includes('Skugga på lekplatsen'))
})

test('far more than people send is turned away, with in how many minutes it can be tried again', async () => {
  const db = world.database.as<AllTables>()
  await db.updateTable('limit_count').set({ count: 2000 }).where('key', '=', 'idea:all').execute()
  const answer = await handInIdea(world, { what: 'En idé till', email: 'olle@example.org' })
  equal(answer.status, 429)
  match(answer.text, /Försök igen om \d minuter/)
  ok(answer.html.includes('En idé till'), 'the words are kept')
})

test('when they do confirm, one press lets none of the wave through; each is told why, and nobody else is touched', async () => {
  world.clock.now = plus(world.clock.now, { hours: 1 })
  await handInIdea(world, { what: 'Fler bänkar', email: 'amina@example.org' })
  await confirmed(world, 'amina@example.org')
  const own = await newestNumber(world)
  world.clock.now = plus(world.clock.now, { hours: 1 })
  const db = world.database.as<AllTables>()
  const at = world.clock.now
  const due = { confirmed_at: at, promised_days: 10, answer_due_on: '2026-12-07' }
  await db.updateTable('idea').set(due).where('confirmed_at', 'is', null).execute()
  await db.updateTable('idea_voice').set({ confirmed_at: at }).where('confirmed_at', 'is', null).execute()
  world.clock.now = plus(at, { minutes: 1 })

  const inbox = await bo.open('/sv/office/inbox')
  const address = inbox.link('200 idéer från')
  const wave = await bo.open(address)
  ok(wave.text.includes('Billiga') && !wave.text.includes('Fler bänkar'))
  const closed = await closeAll(bo, address, wave)
  match(closed.text, /200 idéer släpptes inte fram/)
  ok(!closed.text.includes('Billiga'))
  equal((await theIdea(world, own)).standing, 'waiting')
  match((await bo.open('/sv/office/moderation')).text, /ett program skickade dem/)
  await tellNow(world)
  match((await lastMailTo(world, 'bot3@example.org')).text_body, /ett program skickade dem/)
})
