import { deepEqual } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aMember, anOrganisation } from '../../../test/cast.ts'
import { aPromise, committed, goalIds } from '../../../test/plan-cast.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import type { AllTables } from '../../tables.ts'
import { loadAgreement } from '../agreement/load-agreement.ts'
import { nobodysCommitments } from './nobodys.sql.ts'

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase

before(async () => void (bed = await freshDatabase()))
after(() => bed.close())

test('what a dissolved organisation has promised needs a new owner, from its last day on', async () => {
  const db = bed.db.as<AllTables>()
  const [bo, amina] = [await aMember(bed.db, 'Bo', 'city'), await aMember(bed.db, 'Amina', 'civil-society')]
  await loadAgreement(bed.db.as(), { now, adopted: '2017-05-24T10:00:00.000Z' })
  const goal = (await goalIds(bed.db)).get(1) ?? ''
  const ids = [await anOrganisation(bed.db, 'Kören'), await anOrganisation(bed.db, 'Klubben')]
  for (const id of ids) await committed(bed.db, [bo, amina], aPromise(goal, { organisationIds: [id] }), now)
  const found = async (day: string): Promise<string[][]> =>
    (await nobodysCommitments(bed.db.as(), day)).map(({ owners }) => owners.map(({ name }) => name.sv ?? ''))
  deepEqual(await found('2026-11-23'), [])
  await db
    .updateTable('organisation')
    .set({ ended_on: '2026-11-25', end_reason: '{"sv":"Årsmötet beslutade det."}' })
    .where('id', '=', ids[1] ?? '')
    .execute()
  deepEqual(await found('2026-11-24'), [])
  deepEqual(await found('2026-11-25'), [['Klubben']])
})
