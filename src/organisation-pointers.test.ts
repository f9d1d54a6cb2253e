import { deepEqual, equal, match } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { aMember } from '../test/cast.ts'
import { freshWorld, type World } from '../test/world.ts'
import { organisationPointers } from './organisation-pointers.ts'
import type { AllTables } from './tables.ts'

let world: World

before(async () => {
  world = await freshWorld()
})
after(() => world.close())

const inSqlite = sql<{ table: string; column: string }>`
  select one.name as "table", key."from" as "column" from sqlite_master one
  join pragma_foreign_key_list(one.name) key on key."table" = 'organisation' where one.type = 'table'`
const inPostgres = sql<{ table: string; column: string }>`
  select key.conrelid::regclass::text as "table", attname as "column" from pg_constraint key
  join pg_attribute on attrelid = key.conrelid and attnum = any(key.conkey)
  where key.contype = 'f' and key.confrelid = 'organisation'::regclass`

// The merge itself says which became which.
const own = new Set(['organisation.merged_into', 'organisation_merge.from_id', 'organisation_merge.into_id'])

test('a merge knows every column of the database that points at an organisation', async () => {
  const query = world.engine === 'sqlite' ? inSqlite : inPostgres
  const { rows } = await query.execute(world.database.as<AllTables>())
  const found = rows.map(({ table, column }) => `${table}.${column}`).filter((one) => !own.has(one))
  const known = organisationPointers.map(({ table, column }) => `${table}.${column}`)
  deepEqual(known.toSorted(), found.toSorted())
})

test('a double becomes the other: both in one partnership count once, and the old address leads on', async () => {
  const db = world.database.as<AllTables>()
  const office = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
  const idOf = async (slug: string): Promise<string> =>
    (await db.selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id
  const [from, into] = [await idOf('malmoakademin'), await idOf('malmo-ideella')]
  const partnerships = await db.selectFrom('partnership').select('id').orderBy('id').limit(2).execute()
  const [first = '', second = ''] = partnerships.map(({ id }) => id)
  await db.deleteFrom('partnership_organisation').execute()
  for (const [partnership_id, organisation_id] of [
    [first, from],
    [first, into],
    [second, from],
  ] as const)
    await db.insertInto('partnership_organisation').values({ partnership_id, organisation_id }).execute()
  const page = await office.open(`/sv/office/network/organisations/${from}/merge`)
  const preview = await office.press(page, 'Visa vad som händer', { into: 'Malmö Ideella' })
  match(preview.text, /saker flyttas/)
  equal((await office.press(preview, 'Slå ihop')).path, '/sv/network/organisations/malmo-ideella')
  const left = await db.selectFrom('partnership_organisation').selectAll().orderBy('partnership_id').execute()
  deepEqual(left, [
    { partnership_id: first, organisation_id: into },
    { partnership_id: second, organisation_id: into },
  ])
  const guest = await world.visitor()
  equal(
    (await guest.open('/sv/network/organisations/malmoakademin')).path,
    '/sv/network/organisations/malmo-ideella',
  )
  equal((await office.press(preview, 'Slå ihop')).status, 409)
})
