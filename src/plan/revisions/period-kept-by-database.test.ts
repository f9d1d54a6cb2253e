import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember } from '../../../test/cast.ts'
import { goalIds } from '../../../test/plan-cast.ts'
import {
  agreedBySql,
  aNewOne,
  answered,
  otherwise,
  partyOf,
  planId,
  proposal,
  rawSql,
} from '../../../test/revision-cast.ts'
import { loadAgreement } from '../agreement/load-agreement.ts'
import type { ChangeInput } from './index.ts'

const now = '2026-11-23T11:00:00.000Z'
const notAgreed = 'nothing stands in a plan that the parties have not said yes to'
const byAdoption = 'a plan comes into force when the parties have adopted it'

let bed: FreshDatabase
let bo: Member
let carmen: Member
let city: string
let goal: string
let plan: string
const next = 'next-plan'

const run = (text: string): Promise<unknown> => rawSql(bed.db, text)
/** Refused with these words, and by nothing else. */
const refused = (text: string, reason: string): Promise<void> => rejects(run(text), { message: reason }, text)

const agreedOn = (changes: readonly object[], of = plan, kind: 'change' | 'adoption' = 'change') =>
  agreedBySql(bed.db, [bo, carmen], {
    ...{ plan: of, kind, day: '2026-11-23' },
    changes: changes as readonly ChangeInput[],
  })

async function agreed(changes: readonly ChangeInput[]): Promise<string> {
  const id = await proposal(bed.db, bo, changes, { now })
  equal(await answered(bed.db, carmen, id, { now }), 'in-force')
  return id
}

const aPlan = (id: string, year: number, more = '', verb = 'insert'): string =>
  `${verb} into plan (id, agreement_id, slug, title, lead, about, starts_on, ends_on, adopted_on)
   select '${id}', id, '${id}', '{"sv":"T"}', '{"sv":"L"}', '{}', '${year}-01-01', '${year + 3}-12-31',
   ${more || 'null'} from agreement`

before(async () => {
  bed = await freshDatabase()
  bo = await aMember(bed.db, 'Bo', 'city')
  carmen = await aMember(bed.db, 'Carmen', 'civil-society')
  city = partyOf(bo)
  await loadAgreement(bed.db.as(), { now, adopted: '2017-05-24T10:00:00.000Z' })
  goal = (await goalIds(bed.db)).get(1) ?? ''
  plan = await planId(bed.db)
  await run(aPlan(next, 2027))
})
after(() => bed.close())

const words = { title: { sv: 'Ny titel' }, lead: { sv: 'Ny ingress' }, about: {} }
const planVersion = (of: string, revision: string, position: number, given: Record<string, string> = {}) => {
  const { verb = 'insert', day = '2026-11-23', title = json(words.title), id = newId() } = given
  return `${verb} into plan_version (id, plan_id, position, revision_id, from_day, title, lead, about)
    values ('${id}', '${of}', ${position}, '${revision}', '${day}', '${title}', '${json(words.lead)}', '{}')`
}

test('a plan in force keeps its period, its words and its place', async () => {
  const period = 'a plan in force keeps its period'
  for (const change of [
    `ends_on = '2027-12-31'`,
    `starts_on = '2021-01-01'`,
    `slug = 'annat'`,
    `id = 'annat'`,
  ])
    await refused(`update plan set ${change} where id = '${plan}'`, period)
  for (const change of [`title = '{"sv":"Annat"}'`, `lead = '{"sv":"Annat"}'`, `about = '{"sv":"Annat"}'`])
    await refused(`update plan set ${change} where id = '${plan}'`, notAgreed)
  const never = 'a plan in force is never taken away'
  await refused(`delete from plan where id = '${plan}'`, never)
  await refused(`update plan set adopted_on = null where id = '${plan}'`, byAdoption)
  await refused(aPlan('another', 2040, `'2026-11-23'`), byAdoption)
  await run(`update plan set title = '{"sv":"Utkast"}', ends_on = '2031-12-31' where id = '${next}'`)
  if (bed.engine === 'postgres') return
  await refused(`update or replace plan set starts_on = '2022-01-01' where id = '${next}'`, never)
  await refused(aPlan(plan, 2050, '', 'insert or replace'), byAdoption)
  await refused(aPlan('another', 2022, '', 'insert or replace'), byAdoption)
})

test('the words of a plan are those that all have said yes to, compared with those that stood there', async () => {
  const { rows } = (await run(`select title, lead, about from plan where id = '${plan}'`)) as {
    rows: Record<string, unknown>[]
  }
  const first = await agreedOn([{ kind: 'plan-words', before: rows[0], after: words }])
  await refused(planVersion(plan, first, 2), notAgreed)
  await refused(planVersion(plan, first, 1, { day: '2026-11-22' }), notAgreed)
  await refused(planVersion(plan, first, 1, { title: '{"sv":"Annat"}' }), notAgreed)
  await refused(planVersion(next, first, 1), notAgreed)
  const beside = { ...words, title: { sv: 'Vad som aldrig stod' } }
  const other = await agreedOn([{ kind: 'plan-words', before: beside, after: words }])
  await refused(planVersion(plan, other, 1), notAgreed)
  await run(planVersion(plan, first, 1, { id: 'first-words' }))
  await run(`update plan set title = '${json(words.title)}', lead = '${json(words.lead)}', about = '{}'
    where id = '${plan}'`)
  const stood = 'what has stood in a plan never changes'
  await refused(`update plan_version set from_day = '2026-01-01'`, stood)
  await refused('delete from plan_version', stood)
  if (bed.engine === 'postgres') return
  const again = { verb: 'insert or replace' }
  const same = await agreedOn([{ kind: 'plan-words', before: words, after: words }])
  await refused(planVersion(plan, same, 2, { ...again, id: 'first-words' }), notAgreed)
  await run(planVersion(plan, same, 2))
  await refused(planVersion(plan, same, 3, again), notAgreed)
})

test('a plan in the making comes into force by an adoption, on its day and in its words', async () => {
  const adopt = (day: string, of = words) =>
    `update plan set title = '${json(of.title)}', lead = '${json(of.lead)}', adopted_on = '${day}'
     where id = '${next}'`
  const draft = { title: { sv: 'Utkast' }, lead: { sv: 'L' }, about: {} }
  const change = await agreedOn([{ kind: 'plan-words', before: draft, after: words }], next)
  await run(planVersion(next, change, 1))
  await refused(adopt('2026-11-23'), byAdoption)
  const adoption = await agreedOn([{ kind: 'plan-words', before: {}, after: words }], next, 'adoption')
  await refused(adopt('2026-11-24'), byAdoption)
  await refused(adopt('2026-11-23', draft), notAgreed)
  await run(planVersion(next, adoption, 2))
  await refused(adopt('2026-11-23', draft), notAgreed)
  await run(adopt('2026-11-23'))
})

test('a commitment is due while its plan lasts, and is carried on once', async () => {
  const change = aNewOne(goal, city, 'Ett')
  if (change.kind !== 'add-commitment') return
  await agreed([change])
  const moved = await otherwise(bed.db, change.commitment_id, { due_on: '2027-02-01' })
  if (moved.kind !== 'change-commitment') return
  const late = await agreedOn([{ ...moved, before: change.after }])
  // `before` above holds the goal too; only what a commitment says is compared.
  await run(`insert into commitment_version (id, commitment_id, position, revision_id, from_day, title, what, measure,
      due_on, owners) select 'late', commitment_id, 2, '${late}', from_day, title, what, measure, '2027-02-01', owners
    from commitment_latest where commitment_id = '${change.commitment_id}'`)
  await refused(
    `update commitment set due_on = '2027-02-01' where id = '${change.commitment_id}'`,
    'a commitment is due while its plan lasts',
  )
  const on = (id: string) => ({
    ...{ kind: 'add-commitment', commitment_id: id },
    after: { ...change.after, carried_from: change.commitment_id, due_on: '2027-12-20' },
  })
  await agreedOn([on('carried-on')], next)
  await agreedOn([on('once-more')], next)
  const add = (id: string, number: number, verb = 'insert') =>
    `${verb} into commitment (id, number, plan_id, goal_id, title, what, measure, due_on, created_at, created_by,
      carried_from)
     select '${id}', ${number}, '${next}', goal_id, title, what, measure, '2027-12-20', created_at, created_by, id
     from commitment where id = '${change.commitment_id}'`
  await run(add('carried-on', 90))
  if (bed.engine === 'postgres') await rejects(run(add('once-more', 91)), /unique/)
  else await refused(add('once-more', 91, 'insert or replace'), 'a commitment is there already')
})

test('the focus areas of a year are those of the latest revision about them, in its order', async () => {
  const chosen = 'a focus area is chosen by a revision of the plan'
  const area = (sv: string) => ({ title: { sv }, about: { sv: 'Om' }, proposal_id: null })
  const areas = (year: number, ...titles: string[]) => ({
    ...{ kind: 'focus-areas', before: { year, areas: [] } },
    after: { year, areas: titles.map(area) },
  })
  const row = (revision: string, position: number, title: string, given: Record<string, string> = {}) => {
    const { verb = 'insert', year = '2026', id = newId(), of = plan, about = 'Om', proposal = 'null' } = given
    return `${verb} into focus_area (id, plan_id, year, position, title, about, proposal_id, revision_id)
      values ('${id}', '${of}', ${year}, ${position}, '{"sv":"${title}"}', '{"sv":"${about}"}', ${proposal},
      ${revision})`
  }
  const first = `'${await agreedOn([areas(2026, 'Skola', 'Hälsa')])}'`
  await refused(row('null', 1, 'Skola'), chosen)
  await refused(row(first, 1, 'Hälsa'), chosen)
  await refused(row(first, 3, 'Skola'), chosen)
  await refused(row(first, 1, 'Skola', { year: '2025' }), chosen)
  await refused(row(first, 1, 'Skola', { about: 'Annat' }), chosen)
  await refused(row(first, 1, 'Skola', { of: next }), chosen)
  await refused(row(first, 1, 'Skola', { proposal: `'some-proposal'` }), chosen)
  await run(row(first, 1, 'Skola', { id: 'school' }))
  await refused(`update focus_area set position = 2`, chosen)
  await refused('delete from focus_area', chosen)
  if (bed.engine === 'postgres') await refused('truncate focus_area', chosen)
  else await refused(row(first, 1, 'Skola', { verb: 'insert or replace' }), chosen)

  const id = await agreedBySql(bed.db, [bo, carmen], {
    ...{ plan, day: '2026-11-24', changes: [areas(2026, 'Arbete') as unknown as ChangeInput] },
  })
  await refused(row(first, 2, 'Hälsa'), chosen)
  await run('delete from focus_area')
  await refused(row(first, 1, 'Skola'), chosen)
  await run(row(`'${id}'`, 1, 'Arbete'))
  await refused('delete from focus_area', chosen)
})
