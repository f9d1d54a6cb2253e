import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addParty } from '#people/index.ts'
import { transact } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { organisationNamed, organisationsToChooseFrom } from './organisations/organisations.sql.ts'
import { loadDirectory } from './load-directory.ts'
import { partnerships } from './partnerships/index.ts'
import type { AllTables } from '../tables.ts'
import type { DbOf } from '#platform/handle.ts'

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
let db: DbOf<AllTables>

before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  await transact(db, async (tx) => {
    await addParty(tx, {
      id: newId(),
      key: 'city',
      name: { sv: 'Malmö stad' },
      position: 1,
      joinedOn: '2017-06-14',
      now,
    })
    await loadDirectory(tx, now)
  })
})
after(() => bed.close())

test('an empty directory is filled once, and belongs to the parties it names', async () => {
  const [first] = await partnerships(db)
  const city = await db
    .selectFrom('organisation')
    .selectAll()
    .where('slug', '=', 'city-of-malmo')
    .executeTakeFirst()
  ok(first && first.began_year === 2022)
  ok(city?.party_id)

  const before = await organisationsToChooseFrom(db, 'sv')
  await loadDirectory(db, now)
  deepEqual(await organisationsToChooseFrom(db, 'sv'), before)
})

test('an organisation is found by its whole name in any language, and by nothing less', async () => {
  const named = async (name: string) => (await organisationNamed(db, name))?.slug
  for (const name of ['Malmö stad', ' malmo  STAD ', 'Ciudad de Malmö', 'City of Malmö']) {
    equal(await named(name), 'city-of-malmo', name)
  }
  for (const name of ['Malmö', '', '|', '%', 'stad|City', 'Malm_ stad'])
    equal(await named(name), undefined, name)
})

test('names to choose from stand in the order of the reader’s language', async () => {
  const names = (await organisationsToChooseFrom(db, 'en')).map(({ name }) => name)
  deepEqual(names, names.toSorted(new Intl.Collator('en').compare))
  ok(names.includes('City of Malmö'))
})
