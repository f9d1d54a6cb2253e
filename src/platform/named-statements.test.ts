import type { ReadsOf } from './handle.ts'
import { deepEqual, equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { decide } from '#platform/db.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { StatementNames } from './named-statements.ts'

let bed: FreshDatabase
before(async () => void (bed = await freshDatabase()))
after(() => bed.close())

interface Tables {
  shelf: { id: string; height: number; colour: string | null }
}

test('a statement gets its name when it comes for the third time, and keeps it', () => {
  const names = new StatementNames()
  deepEqual(
    [1, 2, 3, 4].map(() => names.of('select 1')),
    [undefined, undefined, 'often_1', 'often_1'],
  )
  for (const _ of [1, 2]) names.of('select 2')
  equal(names.of('select 2'), 'often_2')
})

test('a statement with a list is planned anew each time, with what the tables hold by then', () => {
  const names = new StatementNames()
  for (const _ of [1, 2, 3, 4]) equal(names.of('select * from shelf where id in ($1, $2)'), undefined)
})

test('a server is given 400 names at most, however many statements there are', () => {
  const names = new StatementNames()
  const given = Array.from({ length: 1000 }, (_, number) =>
    [1, 2, 3].map(() => names.of(`select ${number}`)).at(-1),
  )
  equal(given.filter((name) => name !== undefined).length, 400)
})

test('a column that comes while the platform runs breaks neither a question nor a decision', async () => {
  const db = bed.db.as<Tables>()
  await sql`create table shelf (id text primary key, height integer not null)`.execute(db)
  await sql`insert into shelf (id, height) values ('low', 40)`.execute(db)
  const shelves = (handle: ReadsOf<Tables>) =>
    handle.selectFrom('shelf').selectAll().where('id', '=', 'low').execute()
  // Often enough on every connection for the server to keep the plan.
  const often = () => Promise.all(Array.from({ length: 60 }, () => shelves(db)))
  await often()

  await sql`alter table shelf add column colour text`.execute(bed.openAgain().as())

  const later = { id: 'low', height: 40, colour: null }
  const decided = await Promise.all(
    Array.from({ length: 6 }, () => decide(db, 'shelf', 'low', (tx) => shelves(tx))),
  )
  for (const rows of decided) deepEqual(rows, [later])
  for (const rows of await often()) deepEqual(rows, [later])
})
