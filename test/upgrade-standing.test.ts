import { deepEqual, equal, rejects } from 'node:assert/strict'
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
  await old.alone((session) => makeAsBefore(session, '0055', written))
})
after(async () => {
  if (old !== bed.db) await old.close()
  await bed.close()
})

const at = (day: number): string => `2026-10-${day}T11:00:00.000Z`
type Standing = readonly [id: string, party: string, standing: string]
const stands = ([id, party, standing]: Standing, from: string, recorded: string, by = 'null'): string =>
  `insert into party_standing (id, party_id, standing, from_day, recorded_at, recorded_by)
  values ('${id}', '${party}', '${standing}', '${from}', '${recorded}', ${by});`
const revision = (number: number): string =>
  `insert into revision (id, number, plan_id, kind, title, reason, state, party_id, made_by, created_at, changed_at,
    proposed_at, decide_by)
  values ('r${number}', ${number}, 'plan', 'change', '{}', '{"sv":"R"}', 'proposed', 'city', 'bo', '${at(20)}',
    '${at(20)}', '${at(20)}', '2026-12-20');
  insert into revision_answer (revision_id, version, party_id, answer, by_person, at)
  values ('r${number}', 1, 'city', 'yes', 'bo', '${at(20)}');`

// Nobody had to say who wrote down that a party pauses; and a pause took the missing yes away.
const written = [
  `insert into party (id, key, name, position) values ('city', 'city', '{"sv":"Stad"}', 1),
    ('civil', 'civil', '{"sv":"Civil"}', 2);`,
  stands(['a', 'city', 'joined'], '2017-06-14', '2017-06-14T10:00:00.000Z'),
  stands(['b', 'civil', 'joined'], '2017-06-14', '2017-06-14T10:00:00.000Z'),
  `insert into person (id, email, name, language, created_at) values ('bo', 'bo@example.org', 'Bo', 'sv', '${at(10)}');`,
  `insert into coordinator (id, person_id, party_id, since) values ('c', 'bo', 'city', '${at(10)}');`,
  `insert into agreement (id, title, vision, adopted_on) values ('agreement', '{}', '{}', '2017-06-14');`,
  `insert into plan (id, agreement_id, slug, title, lead, starts_on, ends_on, adopted_on)
  values ('plan', 'agreement', '2022-2026', '{}', '{}', '2022-01-01', '2026-12-31', '2022-01-01');`,
  revision(1),
  revision(2),
  stands(['p', 'civil', 'paused'], '2026-10-22', at(21)),
  `update revision set state = 'in-force', ended_at = '${at(23)}', ended_on = '2026-10-23' where id = 'r1';`,
].join('\n')

const rows = (text: string) => old.alone((session) => session.rows(text))
const tell = (text: string): Promise<void> => old.alone((session) => session.script(text))

test('how parties stood, and what was in force, survives; what waits is asked of those who were there', async () => {
  const standings = 'select id, party_id, standing, from_day, recorded_by from party_standing order by id'
  const before = await rows(standings)
  equal(before.length, 3)
  equal((await migrate(old))[0], '0055-standing-said-by-own.sql')
  deepEqual(await rows(standings), before)
  deepEqual(await rows('select id, state, asked_on from revision order by id'), [
    { id: 'r1', state: 'in-force', asked_on: null },
    { id: 'r2', state: 'proposed', asked_on: '2026-10-20' },
  ])
})

test('the upgraded database waits for the yes that is missing, and takes standings from their own parties', async () => {
  await rejects(
    tell(
      `update revision set state = 'in-force', ended_at = '${at(24)}', ended_on = '2026-10-24' where id = 'r2'`,
    ),
    /without the yes of every party/,
  )
  const back = (by: string): Promise<void> => tell(stands(['q', 'civil', 'joined'], '2026-11-01', at(25), by))
  for (const by of ['null', `'bo'`]) await rejects(back(by), /each party says itself how it stands/)
  await tell(`insert into person (id, email, name, language, created_at)
    values ('eva', 'eva@example.org', 'Eva', 'sv', '${at(10)}');
    insert into coordinator (id, person_id, party_id, since) values ('d', 'eva', 'civil', '${at(10)}')`)
  await back(`'eva'`)
})

test('who spoke for a party before goes on, and names the next one', async () => {
  deepEqual(await rows(`select named_by from coordinator where id = 'c'`), [{ named_by: null }])
  await tell(`insert into person (id, email, name, language, created_at)
    values ('li', 'li@example.org', 'Li', 'sv', '${at(10)}')`)
  const named = (by: string): Promise<void> =>
    tell(`insert into coordinator (id, person_id, party_id, named_by, since)
      values ('e', 'li', 'city', ${by}, '${at(26)}')`)
  for (const by of ['null', `'eva'`]) await rejects(named(by), /each party names itself who speaks for it/)
  await named(`'bo'`)
})
