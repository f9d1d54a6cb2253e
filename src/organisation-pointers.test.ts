import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { languages } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import { aMember, anEvent, anOrganisation } from '../test/cast.ts'
import { freshWorld, type World } from '../test/world.ts'
import { mergeOrganisations } from './network/organisations/merge-organisations.ts'
import { organisationMerging, organisationPointers } from './organisation-pointers.ts'
import { saveArrangers } from './programme/arrangers/save-arrangers.ts'
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

test('the preview of a merge has words for everything that moves, in three languages', () => {
  for (const language of languages)
    for (const { table } of organisationPointers) {
      const key = `organisations.merge.thing.${table}`
      notEqual(wordsFor(language)(key), key)
    }
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
  match(preview.text, /Partnerskap, processer och nätverk/)
  ok(!preview.text.includes('partnership_organisation'), 'no names of tables')
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

test('an event that a double arranged is said to be arranged by the organisation that it became', async () => {
  const db = world.database.as<AllTables>()
  const office = await aMember(world.database, 'Mia', 'civil-society')
  const [fromId, intoId] = [
    await anOrganisation(world.database, 'Ekens vänner'),
    await anOrganisation(world.database, 'Föreningen Eken'),
  ]
  const event = await anEvent(world.database, '2026-12-10T17:00:00.000Z')
  const arrangers = [
    { known: fromId, name: 'Ekens vänner', side: null },
    { known: null, name: 'Grannarna', side: 'other' as const },
  ]
  const now = world.clock.now
  await saveArrangers(world.database.as(), office, event, { arrangers, recorded: false }, now)
  await mergeOrganisations(world.database.as(), office, { fromId, intoId }, organisationMerging, now)
  const row = await db
    .selectFrom('event')
    .select('arranged_by')
    .where('id', '=', event)
    .executeTakeFirstOrThrow()
  equal(row.arranged_by.sv, 'Föreningen Eken och Grannarna')
})
