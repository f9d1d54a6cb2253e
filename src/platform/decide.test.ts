import type { DbOf } from './handle.ts'
import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { plus } from '#platform/time.ts'
import { anEvent } from '../../test/cast.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { decide } from './db.ts'
import { type LimitTables, withinLimit } from './limits.ts'

type Tables = LimitTables & { event: { id: string; place_name: string | null } }

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
before(async () => void (bed = await freshDatabase()))
after(() => bed.close())

const db = (): DbOf<Tables> => bed.db.as<Tables>()
const newEvent = (): Promise<string> => anEvent(bed.db, plus(now, { days: 7 }))
const count = (tx: DbOf<Tables>, key: string) => withinLimit(tx, { key, max: 1000, windowSeconds: 60 }, now)

async function counted(key: string): Promise<number> {
  const row = await db().selectFrom('limit_count').select('count').where('key', '=', key).executeTakeFirst()
  return row?.count ?? 0
}

test('those who come in the same instant are decided in order, each seeing what was decided before', async () => {
  const event = await newEvent()
  const seen = Array.from({ length: 120 }, (_, index) =>
    decide(db(), 'event', event, async (tx) => {
      const row = await tx.selectFrom('event').select('place_name').where('id', '=', event).executeTakeFirst()
      await tx
        .updateTable('event')
        .set({ place_name: String(index) })
        .where('id', '=', event)
        .execute()
      return row?.place_name
    }),
  )
  deepEqual(
    (await Promise.all(seen)).slice(1),
    Array.from({ length: 119 }, (_, index) => String(index)),
  )
})

test('one that fails is undone and fails alone', async () => {
  const event = await newEvent()
  const attempt = (name: string, fails: boolean) =>
    decide(db(), 'event', event, async (tx) => {
      await count(tx, `alone ${name}`)
      if (fails) throw new Error(`${name} fails`)
      return name
    })
  const results = await Promise.allSettled([attempt('a', false), attempt('b', true), attempt('c', false)])
  deepEqual(
    results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason))),
    ['a', 'Error: b fails', 'c'],
  )
  deepEqual(await Promise.all(['a', 'b', 'c'].map((name) => counted(`alone ${name}`))), [1, 0, 1])
})

test('nobody is answered before the commit: when the transaction is lost, nothing was decided', async () => {
  const event = await newEvent()
  const attempt = (name: string, loses: boolean) =>
    decide(db(), 'event', event, async (tx) => {
      await count(tx, `lost ${name}`)
      if (!loses) return name
      // As when the disk is full, or the server restarts.
      await (
        bed.engine === 'sqlite' ? sql`rollback` : sql`select pg_terminate_backend(pg_backend_pid())`
      ).execute(tx)
      throw new Error('the transaction is gone')
    })
  const results = await Promise.allSettled([attempt('a', false), attempt('b', true)])
  ok(results.every((result) => result.status === 'rejected'))
  equal(await counted('lost a'), 0)
  equal(await attempt('c', false), 'c')
})

test('two events whose visitors come from the same networks wait for each other without an error', async () => {
  const [one, other] = [await newEvent(), await newEvent()]
  const attempt = (event: string, network: string) =>
    decide(db(), 'event', event, async (tx) => {
      await count(tx, `network ${network}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    })
  await Promise.all([attempt(one, 'x'), attempt(other, 'y'), attempt(one, 'y'), attempt(other, 'x')])
  deepEqual([await counted('network x'), await counted('network y')], [2, 2])
})
