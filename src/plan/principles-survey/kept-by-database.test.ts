import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '#platform/db.ts'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { freshWorld, type World } from '../../../test/world.ts'

const now = '2026-11-23T11:00:00.000Z'

let world: World
let database: Database

/** What somebody with a database client could send. */
const run = (text: string): Promise<unknown> => sql.raw(text).execute(database.as())
const refused = (text: string, reason: RegExp): Promise<void> => rejects(run(text), reason, text)
const answer = (key: string): string =>
  `insert into survey_answer (key, survey_id, sector) values ('${key}', 's', 'civil-society')`
const mark = (key: string, value: number): string =>
  `insert into survey_mark (answer_key, position, mark) values ('${key}', 1, ${value})`

before(async () => {
  world = await freshWorld({ now })
  database = world.database
  const bo = await coordinatorOf(database, 'city', 'Bo')
  await run(`insert into survey (id, year, opens_on, closes_on, made_by, made_at)
    values ('s', 2026, '2026-11-20', '2026-12-11', '${bo}', '${now}')`)
  await run(`insert into survey_statement (survey_id, position, principle_key, name, statement)
    values ('s', 1, 'dialog', '{"sv":"Dialog"}', '{"sv":"Vi blir hörda."}')`)
  await run(
    `insert into survey_asked (id, survey_id, email, asked_at) values ('a', 's', 'a@example.org', '${now}')`,
  )
})
after(() => world.close())

test('what was asked never changes, and what was sent stays', async () => {
  await refused(`update survey_statement set statement = '{"sv":"Annat"}'`, /never changes/)
  await refused('delete from survey_statement', /never changes/)
  await refused('update survey set year = 2025', /stays closed/)
  await refused('delete from survey', /stays/)
})

test('there are no more answers than organisations that have answered', async () => {
  await refused(answer('one'), /one answer for each organisation/)
  await run('update survey_asked set has_answered = 1')
  await run(answer('one'))
  await refused(answer('two'), /one answer for each organisation/)
  await refused('update survey_asked set has_answered = 0', /has answered/)
  await refused(`update survey_answer set sector = 'city'`, /stays as it is/)
  await refused('delete from survey_answer', /stays as it is/)
})

test('marks are from 1 to 5, and change until the survey closes', async () => {
  await refused(mark('one', 6), /CHECK|violates/)
  await refused(mark('one', 0), /CHECK|violates/)
  await run(mark('one', 2))
  await run('update survey_mark set mark = 4')
  await refused('delete from survey_mark', /until the survey closes/)
  await run(`update survey set closed_at = '${now}'`)
  await refused('update survey_mark set mark = 1', /until the survey closes/)
  await refused(`insert into survey_mark (answer_key, position, mark) values ('one', 2, 3)`, /survey closes/)
  await refused('update survey set closed_at = null', /stays closed/)
  await refused(`update survey set closes_on = '2027-01-11'`, /stays closed/)
})

test('a key is changed when links are wiped, and the marks follow', async () => {
  await run(`update survey_answer set key = 'other' where key = 'one'`)
  const { rows } = await sql
    .raw<{ mark: number }>(`select mark from survey_mark where answer_key = 'other'`)
    .execute(database.as())
  equal(rows[0]?.mark, 4)
})

test('nothing is quoted that nobody has read', async () => {
  await refused(
    `insert into survey_words (key, survey_id, words, quoted) values ('w', 's', 'Ord', 'Ord')`,
    /CHECK|violates/,
  )
})
