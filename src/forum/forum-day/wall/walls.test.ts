import { equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { openLog } from '#platform/log.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent } from '../../../../test/cast.ts'
import { someRounds, someTables } from '../../../../test/day-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../../test/world.ts'
import type { Db } from '../../tables.ts'
import { moveDay } from '../move-day.ts'
import { Walls } from './walls.ts'

let world: World
let by: Member
before(async () => {
  world = await freshWorld()
  by = await aMember(world.database, 'Vera', 'city')
})
after(() => world.close())

const db = (): Db => world.database.as()
const log = openLog('silent')
const look = { view: 'proposals', language: 'sv', promise: '/promise' } as const

async function aForum() {
  const eventId = await anEvent(world.database, firstNoon, { ends_at: plus(firstNoon, { hours: 4 }) })
  await someRounds(world.database, eventId, by.id, [{ minutes: 20, question: { sv: 'Vem får nyckeln?' } }])
  const tables = await someTables(world.database, eventId, 2)
  return { eventId, table: tables[0] ?? '' }
}

async function aCard({ eventId, table }: { eventId: string; table: string }, words: string): Promise<string> {
  const id = newId()
  const row = { id, event_id: eventId, table_id: table, round: 1, kind: 'proposal', words } as const
  const times = { created_at: world.clock.now, changed_at: world.clock.now, removed_at: null }
  await db()
    .insertInto('note_card')
    .values({ ...row, who_could: null, language: 'sv', ...times })
    .execute()
  return id
}

/** A wall that ends with the test, and somebody who reads from it until what they wait for has come. */
function aWall() {
  const ending = new AbortController()
  const walls = new Walls({ db: db(), clock: () => world.clock.now, ending: ending.signal })
  const listen = (eventId: string, given: { seen?: string; from?: string; view?: 'follow' } = {}) => {
    const { seen = '', from = 'room', view } = given
    const answer = walls.listen({ eventId, look: { ...look, ...(view && { view }) }, seen, from, log })
    const reader = answer?.body?.getReader()
    let heard = ''
    return {
      answer,
      async until(pattern: RegExp): Promise<string> {
        while (!pattern.test(heard)) {
          const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
          if (done) throw new Error(`the stream ended with ${heard}`)
          heard += Buffer.from(value).toString()
        }
        const said = heard
        heard = ''
        return said
      },
      async leave(): Promise<void> {
        await reader?.cancel()
      },
      ended: async () => (await reader?.read())?.done === true,
    }
  }
  return { walls, ending, listen }
}

test('a card that is written comes to everybody who looks; one that is taken away goes', async () => {
  const forum = await aForum()
  const wall = aWall()
  const [one, other] = [wall.listen(forum.eventId), wall.listen(forum.eventId)]
  equal(one.answer?.headers.get('x-accel-buffering'), 'no')
  match(await one.until(/event: whole[^]*\n\n/), /Inget än/)
  await other.until(/event: whole[^]*\n\n/)
  const id = await aCard(forum, 'Öppna <skolorna> på kvällen')
  // The first card takes the place of the sentence that there is none.
  for (const who of [one, other]) match(await who.until(/Öppna/), /Öppna &lt;skolorna&gt; på kvällen/)
  const second = await aCard(forum, 'En nyckel till varje förening')
  const said = await one.until(/En nyckel/)
  match(said, /event: card\nid: [\w-]{16}\ndata: \{"id":/)
  ok(!said.includes('Öppna'), 'what is known already is not sent again')
  await db().updateTable('note_card').set({ removed_at: firstNoon }).where('id', '=', second).execute()
  match(await one.until(/event: gone/), new RegExp(`"id":"${second}"`))
  ok(id)
  wall.ending.abort()
})

test('whoever comes back having seen it all is told nothing, and whoever missed something is told all', async () => {
  const forum = await aForum()
  await aCard(forum, 'Ett kort')
  const wall = aWall()
  const first = wall.listen(forum.eventId)
  const seen = /id: ([\w-]+)/.exec(await first.until(/event: whole[^]*\n\n/))?.[1] ?? ''
  // Another process, after a restart, knows the state by the same sign.
  const restarted = aWall()
  const back = restarted.listen(forum.eventId, { seen })
  await aCard(forum, 'Kom medan ingen lyssnade')
  ok(!(await back.until(/Kom medan/)).includes('event: whole'))
  const late = restarted.listen(forum.eventId, { seen })
  match(await late.until(/Kom medan/), /event: whole/)
  wall.ending.abort()
  restarted.ending.abort()
})

test('the wall follows the day at once', async () => {
  const { eventId } = await aForum()
  const wall = aWall()
  const projector = wall.listen(eventId, { view: 'follow' })
  await projector.until(/event: whole[^]*\n\n/)
  world.clock.now = plus(firstNoon, { minutes: 1 })
  await moveDay(db(), { eventId, by, seen: 0, now: world.clock.now }, 'round 1')
  wall.walls.soon(eventId)
  const said = await projector.until(/Vem får/)
  match(said, /data-clock=..\d+/)
  match(said, /20:00/)
  world.clock.now = plus(firstNoon, { minutes: 22 })
  match(await projector.until(/event: whole/), /Tack för samtalen/)
  wall.ending.abort()
})

test('nobody is forgotten: fifty come, fifty go, and nothing is left; stopping ends every line', async () => {
  const { eventId } = await aForum()
  const wall = aWall()
  const many = Array.from({ length: 50 }, () => wall.listen(eventId))
  equal(wall.walls.listeners, 50)
  await Promise.all(many.map((one) => one.until(/event: whole/)))
  await Promise.all(many.slice(10).map((one) => one.leave()))
  equal(wall.walls.listeners, 10)
  wall.ending.abort()
  equal(wall.walls.listeners, 0)
  for (const one of many.slice(0, 10)) ok(await one.ended())
  equal(wall.listen(eventId).answer, null)
})

test('a room of 300 on one address may listen, a flood may not', async () => {
  const { eventId } = await aForum()
  const wall = aWall()
  const room = Array.from({ length: 900 }, () => wall.listen(eventId).answer)
  equal(room.filter((one) => one !== null).length, 700)
  ok(wall.listen(eventId, { from: 'elsewhere' }).answer)
  wall.ending.abort()
})
