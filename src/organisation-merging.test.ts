import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { aMember, anEvent, anOrganisation } from '../test/cast.ts'
import {
  addOwn,
  addShared,
  ownerOf,
  type OwnKind,
  ownKinds,
  type Place,
  sharedKinds,
} from '../test/merging-cast.ts'
import { aShownIdea, aSupporter } from '../test/ideas-cast.ts'
import { adoptedByAll, aPromise, committed, goalIds } from '../test/plan-cast.ts'
import { freshWorld, type World } from '../test/world.ts'
import { mergeOrganisations } from './network/organisations/merge-organisations.ts'
import { reachOf } from './network/organisations/umbrellas.sql.ts'
import { organisationMerging, organisationPointers } from './organisation-pointers.ts'
import type { AllTables } from './tables.ts'

let world: World
let place: Place
let both: [Member, Member]
let goal: string

const db = () => world.database.as<AllTables>()

before(async () => {
  world = await freshWorld()
  const [bo, mia] = [
    await aMember(world.database, 'Bo', 'city'),
    await aMember(world.database, 'Mia', 'civil-society'),
  ]
  both = [bo, mia]
  await adoptedByAll(world.database, 1, both, world.clock.now)
  goal = (await goalIds(world.database)).get(1) ?? ''
  const partnerships = await db().selectFrom('partnership').select('id').orderBy('id').limit(3).execute()
  place = {
    ...{ db: db(), at: world.clock.now, people: [bo.id, mia.id] },
    partnerships: partnerships.map(({ id }) => id),
    event: await anEvent(world.database, '2026-12-10T17:00:00.000Z', { capacity: 5000 }),
  }
  const idea = await aShownIdea(world, await world.visitor(bo.id))
  await aSupporter(world, idea, 'supporter@example.org')
})
after(() => world.close())

const count = 5
const place_ = fc.nat(count - 1)
const ties = fc.array(
  fc.record({
    kind: fc.constantFrom(...ownKinds, ...sharedKinds),
    of: place_,
    other: place_,
    which: fc.nat(8),
  }),
  { minLength: 4, maxLength: 24 },
)
const merges = fc.array(fc.tuple(place_, place_), { minLength: 1, maxLength: 6 })

/** Tables in which one of two rows that say the same goes; everything else keeps every row. */
const inSets = new Set([
  'partnership_organisation',
  'event_arranger',
  'organisation_member',
  'commitment_owner',
])
const grow = new Set(['record', 'organisation_merge', 'network_drawing'])

async function tableNames(): Promise<string[]> {
  const names =
    world.engine === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`
      : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`
  return (await names.execute(db())).rows.map(({ name }) => name).toSorted()
}

/** Everything that stands in a table, in an order of its own. */
const allOf = async (table: string): Promise<string[]> =>
  (await sql`select * from ${sql.table(table)}`.execute(db())).rows
    .map((row) => JSON.stringify(row))
    .toSorted()

async function everything(): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>()
  for (const name of await tableNames()) all.set(name, await allOf(name))
  return all
}

interface Tie {
  kind: OwnKind
  id: string
  owner: string
}

/** Which pairs stand in a table of pairs, as the organisations that are there now. */
async function pairs(left: string, table: string, right: string, now: (id: string) => string) {
  const { rows } = await sql<{ one: string; other: string }>`
    select ${sql.ref(left)} as one, ${sql.ref(right)} as other from ${sql.table(table)}
    where ${sql.ref(right)} is not null`.execute(db())
  return rows.map(({ one, other }) => `${now(one)} ${now(other)}`)
}

const sharedNow = async (now: (id: string) => string): Promise<string[]> => {
  const members = await pairs('umbrella_id', 'organisation_member', 'member_id', now)
  return [
    ...(await pairs('partnership_id', 'partnership_organisation', 'organisation_id', now)),
    ...(await pairs('event_id', 'event_arranger', 'organisation_id', now)),
    ...(await pairs('commitment_id', 'commitment_owner', 'organisation_id', now)),
    ...members.filter((pair) => pair.split(' ')[0] !== pair.split(' ')[1]),
  ].toSorted()
}

const asIs = (id: string): string => id

async function plant(given: { kind: string; of: number; other: number; which: number }[]) {
  const run = newId().slice(-8)
  const ids: string[] = []
  for (let index = 0; index < count; index += 1)
    ids.push(await anOrganisation(world.database, `Dubbel ${run} ${index}`))
  const own: Tie[] = []
  for (const { kind, of, other, which } of given) {
    const owner = ids[of] ?? ''
    const isOwn = ownKinds.find((one) => one === kind)
    const isShared = sharedKinds.find((one) => one === kind)
    if (isShared) await addShared(place, isShared, [owner, ids[other] ?? ''], which)
    if (!isOwn) continue
    const id = await addOwn(place, isOwn, owner, which)
    if (id) own.push({ kind: isOwn, id, owner })
  }
  const promise = aPromise(goal, { organisationIds: [ids[0] ?? '', ids[1] ?? ''] })
  await committed(world.database, both, promise, world.clock.now)
  return { ids, own, promise: promise.id }
}

test('after any merges nothing is lost: everything hangs on exactly one organisation that is there', async () => {
  await fc.assert(
    fc.asyncProperty(ties, merges, async (given, asked) => {
      const { ids, own, promise } = await plant(given)
      const became = new Map<string, string>()
      const now = (id: string): string => became.get(id) ?? id
      const sharedBefore = await sharedNow(asIs)
      const rowsBefore = await everything()
      for (const [from, into] of asked) {
        const two = { fromId: ids[from] ?? '', intoId: ids[into] ?? '' }
        const isRefused = from === into || became.has(two.fromId) || became.has(two.intoId)
        const stood = isRefused ? await everything() : null
        const refusal = await mergeOrganisations(db(), both[0], two, organisationMerging, world.clock.now)
        equal(refusal !== null, isRefused, String(refusal))
        if (stood) {
          deepEqual(await everything(), stood, 'a refusal leaves all as it was')
          continue
        }
        for (const id of ids) if (now(id) === two.fromId) became.set(id, two.intoId)
      }
      for (const { kind, id, owner } of own) equal(await ownerOf(place, kind, id), now(owner), kind)
      await nothingElseChanged(rowsBefore)
      const mapped = [...new Set(sharedBefore.map((pair) => pair.split(' ').map(now).join(' ')))]
      deepEqual(
        await sharedNow(asIs),
        mapped.filter((pair) => pair.split(' ')[0] !== pair.split(' ')[1]).toSorted(),
      )
      await leadsOn(ids, now)
      await hangsOnTheLiving()
      await standsOnceAmongSignatories()
      await isPromisedBy(promise, [...new Set([ids[0] ?? '', ids[1] ?? ''].map(now))])
      for (const id of ids) ok((await reachOf(db(), now(id))) < count, 'rings come to an end')
    }),
    { numRuns: 12, includeErrorInReport: true, endOnFailure: true },
  )
})

/** No row of any table is gone, but where two said the same; what is no organisation's stands letter by letter. */
async function nothingElseChanged(before: Map<string, string[]>): Promise<void> {
  const pointing = new Set([...organisationPointers.map(({ table }) => table), 'organisation', 'event'])
  for (const [table, rows] of before) {
    if (inSets.has(table) || grow.has(table)) continue
    const left = await allOf(table)
    if (pointing.has(table)) equal(left.length, rows.length, table)
    else deepEqual(left, rows, table)
  }
}

/** Each old address leads in one step to an organisation that is there, and by its old name it is found as that one. */
async function leadsOn(ids: readonly string[], now: (id: string) => string): Promise<void> {
  const rows = await db()
    .selectFrom('organisation')
    .select(['id', 'name', 'merged_into'])
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const { id, merged_into, name } of rows) {
    equal(merged_into, now(id) === id ? null : now(id))
    deepEqual(name, byId.get(now(id))?.name)
  }
}

async function hangsOnTheLiving(): Promise<void> {
  for (const { table, column, stays } of organisationPointers) {
    if (stays && table === 'partnership_step') continue
    const { rows } = await sql`select 1 from ${sql.table(table)} one
      join organisation on organisation.id = one.${sql.ref(column)} where organisation.merged_into is not null`.execute(
      db(),
    )
    equal(rows.length, 0, `${table}.${column}`)
  }
  const { arranged_by } = await db()
    .selectFrom('event')
    .select('arranged_by')
    .where('id', '=', place.event)
    .executeTakeFirstOrThrow()
  const named = await db()
    .selectFrom('organisation')
    .innerJoin('organisation_merge', 'from_id', 'organisation.id')
    .select('before')
    .execute()
  const said = ` ${JSON.stringify(arranged_by).replaceAll(/[",]/g, ' ')} `
  const old = named.filter(({ before }) => {
    const { sv = '' } = (before as { name?: { sv?: string } }).name ?? {}
    return sv !== '' && said.includes(` ${sv} `)
  })
  equal(old.length, 0, `an old name in ${said}`)
}

async function standsOnceAmongSignatories(): Promise<void> {
  const joined = await db()
    .selectFrom('signatory')
    .select('organisation_id')
    .where('state', '=', 'joined')
    .where('merged_into', 'is', null)
    .execute()
  const owners = joined.map(({ organisation_id }) => organisation_id)
  equal(new Set(owners).size, owners.length)
}

async function isPromisedBy(commitment: string, owners: string[]): Promise<void> {
  const { rows } = await sql<{ owners: { organisation: string }[] | string }>`
    select owners from commitment_latest where commitment_id = ${commitment}`.execute(db())
  const list = rows[0]?.owners ?? []
  const read = typeof list === 'string' ? (JSON.parse(list) as { organisation: string }[]) : list
  deepEqual(
    read.map(({ organisation }) => organisation),
    owners,
  )
}

test('a merge that breaks off halfway leaves all as it was', async () => {
  const given = [...ownKinds, ...sharedKinds].map((kind, which) => ({ kind, of: which % 2, other: 2, which }))
  const { ids } = await plant(given)
  const stood = await everything()
  const breaking = {
    ...organisationMerging,
    after: async () => {
      throw new Error('the power went')
    },
  }
  const two = { fromId: ids[0] ?? '', intoId: ids[1] ?? '' }
  await rejects(mergeOrganisations(db(), both[0], two, breaking, world.clock.now), /the power went/)
  deepEqual(await everything(), stood)
})

test('two who merge the same two into each other at once: one is done, the other is refused', async () => {
  const { ids } = await plant([])
  const [one = '', other = ''] = ids
  const answers = await Promise.all(
    [
      { fromId: one, intoId: other },
      { fromId: other, intoId: one },
    ].map((two) => mergeOrganisations(db(), both[0], two, organisationMerging, world.clock.now)),
  )
  deepEqual(answers.toSorted(), [null, 'merged-already'].toSorted())
})
