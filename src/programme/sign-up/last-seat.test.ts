import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plus } from '#platform/time.ts'
import { anEvent, aRequest } from '../../../test/cast.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import type { Db, ProgrammeTables } from '../tables.ts'
import { signUp } from './sign-up.ts'

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
before(async () => void (bed = await freshDatabase()))
after(() => bed.close())

const letters = {
  now,
  url: (_language: string, path: string) => `https://x.example${path}`,
  organizer: { name: 'M', email: 'm@x.example' },
}
const come = (event: string, name: string, db: Db = bed.db.as()) => signUp(db, event, aRequest(name), letters)
// Those who come to one handle stand in one line before the database is asked; another process has its own.
function otherProcess(): Db {
  const handle: Db = bed.db.as()
  return handle.withoutPlugins()
}

async function standing(event: string) {
  const db = bed.db.as<ProgrammeTables>()
  const rows = await db
    .selectFrom('sign_up')
    .select(['name', 'state', 'queued_at', 'id'])
    .where('event_id', '=', event)
    .orderBy('queued_at')
    .orderBy('id')
    .execute()
  const { seats_taken } = await db
    .selectFrom('event')
    .select('seats_taken')
    .where('id', '=', event)
    .executeTakeFirstOrThrow()
  const named = (state: string) => rows.filter((row) => row.state === state).map((row) => row.name)
  return { seats: named('seat'), waiting: named('waiting'), taken: seats_taken }
}

test('two people want the last seat in the same instant: one gets it, the other is first on the list', async () => {
  for (let round = 0; round < 10; round += 1) {
    const event = await anEvent(bed.db, plus(now, { days: 7 }), { capacity: 1 })
    const answers = await Promise.all([come(event, `a${round}`), come(event, `b${round}`, otherProcess())])
    deepEqual(
      answers.map((answer) => (answer.refusal === null ? answer.seats : answer.refusal)).sort(),
      [0, 1],
    )
    const { seats, waiting, taken } = await standing(event)
    deepEqual([seats.length, waiting.length, taken], [1, 1, 1])
  }
})

test('the same person twice in the same instant is signed up once', async () => {
  const event = await anEvent(bed.db, plus(now, { days: 7 }))
  const answers = await Promise.all([come(event, 'twice'), come(event, 'twice'), come(event, 'twice')])
  ok(answers.every((answer) => answer.refusal === null))
  deepEqual((await standing(event)).seats, ['twice'])
})

test('without the lock on the event the race is lost on PostgreSQL, though the database still refuses a seat too many', async (t) => {
  if (bed.engine === 'sqlite')
    return t.skip('SQLite lets one writer in at a time, so it cannot show the difference')
  let lost = 0
  for (let round = 0; round < 10; round += 1) {
    const event = await anEvent(bed.db, plus(now, { days: 7 }), { capacity: 1 })
    const results = await Promise.allSettled([
      come(event, `c${round}`, withoutLocks(otherProcess())),
      come(event, `d${round}`, withoutLocks(otherProcess())),
    ])
    if (results.some((result) => result.status === 'rejected')) lost += 1
    ok((await standing(event)).taken <= 1)
  }
  ok(lost > 0, 'somebody would have seen an error instead of the waiting list')
})

/** The same handle, except that `select … for update` takes no lock. */
function withoutLocks(db: Db): Db {
  return db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind !== 'RawNode') return node
      return { ...node, sqlFragments: node.sqlFragments.map((part) => part.replace('for update', '')) }
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
}

test('the database itself refuses one seat too many, a double and a checked-in person without a seat', async () => {
  const event = await anEvent(bed.db, plus(now, { days: 7 }), { capacity: 1 })
  await come(event, 'first')
  await come(event, 'second')
  const db = bed.db.as<ProgrammeTables>()
  const second = db.updateTable('sign_up').where('event_id', '=', event).where('name', '=', 'second')
  await rejects(second.set({ state: 'seat' }).execute(), /never_one_seat_too_many|constraint/i)
  await rejects(second.set({ checked_in_at: now }).execute(), /check|constraint/i)
  await rejects(second.set({ email: 'first@example.org' }).execute(), /unique/i)
  await rejects(
    db.updateTable('event').set({ capacity: 0 }).where('id', '=', event).execute(),
    /check|constraint/i,
  )
  equal((await standing(event)).taken, 1)
})
