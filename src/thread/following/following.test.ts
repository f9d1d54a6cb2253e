import { equal, match, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Member } from '#platform/http.ts'
import { aMember } from '../../../test/cast.ts'
import { lastMailTo } from '../../../test/people-cast.ts'
import { aRecommendation } from '../../../test/plan-cast.ts'
import { freshWorld, type Visitor, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'
import { forgetThreadFollowers, tellOfThreads } from './tell-followers-of-thread.ts'

let world: World
let db: Db
let guest: Visitor
let bo: Member
const url = (language: string, path: string): string => `http://localhost:3000/${language}${path}`
const held = '2026-11-10T10:00:00.000Z'
const mailsTo = async (email: string) =>
  (await world.mails()).filter((one) => one.to_address === email).length
const clockOn = (day: string) => tellOfThreads(db, { now: `${day}T08:40:00.000Z`, url })

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await aMember(world.database, 'Bo', 'city')
  guest = await world.visitor()
  await aRecommendation(world.database, bo, { number: 1, on: held, handedOverOn: '2026-11-12' })
})

after(() => world.close())

async function follow(email: string, path: string): Promise<void> {
  match((await guest.press(await guest.open(path), 'Skicka länken', { email })).text, /Titta i din e-post/)
  const { link } = await lastMailTo(world, email)
  match((await guest.press(await guest.open(link), 'Ja, berätta för mig')).text, /Vi berättar/)
}

const answer = (kind: string): Promise<unknown> =>
  sql`insert into answer (id, recommendation_id, kind, words, answered_on, recorded_by, recorded_at)
    select ${`answer ${kind}`}, id, ${kind}, '{"sv": "Ja."}', '2026-11-24', ${bo.id}, ${world.clock.now}
    from recommendation where number = 1`.execute(db)

test('somebody asks, confirms, is told once of what is new, and stops', async () => {
  await follow('liv@example.org', '/sv/thread/event/forum-1/follow')
  await follow('liv@example.org', '/sv/thread/recommendation/1/follow')
  equal(await mailsTo('liv@example.org'), 2)
  await clockOn('2026-11-24')
  equal(await mailsTo('liv@example.org'), 2, 'what was there already is no news')
  await answer('accepted')
  for (const day of ['2026-11-24', '2026-11-24', '2026-11-25']) await clockOn(day)
  equal(await mailsTo('liv@example.org'), 3, 'once, however many threads it hangs on')
  const told = await lastMailTo(world, 'liv@example.org')
  match(told.text_body, /recommendations\/1/)
  await rejects(sql`update thread_follower set mailed_on = mailed_on`.execute(db), /one mail a day/)
  await rejects(sql`update thread_told set bead = 'x'`.execute(db), /told is told/)
  const mine = /http:\/\/localhost:3000(\/sv\/thread\/following\/\w+)/.exec(told.text_body)?.[1] ?? ''
  match((await guest.open(mine)).text, /Forum 1/)
  match((await guest.press(await guest.open(mine), 'Sluta berätta om allt')).text, /inte längre/)
  equal((await db.selectFrom('thread_told').selectAll().execute()).length, 0, 'forgotten with all')
})

test('nothing is told to whoever has not confirmed, and their address is forgotten', async () => {
  await guest.press(await guest.open('/sv/thread/recommendation/1/follow'), 'Skicka länken', {
    email: 'ali@example.org',
  })
  const { id } = await db.selectFrom('thread_follower').select('id').executeTakeFirstOrThrow()
  await rejects(
    sql`insert into thread_told (follower_id, bead, at) values (${id}, 'x', ${world.clock.now})`.execute(db),
    /nobody who has not confirmed/,
  )
  await clockOn('2026-11-26')
  equal(await mailsTo('ali@example.org'), 1)
  await forgetThreadFollowers(db, '2026-12-24T08:00:00.000Z')
  equal((await db.selectFrom('thread_follower').selectAll().execute()).length, 0)
})

test('what has no thread cannot be followed', async () => {
  for (const path of ['goal/1', 'sdg/4', 'recommendation/99', 'focus-area/x', 'event/none'])
    equal((await guest.open(`/sv/thread/${path}/follow`)).status, 404)
})
