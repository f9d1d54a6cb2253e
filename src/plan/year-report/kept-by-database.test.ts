import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { aMember } from '../../../test/cast.ts'
import { freshWorld, type World } from '../../../test/world.ts'
import { approveReport } from './approve-report.ts'
import { writeGift } from './edit-gifts.ts'
import { loadForOffice } from './load-report.ts'
import { reportOfYear } from './reports.sql.ts'
import { beginReport, writePart } from './write-report.ts'

const now = '2026-11-23T11:00:00.000Z'
const year = 2025

let world: World
let database: Database
let bo: Member
let ami: Member

/** What somebody with a database client could send. */
const run = (text: string): Promise<unknown> => sql.raw(text).execute(database.as())
const refused = (text: string, reason: RegExp): Promise<void> => rejects(run(text), reason, text)
const yes = (version: number, by: Member, party = by.party?.id): string =>
  `insert into year_report_approval (report_id, version, party_id, by_person, on_day, at)
    select id, ${version}, '${party}', '${by.id}', '2026-11-23', '${now}' from year_report where year = ${year}`
const seen = async (): Promise<string> => {
  const report = await reportOfYear(database.as(), year)
  if (!report) throw new Error('no report')
  return (await loadForOffice(database.as(), report, now)).seen
}
const set = (what: string): string => `update year_report set ${what} where year = ${year}`

before(async () => {
  world = await freshWorld({ now })
  database = world.database
  bo = await aMember(database, 'Bo', 'city')
  ami = await aMember(database, 'Ami', 'civil-society')
  await beginReport(database.as(), bo, year, now)
  const words = { year, section: 'foreword', words: { sv: 'Ett år.' }, seen: '1' } as const
  equal(await writePart(database.as(), bo, words, now), null)
  const gift = { partner: 'Banken', sek: 5000, hours: null, inKind: {}, givenTo: { sv: 'Mat' }, seen: '2' }
  equal(await writeGift(database.as(), bo, year, gift, now), null)
})
after(() => world.close())

test('a report begins as a draft, once a year', async () => {
  const row = (state: string, of: number): string =>
    `insert into year_report (id, year, state, begun_by, begun_at, changed_at)
      values ('another', ${of}, '${state}', '${bo.id}', '${now}', '${now}')`
  await refused(row('approved', 2024), /begins as a draft|approved_with|violates|CHECK/)
  await refused(row('published', 2024), /begins as a draft|violates|CHECK/)
  await refused(row('draft', year), /begins as a draft|unique/i)
})

test('nobody approves or publishes without figures, without a yes, or before the year is over', async () => {
  const approved = `state = 'approved', approved_at = '${now}', approved_on = '2026-11-23'`
  await refused(set(approved), /every party/)
  await refused(set(`${approved}, figures = '{}', figures_hash = 'x', figures_at = '${now}'`), /every party/)
  await refused(set(`state = 'published', published_at = '${now}'`), /version alone|CHECK|violates/)
  await refused(yes(3, bo), /version that stands/)
})

test('one party alone approves nothing, nobody says yes for another party, and nothing seen is changed', async () => {
  equal(await approveReport(database.as(), bo, { year, seen: await seen() }, now), null)
  const approved = `state = 'approved', approved_at = '${now}', approved_on = '2026-11-23'`
  await refused(set(approved), /every party/)
  await refused(set(`${approved}, version = 9`), /every party/)
  await refused(yes(3, bo, ami.party?.id), /by its own people/)
  await refused(yes(2, ami), /version that stands/)
  await refused(yes(3, bo), /version that stands|unique/i)
  await refused(`update year_report_approval set party_id = '${ami.party?.id}'`, /never changes/)
  await refused('delete from year_report_approval', /never changes/)
  await refused(set(`figures = '{"year":1}'`), /version alone/)
  await refused(`update year_report_text set words = '{"sv":"Något annat"}'`, /approved words/)
  await refused('delete from year_report_text', /approved words/)
  await refused('update partner_gift set sek = 1', /approved report/)
  await refused('delete from partner_gift', /approved report/)
})

test('what every party has approved never changes, and is never taken away', async () => {
  equal(await approveReport(database.as(), ami, { year, seen: await seen() }, now), null)
  const never = /approved report never changes/
  for (const change of [
    `figures = '{}'`,
    `version = 9`,
    `state = 'draft', approved_at = null, approved_on = null`,
    `approved_on = '2026-11-24'`,
    `year = 2024`,
    `state = 'published', published_at = '${now}', figures = '{}'`,
  ])
    await refused(set(change), never)
  await refused('delete from year_report', /never taken away/)
  await refused(
    `insert into year_report_text (report_id, section, words, written_by, written_at)
    select id, 'given', '{"sv":"Till"}', '${bo.id}', '${now}' from year_report`,
    /approved words/,
  )
  await run(set(`state = 'published', published_at = '${now}'`))
  await refused(set(`state = 'approved', published_at = null`), never)
  await refused(set(`changed_at = '${now}', published_at = '2026-12-01T00:00:00.000Z'`), never)
})

test('a report is approved once its year is over', async () => {
  await beginReport(database.as(), bo, 2026, now)
  await run(
    `update year_report set figures = '{}', figures_hash = 'x', figures_at = '${now}' where year = 2026`,
  )
  for (const by of [bo, ami]) await run(yes(1, by).replace(`year = ${year}`, 'year = 2026'))
  const early = `update year_report set state = 'approved', approved_at = '${now}', approved_on = '2026-11-23'`
  await refused(`${early} where year = 2026`, /CHECK|violates|approved_after_the_year/i)
})

test('a party that has paused is not needed, and until then it is', async () => {
  await beginReport(database.as(), bo, 2024, now)
  await run(
    `update year_report set figures = '{}', figures_hash = 'x', figures_at = '${now}' where year = 2024`,
  )
  await run(yes(1, bo).replace(`year = ${year}`, 'year = 2024'))
  const approved = `update year_report set state = 'approved', approved_at = '2027-02-01T10:00:00.000Z',
    approved_on = '2027-02-01' where year = 2024`
  await refused(approved, /every party/)
  await run(`insert into party_standing (id, party_id, standing, from_day, reason, recorded_by, recorded_at)
    values ('pause', '${ami.party?.id}', 'paused', '2027-01-15', '{"sv":"Paus"}', '${ami.id}', '${now}')`)
  await run(approved)
})

test('a substitute says yes for the party that named them, on the days named', async () => {
  await beginReport(database.as(), bo, 2023, now)
  await run(
    `update year_report set figures = '{}', figures_hash = 'x', figures_at = '${now}' where year = 2023`,
  )
  const kim = await aMember(database, 'Kim')
  const asKim = (party: string | undefined): string =>
    yes(1, kim, party).replace(`year = ${year}`, 'year = 2023')
  await refused(asKim(bo.party?.id), /by its own people/)
  await run(`insert into substitute (id, party_id, person_id, named_by, from_day, until_day, named_at)
    values ('kim', '${bo.party?.id}', '${kim.id}', '${bo.id}', '2026-11-23', '2026-11-30', '${now}')`)
  await refused(asKim(ami.party?.id), /by its own people/)
  await run(asKim(bo.party?.id))
})
