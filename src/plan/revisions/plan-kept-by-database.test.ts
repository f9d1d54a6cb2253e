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
const stood = 'what has stood in a plan never changes'

let bed: FreshDatabase
let bo: Member
let carmen: Member
let city: string
let civil: string
let goal: string
let plan: string
/** A commitment that both have said yes to. */
let one: string

const run = (text: string): Promise<unknown> => rawSql(bed.db, text)
/** Refused with these words, and by nothing else. */
const refused = (text: string, reason: string): Promise<void> => rejects(run(text), { message: reason }, text)

const agreedOn = (changes: readonly ChangeInput[], day: string): Promise<string> =>
  agreedBySql(bed.db, [bo, carmen], { plan, changes, day })

/** Through the actions, as people do it. */
async function agreed(changes: readonly ChangeInput[]): Promise<string> {
  const id = await proposal(bed.db, bo, changes, { now })
  equal(await answered(bed.db, carmen, id, { now }), 'in-force')
  return id
}

before(async () => {
  bed = await freshDatabase()
  bo = await aMember(bed.db, 'Bo', 'city')
  carmen = await aMember(bed.db, 'Carmen', 'civil-society')
  ;[city, civil] = [partyOf(bo), partyOf(carmen)]
  await loadAgreement(bed.db.as(), { now, adopted: '2017-05-24T10:00:00.000Z' })
  goal = (await goalIds(bed.db)).get(1) ?? ''
  plan = await planId(bed.db)
  const change = aNewOne(goal, city, 'Ett')
  one = 'commitment_id' in change ? change.commitment_id : ''
  await agreed([change])
})
after(() => bed.close())

const commitmentLike = (given: Record<string, string> = {}, verb = 'insert'): string => {
  const row = { id: `'${newId()}'`, number: '77', carried_from: 'carried_from', title: 'title', ...given }
  const same = [
    'plan_id',
    'goal_id',
    'recommendation_id',
    'what',
    'measure',
    'due_on',
    'created_at',
    'created_by',
  ]
  const rest = same.filter((column) => !(column in row))
  return `${verb} into commitment (${[...Object.keys(row), ...rest].join(', ')})
    select ${[...Object.values(row), ...rest].join(', ')} from commitment where id = '${one}'`
}
const versionLike = (given: Record<string, string>, verb = 'insert'): string => {
  const row = { id: `'${newId()}'`, position: 'position + 1', ...given }
  const same = [
    'commitment_id',
    'revision_id',
    'from_day',
    'is_removed',
    'title',
    'what',
    'measure',
    'due_on',
    'owners',
  ]
  const rest = same.filter((column) => !(column in row))
  return `${verb} into commitment_version (${[...Object.keys(row), ...rest].join(', ')})
    select ${[...Object.values(row), ...rest].join(', ')} from commitment_latest where commitment_id = '${one}'`
}

test('no commitment comes into the plan, or says something else there, without both', async () => {
  await refused(commitmentLike(), notAgreed)
  for (const words of [
    `title = '{"sv":"Annat"}'`,
    `what = '{"sv":"Annat"}'`,
    `measure = '{"sv":"Annat"}'`,
    `due_on = '2026-12-01'`,
  ])
    await refused(`update commitment set ${words}`, notAgreed)
  const keeps = 'a commitment keeps its number, plan, goal and recommendation'
  await refused(`update commitment set created_at = '2026-01-01T00:00:00.000Z'`, keeps)
  await refused(`update commitment set carried_from = id`, keeps)

  const change = aNewOne(goal, city, 'Två')
  if (change.kind !== 'add-commitment') return
  const { after: words } = change
  const waits = await proposal(bed.db, bo, [change], { now })
  const row = { id: `'${change.commitment_id}'`, title: `'${json(words.title)}'` }
  await refused(commitmentLike({ ...row, what: `'{}'`, measure: `'${json(words.measure)}'` }), notAgreed)
  equal(await answered(bed.db, carmen, waits, { now }), 'in-force')
})

test('a commitment that all agreed on has the words, plan, goal and thread that they agreed on', async () => {
  const change = aNewOne(goal, city, 'Tre')
  if (change.kind !== 'add-commitment') return
  await agreedOn([change], '2026-11-23')
  const { title, measure } = change.after
  const row = {
    id: `'${change.commitment_id}'`,
    title: `'${json(title)}'`,
    what: `'{}'`,
    measure: `'${json(measure)}'`,
  }
  const other = (await goalIds(bed.db)).get(2) ?? ''
  for (const wrong of [
    { title: `'{"sv":"Fyra"}'` },
    { what: `'{"sv":"Mer"}'` },
    { measure: `'{"sv":"Mer"}'` },
    { due_on: `'2026-12-19'` },
    { goal_id: `'${other}'` },
    { carried_from: `'${one}'` },
  ])
    await refused(commitmentLike({ ...row, ...wrong }), notAgreed)
  await run(commitmentLike(row))
  const first = (given: Record<string, string>) =>
    versionLike({
      ...{
        commitment_id: `'${change.commitment_id}'`,
        position: '1',
        title: row.title,
        measure: row.measure,
      },
      ...{
        what: row.what,
        revision_id: `(select revision_id from agreed_change where commitment_id = ${row.id})`,
      },
      ...given,
    })
  for (const wrong of [
    { position: '2' },
    { is_removed: '1' },
    { owners: `'[{"party":"${civil}"}]'` },
    { from_day: `'2026-11-22'` },
    { commitment_id: `'${one}'` },
    { due_on: `'2026-12-19'` },
  ])
    await refused(first(wrong), notAgreed)
  await run(first({}))
})

test('what has stood in the plan stays written, and nothing is added to it', async () => {
  await refused(versionLike({}), notAgreed)
  await refused(versionLike({ revision_id: 'null' }), notAgreed)
  await refused(`update commitment_version set from_day = '2026-01-01'`, stood)
  await refused('delete from commitment_version', stood)
  if (bed.engine === 'postgres') {
    for (const table of ['commitment_version', 'plan_version']) await refused(`truncate ${table}`, stood)
    for (const table of ['commitment_owner']) await refused(`truncate ${table}`, notAgreed)
    await refused('truncate commitment cascade', 'a commitment is never taken away')
    await refused('truncate plan cascade', 'a plan in force is never taken away')
    return
  }
  await refused(versionLike({ id: 'id' }, 'insert or replace'), notAgreed)
  await refused(commitmentLike({ id: 'id' }, 'insert or replace'), 'a commitment is there already')
})

test('an old agreement is not written once more over what came after it', async () => {
  const first = await agreed([await otherwise(bed.db, one, { title: { sv: 'Ett, ändrat' } })])
  await agreed([await otherwise(bed.db, one, { title: { sv: 'Ett, ändrat igen' } })])
  const again = (verb: string, more: Record<string, string> = {}): string =>
    versionLike({ revision_id: `'${first}'`, title: `'{"sv":"Ett, ändrat"}'`, ...more }, verb)
  await refused(again('insert'), notAgreed)
  if (bed.engine === 'sqlite') await refused(again('insert or replace'), notAgreed)
})

test('what was compared with other words than stand there is not written into the plan', async () => {
  const change = await otherwise(bed.db, one, { title: { sv: 'Mot något annat' } })
  if (change.kind !== 'change-commitment') return
  const words = { ...change.after, title: { sv: 'Vad som aldrig stod' } }
  const revision = await agreedOn([{ ...change, before: words } as ChangeInput], '2026-11-23')
  await refused(
    versionLike({ revision_id: `'${revision}'`, title: `'${json(change.after.title)}'` }),
    notAgreed,
  )
})

test('what is taken out is taken out as it stood, once', async () => {
  const change = aNewOne(goal, city, 'Som tas ut')
  const out = 'commitment_id' in change ? change.commitment_id : ''
  await agreed([change])
  await agreed([{ kind: 'remove-commitment', commitment_id: out }])
  const words = await otherwise(bed.db, out, {})
  if (words.kind !== 'change-commitment') return
  const again = await agreedOn([{ ...words, before: words.after } as ChangeInput], '2026-11-23')
  const row = `insert into commitment_version (id, commitment_id, position, revision_id, from_day, is_removed, title,
      what, measure, due_on, owners)
    select 'again', commitment_id, position + 1, '${again}', from_day, 0, title, what, measure, due_on, owners
    from commitment_latest where commitment_id = '${out}'`
  await refused(row, notAgreed)
  await refused(
    `insert into commitment_update (id, commitment_id, at, state, by_person)
      select 'late', '${out}', created_at, 'under-way', created_by from commitment where id = '${out}'`,
    'what was taken out of the plan is told of no more',
  )
  const kept = await otherwise(bed.db, one, {})
  if (kept.kind !== 'change-commitment') return
  const before = { kind: 'remove-commitment', commitment_id: one, before: kept.after } as const
  const removal = await agreedOn([before], '2026-11-23')
  const removed = { revision_id: `'${removal}'`, is_removed: '1' }
  await refused(versionLike({ ...removed, owners: `'[{"party":"${civil}"}]'` }), notAgreed)
  await refused(versionLike({ ...removed, title: `'{"sv":"Annat"}'` }), notAgreed)
})

test('whose it is is what was agreed on', async () => {
  const add = (position: number, party: string, verb = 'insert'): string =>
    `${verb} into commitment_owner (commitment_id, position, party_id) values ('${one}', ${position}, '${party}')`
  await refused(add(2, civil), notAgreed)
  await refused(`update commitment_owner set party_id = '${civil}'`, notAgreed)
  await refused(`delete from commitment_owner where commitment_id = '${one}'`, notAgreed)
  if (bed.engine === 'sqlite') await refused(add(1, civil, 'insert or replace'), notAgreed)
})
