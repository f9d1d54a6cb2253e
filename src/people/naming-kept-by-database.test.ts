import { deepEqual, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { aMember } from '../../test/cast.ts'
import { goesThroughWithout, type Guard } from '../../test/without-guard.ts'

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
let bo: string
let carmen: string
let nour: string
let city: string
let civil: string

/** What somebody with a database client could send. */
const run = (text: string): Promise<unknown> => sql.raw(text).execute(bed.db.as())

/** Refused with these words; and by nothing else, as is seen when the guard is away. */
async function refused(text: string, reason: string, guard: Guard): Promise<void> {
  await rejects(run(text), { message: reason }, text)
  await goesThroughWithout(bed, guard, text)
}

before(async () => {
  bed = await freshDatabase()
  const one = await aMember(bed.db, 'Bo', 'city')
  const other = await aMember(bed.db, 'Carmen', 'civil-society')
  ;[bo, carmen, city, civil] = [one.id, other.id, one.party?.id ?? '', other.party?.id ?? '']
  nour = (await aMember(bed.db, 'Nour')).id
})
after(() => bed.close())

const quoted = (value: string | null): string => (value === null ? 'null' : `'${value}'`)
interface Raw {
  id?: string
  person?: string
  party?: string
  by?: string | null
  since?: string
  until?: string | null
}
const names = (raw: Raw = {}, verb = 'insert'): string => {
  const one = { id: newId(), person: nour, party: civil, by: carmen, since: now, until: null, ...raw }
  return `${verb} into coordinator (id, person_id, party_id, named_by, since, until)
    values ('${one.id}', '${one.person}', '${one.party}', ${quoted(one.by)}, '${one.since}', ${quoted(one.until)})`
}
const guardOf = (sqlite: string, postgres = 'keep_naming_to_own'): Guard => ({
  table: 'coordinator',
  sqlite,
  postgres,
})
const byOwn = guardOf('coordinator_named_by_own')
const own = 'each party names itself who speaks for it'
const neverChanges = 'for whom somebody has spoken, and when, never changes'

test('who speaks for a party is named by somebody who speaks for that very party then', async () => {
  const former = (await aMember(bed.db, 'Former', 'civil-society')).id
  await run(`update coordinator set until = '2026-11-01T08:00:00.000Z' where person_id = '${former}'`)
  for (const by of [null, bo, nour, former]) await refused(names({ by }), own, byOwn)
  // Not even on a day on which they did, and nobody names themselves.
  const then = '2026-10-01T08:00:00.000Z'
  await refused(names({ by: former, since: then }), own, byOwn)
  await refused(names({ person: former, by: former, since: then }), own, byOwn)
  await refused(names({ since: '2025-12-31T08:00:00.000Z' }), own, byOwn)
  await refused(
    names({ until: now }),
    'who is named begins to speak for a party',
    guardOf('coordinator_begins'),
  )
  await run(names())
})

test('who named somebody is not written otherwise afterwards', async () => {
  const guard = guardOf('coordinator_naming_kept', 'keep_who_coordinates')
  for (const by of ['null', `'${bo}'`])
    await refused(`update coordinator set named_by = ${by} where person_id = '${nour}'`, neverChanges, guard)
  await refused(`update coordinator set named_by = '${bo}' where person_id = '${bo}'`, neverChanges, guard)
})

test('the first of a party is named by nobody of its own, and only once', async () => {
  await run(`insert into party (id, key, name, position) values ('county', 'county', '{"sv":"Region"}', 9)`)
  const [vera, robin] = [(await aMember(bed.db, 'Vera')).id, (await aMember(bed.db, 'Robin')).id]
  const first = { person: vera, party: 'county' }
  const says = 'nobody of its own names the first who speaks for a party'
  for (const by of [bo, vera]) await refused(names({ ...first, by }), says, guardOf('coordinator_first'))
  await run(names({ ...first, by: null }))
  await refused(names({ person: robin, party: 'county', by: null }), own, byOwn)
  await run(names({ person: robin, party: 'county', by: vera }))
})

const everybody = async (): Promise<unknown> => {
  const all = await sql<object>`select id, person_id, party_id, until from coordinator order by id`.execute(
    bed.db.as(),
  )
  return all.rows
}

test('nobody is moved to the other party, so that theirs is left without anybody', async () => {
  const before = await everybody()
  const lisa = (await aMember(bed.db, 'Lisa')).id
  const [place] = await rowsOf(`select id from coordinator where person_id = '${carmen}'`)
  if (bed.engine === 'sqlite') {
    const guard = guardOf('coordinator_not_replaced')
    const forCity = { party: city, by: bo }
    await refused(names({ ...forCity, person: carmen }, 'insert or replace'), neverChanges, guard)
    await refused(
      names({ ...forCity, person: lisa, id: place?.id ?? '' }, 'insert or replace'),
      neverChanges,
      guard,
    )
  } else {
    const instead = `on conflict (id) do update set party_id = excluded.party_id, person_id = excluded.person_id`
    await rejects(run(`${names({ party: city, by: bo, person: lisa, id: place?.id ?? '' })} ${instead}`), {
      message: neverChanges,
    })
  }
  await rejects(run(names({ party: city, by: bo, person: carmen })))
  deepEqual(await everybody(), before)
})

const rowsOf = async (text: string): Promise<{ id: string }[]> =>
  (await sql.raw<{ id: string }>(text).execute(bed.db.as())).rows
