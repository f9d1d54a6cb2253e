import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember } from '../../../test/cast.ts'
import { partyOf } from '../../../test/revision-cast.ts'
import { goesThroughWithout } from '../../../test/without-guard.ts'
import { loadAgreement } from '../agreement/load-agreement.ts'

const now = '2026-11-23T11:00:00.000Z'
const says = { message: 'what was agreed and who agreed keeps its place' }
let bed: FreshDatabase
let bo: Member
let carmen: Member

const rowsOf = async <Row>(text: string): Promise<Row[]> =>
  (await sql.raw<Row>(text).execute(bed.db.as())).rows

before(async () => {
  bed = await freshDatabase()
  bo = await aMember(bed.db, 'Bo', 'city')
  carmen = await aMember(bed.db, 'Carmen', 'civil-society')
  await loadAgreement(bed.db.as(), { now, adopted: '2017-05-24T10:00:00.000Z' })
})
after(() => bed.close())

// SQLite alone numbers its rows, and lets one be put in the place of another.

test('no party is put away by what another says of itself', async () => {
  if (bed.engine !== 'sqlite') return
  const place = (table: string, of: Member): string =>
    table === 'coordinator'
      ? `(select rowid from coordinator where person_id = '${of.id}')`
      : `(select rowid from party_standing where party_id = '${partyOf(of)}')`
  const lisa = await aMember(bed.db, 'Lisa')
  const doors = [
    [
      'party_standing',
      `(rowid, id, party_id, standing, from_day, recorded_by, recorded_at)
       values (${place('party_standing', carmen)}, '${newId()}', '${partyOf(bo)}', 'joined', '2026-11-24', '${bo.id}', '${now}')`,
    ],
    [
      'coordinator',
      `(rowid, id, person_id, party_id, named_by, since)
       values (${place('coordinator', carmen)}, '${newId()}', '${lisa.id}', '${partyOf(bo)}', '${bo.id}', '${now}')`,
    ],
  ] as const
  for (const [table, values] of doors) {
    const text = `insert or replace into ${table} ${values}`
    await rejects(rowsOf(text), says, text)
    await goesThroughWithout(bed, { table, sqlite: `${table}_place_taken`, postgres: '' }, text)
  }
  const moved = `update or replace coordinator set rowid = ${place('coordinator', carmen)} where person_id = '${bo.id}'`
  await rejects(rowsOf(moved), says)
  await goesThroughWithout(
    bed,
    { table: 'coordinator', sqlite: 'coordinator_place_kept', postgres: '' },
    moved,
  )
})

test('no row of what was agreed takes the place of another', async () => {
  if (bed.engine !== 'sqlite') return
  const guards = await rowsOf<{ name: string; table: string }>(
    `select name, tbl_name as "table" from sqlite_master where type = 'trigger' and name glob '*_place_[tk]*'`,
  )
  const guarded = new Set(guards.map(({ table }) => table))
  equal(guards.length, 2 * guarded.size)
  for (const table of ['party', 'substitute', 'joint_answer', 'revision', 'revision_answer', 'commitment'])
    ok(guarded.has(table), table)
  const tried: string[] = []
  for (const table of guarded) {
    const [row] = await rowsOf<object>(`select * from ${table} limit 1`)
    if (!row) continue
    tried.push(table)
    const columns = Object.keys(row).join(', ')
    await rejects(rowsOf(`update or replace ${table} set rowid = rowid + 1000`))
    await rejects(
      rowsOf(`insert or replace into ${table} (rowid, ${columns}) select rowid, ${columns} from ${table}`),
    )
  }
  ok(tried.length > 8)
  deepEqual(await rowsOf(`select id from party where id = '${partyOf(carmen)}'`), [{ id: partyOf(carmen) }])
})
