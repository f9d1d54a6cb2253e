import { deepEqual, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { aMember, anOrganisation } from '../../../test/cast.ts'
import { aPromise, committed, goalIds } from '../../../test/plan-cast.ts'
import { otherwise, partyOf, proposal } from '../../../test/revision-cast.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import type { AllTables } from '../../tables.ts'
import { loadAgreement } from '../agreement/load-agreement.ts'
import { keptByNobody, nobodysCommitments } from './nobodys.sql.ts'

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
let bo: Member

before(async () => void (bed = await freshDatabase()))
after(() => bed.close())

test('what a dissolved organisation has promised needs a new owner, from its last day on', async () => {
  const db = bed.db.as<AllTables>()
  bo = await aMember(bed.db, 'Bo', 'city')
  const amina = await aMember(bed.db, 'Amina', 'civil-society')
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

test('the desk hears of what nobody keeps, until a new owner is proposed', async () => {
  const at = '2026-11-25T11:00:00.000Z'
  const [one, ...others] = await keptByNobody(bed.db.as(), '2026-11-25')
  deepEqual(
    [one?.owners.map(({ name }) => name.sv), one?.since, others.length],
    [['Klubben'], '2026-11-25', 0],
  )
  const later = await otherwise(bed.db, one?.id ?? '', { due_on: '2026-12-24' })
  await rejects(proposal(bed.db, bo, [later], { now: at }), /nobody-to-keep-it/)
  const kept = await otherwise(bed.db, one?.id ?? '', { owners: [{ party: partyOf(bo) }] })
  await proposal(bed.db, bo, [kept], { now: at })
  deepEqual(await keptByNobody(bed.db.as(), '2026-11-25'), [])
})
