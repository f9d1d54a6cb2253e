import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ForumTables } from '#forum/index.ts'
import { plus } from '#platform/time.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import { aSeatedForum, ownLink, type SeatedForum } from '../../../test/seated-forum.ts'
import { freshWorld, type World } from '../../../test/world.ts'
import { checksumOf } from './checksums.ts'
import { pairsMet } from './encounter.rules.ts'
import { priorEncounters } from './prior-encounters.ts'
import { rememberEncounters, wipeEncounters } from './remember-encounters.ts'

let world: World
let first: SeatedForum
let second: SeatedForum
const startsAt = '2026-11-24T12:00:00.000Z'
const after2Days = plus(startsAt, { days: 3 })

before(async () => {
  world = await freshWorld()
  first = await aSeatedForum(world.database, { startsAt })
  second = await aSeatedForum(world.database, { startsAt: plus(startsAt, { days: 90 }) })
  await tables()
    .updateTable('sign_up')
    .set((eb) => ({ email: eb.fn('lower', ['name']) }))
    .execute()
})
after(() => world.close())

const tables = () => world.database.as<ForumTables & ProgrammeTables>()
const checkIn = (forum: SeatedForum, numbers: readonly number[]) =>
  tables()
    .updateTable('sign_up')
    .set({ checked_in_at: startsAt })
    .where(
      'id',
      'in',
      numbers.map((number) => forum.people[number - 1] ?? ''),
    )
    .execute()
const met = async (forum: SeatedForum) => {
  const numberOf = (id: string): number => forum.people.indexOf(id) + 1
  const pairs = await priorEncounters(world.database.as(), forum.eventId)
  return pairs
    .map(
      ([one, other, times]) =>
        `${[numberOf(one), numberOf(other)].sort((a, b) => a - b).join('+')}: ${times}`,
    )
    .sort()
}

test('people meet once for each round at one table; nobody meets themselves, and the order says nothing', () => {
  const seats = [
    { round: 1, tableId: 'a', who: 'x' },
    { round: 1, tableId: 'a', who: 'y' },
    { round: 1, tableId: 'a', who: 'x' },
    { round: 1, tableId: 'b', who: 'z' },
    { round: 2, tableId: 'a', who: 'y' },
    { round: 2, tableId: 'a', who: 'x' },
    { round: 2, tableId: 'a', who: null },
  ]
  deepEqual(pairsMet(seats), [{ one: 'x', other: 'y', times: 2 }])
  deepEqual(pairsMet(seats.toReversed()), pairsMet(seats))
})

test('whoever sat together at one forum has met at the next, if both came; once, however often it is done', async () => {
  // 1, 4, 7 and 10 sit at table 1 in the first round, and apart in the second.
  await checkIn(first, [1, 4, 7])
  equal(await rememberEncounters(world.database.as(), plus(startsAt, { days: 1 })), 0)
  equal(await rememberEncounters(world.database.as(), after2Days), 1)
  equal(await rememberEncounters(world.database.as(), after2Days), 0)
  deepEqual(await met(second), ['1+4: 1', '1+7: 1', '4+7: 1'])
})

test('addresses are kept as checksums that nobody can try without the secret', async () => {
  const rows = await tables().selectFrom('encounter').selectAll().execute()
  equal(rows.length, 3)
  for (const { one, other } of rows) match(`${one}${other}`, /^[0-9a-f]{128}$/)
  const { secret } = await tables().selectFrom('encounter_key').select('secret').executeTakeFirstOrThrow()
  ok(rows.some(({ one, other }) => [one, other].includes(checksumOf('Person 001 ', secret))))
  ok(!rows.some(({ one, other }) => [one, other].includes(checksumOf('person 001', 'another secret'))))
})

test('whoever does not want it is forgotten at once and never added, until they want it again', async () => {
  const token = await ownLink(world.database, first.people[0] ?? '')
  const visitor = await world.visitor()
  const address = `/en/sign-ups/${token}/tables`
  match((await visitor.open(address)).text, /for 3 years at most/)
  await visitor.send(address, { do: 'forget' })
  match((await visitor.open(address)).text, /has been removed/)
  deepEqual(await met(second), ['4+7: 1'])
  await checkIn(second, [1, 4, 7])
  const late = plus(startsAt, { days: 99 })
  equal(await rememberEncounters(world.database.as(), late), 1)
  deepEqual(await met(second), ['4+7: 2'])
  const [row] = await tables().selectFrom('encounter_unwanted').selectAll().execute()
  const who = row?.who ?? ''
  const added = { one: who < 'f'.repeat(64) ? who : '0'.repeat(64), other: 'f'.repeat(64), times: 1 }
  await rejects(
    tables()
      .insertInto('encounter')
      .values({ ...added, last_on: '2026-11-24' })
      .execute(),
    /not to be remembered/,
  )
  await visitor.send(address, { do: 'remember' })
  match((await visitor.open(address)).text, /Do not remember who I sit with/)
})

test('what was more than three years ago is wiped', async () => {
  equal(await wipeEncounters(world.database.as(), '2029-11-20T12:00:00.000Z'), 0)
  equal(await wipeEncounters(world.database.as(), '2030-02-23T12:00:00.000Z'), 1)
  deepEqual(await met(second), [])
})
