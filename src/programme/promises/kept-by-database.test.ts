import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember } from '../../../test/cast.ts'

let bed: FreshDatabase
let by: string

/** What somebody with a database client could send. */
const run = (text: string): Promise<unknown> => sql.raw(text).execute(bed.db.as())
const refused = (text: string, reason: RegExp): Promise<void> => rejects(run(text), reason, text)

const series = (id: string): string =>
  `insert into series (id, key, name, lead, mark, position) values ('${id}', '${id}', '{}', '{}', 'blue', 1)`
const promise = (id: string, period: string, rest = `'events', null`): string =>
  `insert into series_promise (id, series_id, from_on, until_on, yearly_min, yearly_max, counts, plan_id, made_at)
  values ('${id}', 's', ${period}, 2, 4, ${rest}, '2026-01-01T08:00:00.000Z')`

before(async () => {
  bed = await freshDatabase()
  by = (await aMember(bed.db, 'Bo', 'city')).id
  await run(series('s'))
  await run(series('other'))
  await run(series('third'))
  await run(`insert into agreement (id, title, vision, adopted_on) values ('a', '{}', '{}', '2017-05-24')`)
  await run(`insert into plan (id, agreement_id, slug, title, lead, starts_on, ends_on)
    values ('p', 'a', 'p', '{}', '{}', '2022-01-01', '2026-12-31')`)
  await run(promise('first', `'2026-01-01', '2026-06-30'`))
  await run(promise('second', `'2026-07-01', null`))
})
after(() => bed.close())

test('promises of one series never overlap', async () => {
  const never = /promises of one series never overlap/
  for (const period of [
    `'2025-01-01', '2026-01-01'`,
    `'2026-06-30', '2026-06-30'`,
    `'2026-03-01', '2026-04-01'`,
    `'2027-01-01', null`,
    `'2020-01-01', null`,
  ])
    await refused(promise('more', period), never)
  await run(promise('before', `'2024-01-01', '2025-12-31'`))
  await run(promise('elsewhere', `'2026-01-01', null`).replace(`'s'`, `'other'`))
})

test('two who promise at once do not overlap', async () => {
  const both = ['one', 'two'].map((id) => run(promise(id, `'2020-01-01', '2020-12-31'`)))
  const outcomes = await Promise.allSettled(both)
  equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('a promise stays as it was made, is only ended, and never taken away', async () => {
  const stays = /a promise stays as it was made/
  for (const change of [
    `yearly_min = 1`,
    `yearly_max = null`,
    `from_on = '2026-07-02'`,
    `series_id = 'other'`,
    `counts = 'courses'`,
    `words = '{"sv":"Fler"}'`,
    `reason = '{"sv":"Därför"}'`,
    `made_by = '${by}'`,
  ])
    await refused(`update series_promise set ${change} where id = 'second'`, stays)
  await run(
    `update series_promise set until_on = '2027-12-31', end_reason = '{"sv":"Slut"}' where id = 'second'`,
  )
  for (const until of [`'2028-01-01'`, 'null'])
    await refused(`update series_promise set until_on = ${until} where id = 'second'`, stays)
  await refused(`delete from series_promise where id = 'first'`, /never taken away/)
  if (bed.engine === 'sqlite')
    await refused(
      promise('first', `'2029-01-01', null`).replace('insert', 'insert or replace'),
      /never taken away/,
    )
})

test('what was replaced counts for nothing, and stays replaced', async () => {
  await run(promise('mistaken', `'2029-01-01', null`))
  await run(`update series_promise set replaced_at = '2026-02-01T08:00:00.000Z' where id = 'mistaken'`)
  await run(promise('instead', `'2029-01-01', '2029-12-31'`))
  await refused(
    `update series_promise set replaced_at = null where id = 'mistaken'`,
    /a promise stays as it was made/,
  )
})

test('a promise makes sense: its numbers, its days, its reason and its plan', async () => {
  const far = `'2040-01-01', '2040-12-31'`
  await refused(promise('odd', `'2040-02-01', '2040-01-31'`), /ends_after_it_begins|check/i)
  await refused(promise('odd', far).replace('2, 4', '5, 4'), /at_most_is_not_fewer|check/i)
  await refused(promise('odd', far).replace('2, 4', '61, null'), /check/i)
  await refused(promise('odd', far, `'hours', null`), /check/i)
  const said = promise('odd', far).replace('made_at)', 'made_at, made_by)').replace(/\)$/, `, '${by}')`)
  await refused(said, /a_promise_has_a_reason|check/i)
  const within = /a promise of a plan lies within its period/
  await refused(promise('odd', far, `'events', 'p'`), within)
  await refused(promise('odd', `'2023-01-01', null`, `'events', 'p'`).replace(`'s'`, `'third'`), within)
  await run(promise('planned', `'2023-01-01', '2023-12-31'`, `'events', 'p'`))
})

test('a reason is given for a year that is over, and stays', async () => {
  const given = (id: string, on: string, reason = '{"sv":"Sjukdom"}'): string =>
    `insert into promise_missed (id, series_id, year, reason, given_on, given_at, given_by)
    values ('${id}', 's', 2026, '${reason}', '${on}', '2027-01-02T08:00:00.000Z', '${by}')`
  await refused(given('x', '2026-12-31'), /a_year_is_over|check/i)
  await refused(given('x', '2027-01-02', '{}'), /check/i)
  await run(given('x', '2027-01-02'))
  await refused(`update promise_missed set reason = '{"sv":"Annat"}'`, /a reason that was given stays/)
  await refused(`delete from promise_missed`, /a reason that was given stays/)
  if (bed.engine === 'sqlite')
    await refused(
      given('x', '2027-01-02').replace('insert', 'insert or replace'),
      /reason that was given stays/,
    )
})

test('the days before an event at which people are invited are days of a year', async () => {
  for (const days of [-1, 367]) await refused(`update series set lead_days = ${days}`, /check/i)
})
