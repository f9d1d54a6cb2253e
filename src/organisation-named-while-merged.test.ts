import { deepEqual, equal, notEqual } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { aMember, anEvent, anOrganisation } from '../test/cast.ts'
import { addOwn, addShared, ownerOf, ownKinds, type Place, sharedKinds } from '../test/merging-cast.ts'
import { adoptedByAll, aPromise, committed, goalIds } from '../test/plan-cast.ts'
import { freshWorld, type World } from '../test/world.ts'
import { mergeOrganisations } from './network/organisations/merge-organisations.ts'
import { organisationMerging, organisationPointers } from './organisation-pointers.ts'
import type { AllTables } from './tables.ts'

let world: World
let place: Place
let office: Member
let both: [Member, Member]

const db = () => world.database.as<AllTables>()

before(async () => {
  world = await freshWorld()
  const mia = await aMember(world.database, 'Mia', 'civil-society')
  office = await aMember(world.database, 'Bo', 'city')
  both = [office, mia]
  const partnerships = await db().selectFrom('partnership').select('id').orderBy('id').limit(3).execute()
  place = {
    ...{ db: db(), at: world.clock.now, people: [office.id, mia.id] },
    partnerships: partnerships.map(({ id }) => id),
    event: await anEvent(world.database, '2026-12-10T17:00:00.000Z', { capacity: 5000 }),
  }
})
after(() => world.close())

const fresh = (): Promise<string> => anOrganisation(world.database, `Dubbel ${newId()}`)

const merge = (fromId: string, intoId: string, merging = organisationMerging) =>
  mergeOrganisations(db(), office, { fromId, intoId }, merging, world.clock.now)

async function rowsNaming(id: string): Promise<string[]> {
  const named: string[] = []
  for (const { table, column } of organisationPointers) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(
      db(),
    )
    for (const _ of rows) named.push(`${table}.${column}`)
  }
  return named.toSorted()
}

test('everything that moves with a merge is also kept from naming a double afterwards', async () => {
  const query =
    world.engine === 'sqlite'
      ? sql<{ trigger: string }>`select tbl_name || ' ' || name as "trigger" from sqlite_master
        where type = 'trigger' and (name like '%\_of\_double' escape '\\' or name like '%\_of\_double\_again' escape '\\')`
      : sql<{ trigger: string }>`select tgrelid::regclass::text || ' ' || tgname as "trigger" from pg_trigger
        where tgfoid = 'name_what_it_became'::regproc`
  const found = (await query.execute(db())).rows.map(({ trigger }) => trigger)
  const wanted = organisationPointers
    .filter(({ stays, table }) => !stays || table === 'signatory')
    .flatMap(({ table, column }) => {
      const name = table === 'organisation_member' ? `${table}_${column.replace('_id', '')}` : table
      return world.engine === 'sqlite'
        ? [`${table} ${name}_of_double`, `${table} ${name}_of_double_again`]
        : [`${table} a_${name}_of_double`]
    })
  deepEqual(found.toSorted(), wanted.toSorted())
})

test('a row that is written with the id of what became another hangs on that other', async () => {
  for (const [which, kind] of ownKinds.entries()) {
    const [from, into] = [await fresh(), await fresh()]
    equal(await merge(from, into), null)
    const id = await addOwn(place, kind, from, which)
    equal(await ownerOf(place, kind, id ?? ''), into, kind)
    deepEqual(await rowsNaming(from), [], kind)
  }
})

test('who names a double of what is named already says it once', async () => {
  for (const kind of sharedKinds) {
    const [from, into, other] = [await fresh(), await fresh(), await fresh()]
    equal(await merge(from, into), null)
    await addShared(place, kind, [into, other], 1)
    await addShared(place, kind, [from, other], 1)
    deepEqual(await rowsNaming(from), [], kind)
    equal((await rowsNaming(into)).length, 1, kind)
  }
  const [from, into] = [await fresh(), await fresh()]
  equal(await merge(from, into), null)
  await addShared(place, 'member', [into, from], 0)
  await addShared(place, 'member', [from, into], 0)
  deepEqual([await rowsNaming(from), await rowsNaming(into)], [[], []], 'nobody is a member of itself')
})

test('who names it while it becomes another waits, and names the other', async () => {
  for (const [which, kind] of ownKinds.entries()) {
    const [from, into] = [await fresh(), await fresh()]
    let writing: Promise<string | null> | undefined
    let isWritten = false
    const meanwhile = {
      ...organisationMerging,
      after: async (...given: Parameters<typeof organisationMerging.after>) => {
        await organisationMerging.after(...given)
        writing = addOwn(place, kind, from, which).finally(() => (isWritten = true))
        await setTimeout(20)
        equal(isWritten, false, `${kind}: it waits`)
      },
    }
    equal(await merge(from, into, meanwhile), null)
    const id = await writing
    notEqual(id, undefined)
    equal(await ownerOf(place, kind, id ?? ''), into, kind)
  }
})

test('a row that is changed to name what became another names that other', async () => {
  const [from, into, first] = [await fresh(), await fresh(), await fresh()]
  const id = (await addOwn(place, 'sign-up', first, 0)) ?? ''
  equal(await merge(from, into), null)
  await db().updateTable('sign_up').set({ organisation_id: from }).where('id', '=', id).execute()
  equal(await ownerOf(place, 'sign-up', id), into)
})

test('a promise that names what became another, before the parties say yes, is the other’s', async () => {
  await adoptedByAll(world.database, 1, both, world.clock.now)
  const goal = (await goalIds(world.database)).get(1) ?? ''
  const [from, into] = [await fresh(), await fresh()]
  equal(await merge(from, into), null)
  const promise = aPromise(goal, { organisationIds: [into, from] })
  await committed(world.database, both, promise, world.clock.now)
  const owners = await db()
    .selectFrom('commitment_owner')
    .select(['position', 'organisation_id'])
    .where('commitment_id', '=', promise.id)
    .where('organisation_id', 'is not', null)
    .execute()
  deepEqual(
    owners.map(({ organisation_id }) => organisation_id),
    [into],
  )
})
