import type { DbOf } from '#platform/handle.ts'
import { deepEqual, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { type Database, openDatabase } from '#platform/db.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember } from '../../../test/cast.ts'
import { openHall } from '../../../test/seats/hall.ts'
import { rush } from '../../../test/seats/rush.ts'
import { withoutLocks } from '../../../test/seats/without-locks.ts'

const processes = 3
let bed: FreshDatabase
let databases: Database[]
let bo: Member

before(async () => {
  bed = await freshDatabase()
  bo = await aMember(bed.db, 'Bo', 'city')
  databases = Array.from({ length: processes }, () => another(bed))
})
after(async () => {
  if (bed.url) await Promise.all(databases.map((database) => database.close()))
  await bed.close()
})

/** The same database as another process would have it, with a line of its own; SQLite is written to by one process. */
function another({ url, db }: FreshDatabase): Database {
  if (url) return openDatabase({ url })
  const handle = db.as<unknown>().withoutPlugins()
  return { ...db, as: <Tables>() => handle as unknown as DbOf<Tables> }
}

const hallWith50Seats = () =>
  openHall(bed.db, bo, { capacity: 50, kept: [['elected', 20]], organisationMax: null })

test('300 people want 50 seats in the same instant, 20 kept for one sector: none too many, nobody twice or lost', async () => {
  deepEqual(await rush(await hallWith50Seats(), databases), [])
})

test('without the lock on the event the same rush fails on PostgreSQL', async (t) => {
  if (bed.engine === 'sqlite')
    return t.skip('SQLite lets one writer in at a time, so it cannot show the difference')
  const faults = await rush(await hallWith50Seats(), databases.map(withoutLocks))
  ok(faults.length > 0, 'the lock makes no difference')
  ok(!faults.some((fault) => fault.includes('one seat too many')), 'the database itself still counts')
})
