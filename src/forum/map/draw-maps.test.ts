import { deepEqual, equal, notDeepEqual, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ForumTables } from '#forum/index.ts'
import { json, openDatabase } from '#platform/db.ts'
import { openLog } from '#platform/log.ts'
import { plus } from '#platform/time.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/bed.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { aDialogue, aVote, aVoter, type Opened, twoGroups } from '../../../test/opinion-cast.ts'
import type { Db } from '../tables.ts'
import { claimDrawing, keepMap } from './drawings.sql.ts'
import { drawDueMaps } from './draw-maps.ts'

let bed: FreshDatabase
let db: Db
let by: string
const clock = { now: '2026-11-23T11:00:00.000Z' }
const later = (seconds: number): string => (clock.now = plus(clock.now, { seconds }))

before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  by = (await aMember(bed.db, 'Lo')).id
})
after(() => bed.close())

const draw = (log = openLog('silent')): Promise<number> =>
  drawDueMaps({ database: bed.db, clock: () => clock.now, log })
const open = async (more: Partial<Parameters<typeof aDialogue>[1]> = {}): Promise<Opened> =>
  aDialogue(bed.db, {
    eventId: await anEvent(bed.db, plus(clock.now, { days: 9 })),
    by,
    now: clock.now,
    ...more,
  })
const mapOf = (id: string) =>
  db.selectFrom('dialogue_map').selectAll().where('dialogue_id', '=', id).executeTakeFirstOrThrow()
const tables = () => bed.db.as<ForumTables>()
const show = (id: string) =>
  db.updateTable('dialogue').set({ shown_at: clock.now }).where('id', '=', id).execute()

test('a map is drawn when votes came, and not again before more did', async () => {
  const { id, statements, voters } = await open()
  equal(await draw(), 1)
  const first = await mapOf(id)
  deepEqual(
    first.draft.groups.map(({ name, people }) => ({ name, people })),
    [
      { name: 'A', people: 30 },
      { name: 'B', people: 22 },
    ],
  )
  equal(first.shown, null)
  later(60)
  equal(await draw(), 0)
  // The same vote again changes nothing; another one does.
  const [statement_id = ''] = statements
  const was = await db
    .selectFrom('vote')
    .select(['vote', 'voter_id'])
    .where('statement_id', '=', statement_id)
    .where('voter_id', 'in', voters)
    .executeTakeFirstOrThrow()
  const { voter_id } = was
  const vote = { statement_id, voter_id, at: clock.now }
  await aVote(tables(), { ...vote, vote: was.vote })
  equal(await draw(), 0)
  await aVote(tables(), { ...vote, vote: was.vote === 1 ? -1 : 1 })
  equal(await draw(), 1)
  notDeepEqual((await mapOf(id)).map.means, first.map.means)
  await aVote(tables(), { ...vote, vote: 0 })
  equal(await draw(), 0, 'not twice within fifteen seconds')
  later(15)
  equal(await draw(), 1)
})

test('whoever votes while a map is drawn is in the next one, and the groups keep their names', async () => {
  const { id, statements } = await open()
  const [statement_id = ''] = statements
  let votes = 0
  const isDrawn = draw()
  for (let n = 0; n < 12; n += 1) {
    const voter_id = await aVoter(tables(), id, clock.now)
    await aVote(tables(), { statement_id, voter_id, vote: 1, at: clock.now })
    votes += 1
  }
  equal(await isDrawn, 1)
  const first = await mapOf(id)
  later(15)
  await draw()
  const second = await mapOf(id)
  const { count } = await db
    .selectFrom('vote')
    .innerJoin('statement', 'statement.id', 'vote.statement_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('statement.dialogue_id', '=', id)
    .executeTakeFirstOrThrow()
  equal(second.votes, count)
  ok(first.votes >= second.votes - votes)
  deepEqual(
    second.map.groups.map(({ name }) => name),
    first.map.groups.map(({ name }) => name),
  )
})

// On SQLite there is one process; there the same handle asks twice.
test('two processes draw each map once, and one that was away too long keeps nothing', async () => {
  const { id } = await open()
  const other = bed.url ? openDatabase({ url: bed.url }) : bed.db
  const counts = await Promise.all([
    draw(),
    drawDueMaps({ database: other, clock: () => clock.now, log: openLog('silent') }),
  ])
  deepEqual(counts.toSorted(), [0, 1])
  const { map, draft, votes } = await mapOf(id)
  const drawn = { votes, map: json(map), draft: json(draft), extremities: '{}', isRenewed: true }

  ok(await claimDrawing(db, id, 'slow', clock.now))
  ok(!(await claimDrawing(other.as(), id, 'quick', clock.now)))
  later(5 * 60)
  ok(await claimDrawing(other.as(), id, 'quick', clock.now))
  const kept = (by: string) => keepMap(db, { dialogueId: id, by, now: clock.now }, drawn)
  equal(await kept('slow'), false)
  equal(await kept('quick'), true)
  if (other !== bed.db) await other.close()
})

test('drawing that was begun and never ended is done again, also when nobody votes any more', async () => {
  const { id } = await open()
  ok(await claimDrawing(db, id, 'gone', clock.now))
  equal(await draw(), 0)
  later(5 * 60)
  equal(await draw(), 1)
  equal((await mapOf(id)).votes > 0, true)
})

test('what goes wrong is told in the log, and the other maps are drawn', async () => {
  const [broken, whole] = [await open(), await open()]
  await draw()
  later(60)
  await db
    .updateTable('dialogue_map')
    .set({ map: '{"verdict":{"kind":"groups"}}' })
    .where('dialogue_id', '=', broken.id)
    .execute()
  for (const { statements, voters } of [broken, whole])
    await aVote(tables(), {
      ...{ statement_id: statements[3] ?? '', voter_id: voters[3] ?? '', at: clock.now },
      vote: 0,
    })
  const said: unknown[] = []
  const log = Object.assign(openLog('silent'), { error: (about: unknown) => void said.push(about) })
  await draw(log)
  equal((await mapOf(whole.id)).computed_at, clock.now)
  equal(said.length, 1)
  ok(JSON.stringify(said).includes(broken.id))
})

test('what everybody sees changes when five more have voted, and without a statement once it is turned down', async () => {
  const { id, statements } = await open()
  await draw()
  await show(id)
  later(15)
  const vote = async () =>
    aVote(tables(), {
      ...{ statement_id: statements[0] ?? '', voter_id: await aVoter(tables(), id, clock.now) },
      ...{ vote: 1, at: clock.now },
    })
  await vote()
  later(15)
  await draw()
  const first = await mapOf(id)
  ok(first.shown, 'the first map after it was opened is seen at once')
  for (let n = 0; n < 4; n += 1) await vote()
  later(15)
  await draw()
  equal((await mapOf(id)).shown_of, first.shown_of)
  await vote()
  later(15)
  await draw()
  const second = await mapOf(id)
  equal(second.shown_of, clock.now)
  await db
    .updateTable('statement')
    .set({ state: 'turned-down', reason: 'Namn', decided_at: clock.now })
    .where('id', '=', statements[5] ?? '')
    .execute()
  later(15)
  await draw()
  const { shown } = await mapOf(id)
  ok(second.shown?.statements.some(({ number }) => number === 6))
  ok(!shown?.statements.some(({ number }) => number === 6))
})

test('somebody who changes sector changes the map', async () => {
  const { id, voters } = await open({ capacities: ['civil-society', 'civil-servant'] })
  await draw()
  deepEqual((await mapOf(id)).draft.sectors, ['civil-servant', 'civil-society'])
  later(15)
  await db.updateTable('voter').set({ capacity: 'elected' }).where('id', 'in', voters.slice(0, 12)).execute()
  equal(await draw(), 1)
  deepEqual((await mapOf(id)).draft.sectors, ['civil-servant', 'civil-society', 'elected'])
})

test('few votes are told to be too few, and the last votes are on the map after the closing', async () => {
  const few = twoGroups()
  const { id, statements, voters } = await open({
    votes: { ...few, votes: few.votes.slice(0, 9) },
    dialogue: { closes_at: plus(clock.now, { minutes: 10 }) },
  })
  await draw()
  const { draft } = await mapOf(id)
  deepEqual([draft.verdict, draft.people, draft.dots, draft.statements], ['too-few', null, null, []])
  await show(id)
  later(20)
  await aVote(tables(), {
    ...{ statement_id: statements[19] ?? '', voter_id: voters[0] ?? '', vote: 1, at: clock.now },
  })
  await draw()
  later(600)
  equal(await draw(), 1)
  equal((await mapOf(id)).shown_of, clock.now)
  later(60)
  equal(await draw(), 0)
})
