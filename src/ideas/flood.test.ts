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

test('two hundred in a minute: limits hold, and nothing unconfirmed reaches the queue', async () => {
  let taken = 0
  for (let one = 0; one < 200; one += 1) {
    const guest = await world.visitor()
    guest.headers['x-forwarded-for'] = `10.0.${one}.1`
    // No two say the same, so that they can't be told by their words.
    const what = `Billiga ${boats[one % 10]} ${boats[Math.floor(one / 10) % 10]} nummer ${one}`
    const words = { what, why: `Skäl ${one * 7}`, email: `bot${one}@example.org` }
    const answer = await handInIdea(world, words, guest)
    if (answer.status === 200) taken += 1
    else equal(answer.status, 429)
    world.clock.now = plus(world.clock.now, { seconds: -19.7 })
  }
  equal(taken, 60)
  ok(!(await bo.open('/sv/office/ideas')).text.includes('Billiga'))
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
  const address = inbox.link('60 idéer från')
  const wave = await bo.open(address)
  ok(wave.text.includes('Billiga') && !wave.text.includes('Fler bänkar'))
  const closed = await closeAll(bo, address, wave)
  match(closed.text, /60 idéer släpptes inte fram/)
  ok(!closed.text.includes('Billiga'))
  equal((await theIdea(world, own)).standing, 'waiting')
  match((await bo.open('/sv/office/moderation')).text, /ett program skickade dem/)
  await tellNow(world)
  match((await lastMailTo(world, 'bot3@example.org')).text_body, /ett program skickade dem/)
})
