import { deepEqual, equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Database } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { emptied, makeAsBefore } from './as-before.ts'
import { type FreshDatabase, freshDatabase } from './bed.ts'

let bed: FreshDatabase
let old: Database
before(async () => {
  bed = await freshDatabase()
  old = await emptied(bed)
  await old.alone((session) => makeAsBefore(session, '0009', peopleOfBefore))
})
after(async () => {
  if (old !== bed.db) await old.close()
  await bed.close()
})

const at = (day: number): string => `'2026-10-${String(day).padStart(2, '0')}T08:00:00.000Z'`
const signUp = (id: string, event: string, capacity: string, rest: string): string =>
  `insert into sign_up (id, event_id, name, search_text, language, capacity, email, state, queued_at, sequence,
    walk_in, checked_in_at, cancelled_at)
  values ('${id}', '${event}', 'Person ${id}', 'person ${id}', 'sv', '${capacity}', ${rest});`
const event = (id: string, capacity: number): string =>
  `insert into event (id, slug, series_id, title, lead, place_name, spoken, starts_at, ends_at, sign_up_closes_at,
    capacity, created_at, changed_at)
  values ('${id}', '${id}', 's', '{}', '{}', 'Biblioteket', 'sv', ${at(20)}, ${at(21)}, ${at(20)}, ${capacity}, ${at(1)},
    ${at(1)});`

const peopleOfBefore = [
  `insert into series (id, key, name, lead, promise, yearly_min, yearly_max, mark, position)
  values ('s', 's', '{}', '{}', '{"sv":"Två till fyra"}', 2, 4, 'blue', 1);`,
  event('full', 3),
  event('empty', 5),
  signUp('a', 'full', 'resident', `'a@example.org', 'seat', ${at(2)}, 0, 0, null, null`),
  signUp('b', 'full', 'elected', `'b@example.org', 'seat', ${at(3)}, 2, 0, ${at(20)}, null`),
  signUp('c', 'full', 'resident', `null, 'seat', ${at(20)}, 0, 1, ${at(20)}, null`),
  signUp('d', 'full', 'resident', `'d@example.org', 'waiting', ${at(5)}, 0, 0, null, null`),
  signUp('e', 'full', 'elected', `'e@example.org', 'waiting', ${at(4)}, 0, 0, null, null`),
  signUp('f', 'full', 'elected', `'d@example.org', 'cancelled', ${at(1)}, 1, 0, null, ${at(4)}`),
  `insert into sign_up_need values ('a', 'Hörslinga', null, 'vegan', '2026-11-03');`,
  `insert into personal_link values ('hash-a', 'a', ${at(2)}), ('hash-a2', 'a', ${at(3)}), ('hash-f', 'f', ${at(1)});`,
].join('\n')

const rows = (sqlText: string) => old.alone((session) => session.rows(sqlText))

test('a database from before seats were kept is upgraded with nobody lost and every seat counted', async () => {
  const columns =
    'id, event_id, email, name, capacity, state, queued_at, sequence, walk_in, checked_in_at, cancelled_at'
  const everybody = `select ${columns} from sign_up order by id`
  const links = 'select token_hash, sign_up_id, created_at from personal_link order by token_hash'
  const needs = 'select sign_up_id, access, interpretation, diet, wipe_on from sign_up_need'
  const before = [await rows(everybody), await rows(links), await rows(needs)]
  equal(before[0]?.length, 6)
  equal((await migrate(old))[0], '0009-seats.sql')
  deepEqual([await rows(everybody), await rows(links), await rows(needs)], before)

  deepEqual(await rows('select id, seats_taken, seats_kept, over_invited from event order by id'), [
    { id: 'empty', seats_taken: 0, seats_kept: 0, over_invited: 0 },
    { id: 'full', seats_taken: 3, seats_kept: 0, over_invited: 0 },
  ])
  deepEqual(await rows('select event_id, capacity, kept, taken from event_sector order by capacity'), [
    { event_id: 'full', capacity: 'elected', kept: 0, taken: 1 },
    { event_id: 'full', capacity: 'resident', kept: 0, taken: 2 },
  ])
  // Whoever was signed up had a mail with a link, and was taken at their word then.
  deepEqual(await rows('select id from sign_up where confirmed_at is null or confirmed_at <> queued_at'), [])
  deepEqual(await rows('select id, ended_because from sign_up where ended_because is not null'), [
    { id: 'f', ended_because: 'given-back' },
  ])
})

test('what a series promised has moved to a promise of its own', async () => {
  const columns = 'series_id, from_on, until_on, yearly_min, yearly_max, counts, made_by, replaced_at'
  deepEqual(await rows(`select ${columns} from series_promise`), [
    {
      ...{ series_id: 's', from_on: '2022-01-01', until_on: null, yearly_min: 2, yearly_max: 4 },
      ...{ counts: 'events', made_by: null, replaced_at: null },
    },
  ])
  const [said] = await rows(`select cast(words as text) as words from series_promise`)
  deepEqual(JSON.parse(String(said?.['words'])), { sv: 'Två till fyra' })
})

test('the upgraded database counts on, and still refuses a double and one seat too many', async () => {
  const tell = (text: string): Promise<void> => old.alone((session) => session.script(text))
  const refused = (text: string): Promise<boolean> =>
    tell(text).then(
      () => false,
      () => true,
    )
  equal(await refused(`update sign_up set state = 'seat' where id = 'd'`), true)
  equal(await refused(`update sign_up set email = 'e@example.org' where id = 'd'`), true)
  await tell(
    `update sign_up set state = 'cancelled', cancelled_at = ${at(6)}, ended_because = 'given-back' where id = 'a'`,
  )
  await tell(`update sign_up set state = 'seat' where id = 'e'`)
  deepEqual(await rows(`select taken from event_sector where capacity = 'elected'`), [{ taken: 2 }])
  deepEqual(await rows(`select seats_taken from event where id = 'full'`), [{ seats_taken: 3 }])
  equal(await refused(`update event set capacity = 2 where id = 'full'`), true)
})
