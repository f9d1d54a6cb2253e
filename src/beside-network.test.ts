import { deepEqual } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anEvent } from '../test/cast.ts'
import { type FreshDatabase, freshDatabase } from '../test/bed.ts'
import { besideNetwork } from './beside-network.ts'
import type { AllTables } from './tables.ts'

let bed: FreshDatabase

before(async () => void (bed = await freshDatabase()))
after(() => bed.close())

test('a meeting that something began at is named only where everybody may read of it', async () => {
  const db = bed.db.as<AllTables>()
  const starts = '2026-12-01T16:00:00.000Z'
  const [open, draft, hidden] = [
    await anEvent(bed.db, starts),
    await anEvent(bed.db, starts, { published_at: null }),
    await anEvent(bed.db, starts),
  ]
  await db
    .insertInto('event_audience')
    .values({ event_id: hidden, kind: 'invitation', capacities: '', unlisted: 1, people_max: 1 })
    .execute()
  const beside = besideNetwork(db)
  const seen = await Promise.all([open, draft, hidden].map((id) => beside.eventWithId(id)))
  deepEqual(
    seen.map((one) => one?.isSeen),
    [true, false, false],
  )
})
