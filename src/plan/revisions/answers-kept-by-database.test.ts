import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { aMember } from '../../../test/cast.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { goalIds } from '../../../test/plan-cast.ts'
import {
  aNewOne,
  answered,
  means,
  partyOf,
  planId,
  proposal,
  rawSql,
  stateOf,
} from '../../../test/revision-cast.ts'
import { loadAgreement } from '../agreement/load-agreement.ts'
import { draftRevision } from './index.ts'

const now = '2026-11-23T11:00:00.000Z'
const later = '2026-11-23T12:00:00.000Z'

let bed: FreshDatabase
let bo: Member
let carmen: Member
let city: string
let civil: string
let goal: string

const run = (text: string): Promise<unknown> => rawSql(bed.db, text)
/** Refused with these words, and by nothing else. */
const refused = (text: string, reason: string): Promise<void> => rejects(run(text), { message: reason }, text)
const unchecked = (text: string): Promise<void> => rejects(run(text), /check|constraint/i, text)

const propose = (by: Member, title = 'Nytt', at = now): Promise<string> =>
  proposal(bed.db, by, [aNewOne(goal, partyOf(by), title)], { now: at })

const set = (id: string, values: string): string => `update revision set ${values} where id = '${id}'`
const ends = (id: string, state: string, day = '2026-11-23', at = `${day}T12:00:00.000Z`): string =>
  set(id, `state = '${state}', ended_at = '${at}', ended_on = '${day}'`)

interface Raw {
  version?: number
  answer?: string
  reason?: string
  at?: string
  substitute?: number
  /** SQLite's own way around. */
  verb?: string
}
const says = (id: string, party: string, person: string, raw: Raw = {}): string => {
  const { version = 1, answer = 'yes', reason = '{}', at = later, substitute = 0, verb = 'insert' } = raw
  return `${verb} into revision_answer (revision_id, version, party_id, answer, reason, by_person, as_substitute, at)
    values ('${id}', ${version}, '${party}', '${answer}', '${reason}', '${person}', ${substitute}, '${at}')`
}

before(async () => {
  bed = await freshDatabase()
  bo = await aMember(bed.db, 'Bo', 'city')
  carmen = await aMember(bed.db, 'Carmen', 'civil-society')
  ;[city, civil] = [partyOf(bo), partyOf(carmen)]
  await loadAgreement(bed.db.as(), { now, adopted: '2017-05-24T10:00:00.000Z' })
  goal = (await goalIds(bed.db)).get(1) ?? ''
})
after(() => bed.close())

const lacks = 'nothing comes into force without the yes of every party'

test('nothing comes into force without the yes of each party to the very version', async () => {
  const id = await propose(bo)
  await refused(ends(id, 'in-force'), lacks)
  await run(says(id, civil, carmen.id))
  await run(set(id, `version = 2, changed_at = '${later}'`))
  await refused(ends(id, 'in-force'), lacks)
  await run(says(id, city, bo.id, { version: 2 }))
  await refused(ends(id, 'in-force'), lacks)
  await run(says(id, civil, carmen.id, { version: 2, answer: 'no', reason: '{"sv":"Nej"}' }))
  await refused(ends(id, 'in-force'), lacks)
})

test('it comes into force on the day of its last step, not after its last day', async () => {
  const id = await propose(bo)
  await run(says(id, civil, carmen.id))
  const onItsDay = 'a revision ends on the day of its last step'
  await refused(ends(id, 'in-force', '2026-11-30', later), onItsDay)
  await refused(ends(id, 'in-force', '2026-11-22', later), onItsDay)
  await refused(ends(id, 'in-force', '2026-11-20'), onItsDay)
  await refused(ends(id, 'in-force', '2026-11-23', '2026-11-23T11:59:59.999Z'), onItsDay)
  await refused(ends(id, 'in-force', '2026-12-21'), 'a revision ends for a cause')
  await refused(ends(id, 'lapsed', '2026-12-20'), 'a revision ends for a cause')
  await refused(ends(id, 'refused'), 'a revision ends for a cause')
  await refused(ends(id, 'replaced'), 'a revision ends for a cause')
  const other = await propose(bo)
  const by = `, replaced_by = '${other}'`
  await refused(ends(id, 'replaced').replace(' where', `${by} where`), 'a revision ends for a cause')
  await refused(ends(id, 'in-force').replace(' where', `${by} where`), 'a revision ends for a cause')
  await run(ends(id, 'in-force'))
  const never = 'a revision that has ended never changes'
  await rejects(
    run(set(id, `state = 'proposed', ended_at = null, ended_on = null`)),
    /never changes|decided on/,
  )
  await refused(set(id, `end_reason = '{"sv":"Annat"}'`), never)
  await refused(set(id, `reason = '{"sv":"Annat"}'`), never)
  await refused(`delete from revision where id = '${id}'`, 'what was proposed is never taken away')
  await refused(
    `insert into revision_change (id, revision_id, position, kind) values ('x', '${id}', 9, 'remove-commitment')`,
    answeredNever,
  )
  await refused(says(id, city, bo.id, { version: 2 }), 'an answer is to what is proposed now')
})

const answeredNever = 'what somebody has answered never changes'

test('what is proposed keeps what it is, and changes with its version alone', async () => {
  const id = await propose(bo)
  const keeps = 'a revision keeps its number, plan and party, and its version grows'
  for (const change of [
    `number = number + 100`,
    `kind = 'adoption'`,
    `party_id = '${civil}'`,
    `created_at = '2026-01-01T00:00:00.000Z'`,
    `proposed_at = '2026-11-22T00:00:00.000Z'`,
    `version = 0`,
  ])
    await refused(set(id, change), keeps)
  const seen = 'what is proposed changes with its version'
  for (const change of [`title = '{"sv":"A"}'`, `reason = '{"sv":"A"}'`, `decide_by = '2027-01-01'`])
    await refused(set(id, change), seen)
  await refused(`delete from revision where id = '${id}'`, 'what was proposed is never taken away')
  const goes = 'a revision is decided on after it was proposed'
  const draft = await aDraft()
  await refused(
    ends(draft, 'lapsed').replace('set', `set proposed_at = '${now}', decide_by = '2026-11-01',`),
    goes,
  )
})

const aDraft = async (): Promise<string> => {
  const given = { plan_id: await planId(bed.db), title: {}, reason: { sv: 'Utkast' } }
  const changes = [aNewOne(goal, city, 'Utkast')]
  return (await draftRevision(bed.db.as(), bo, { ...given, changes }, means(now))).id
}

test('a revision begins as a draft or a proposal, in nobody else’s place', async () => {
  const begins = 'a revision begins as a draft or a proposal'
  const given = await propose(bo)
  const add = (verb: string, id: string, number: string, state: string, more: string): string =>
    `${verb} into revision (id, number, plan_id, kind, title, reason, state, party_id, made_by, created_at, changed_at,
      proposed_at, asked_on, decide_by, ended_at, ended_on)
     select '${id}', ${number}, plan_id, kind, title, reason, '${state}', party_id, made_by, created_at, changed_at,
      proposed_at, asked_on, decide_by, ${more} from revision where id = '${given}'`
  for (const state of ['in-force', 'refused', 'lapsed', 'withdrawn'])
    await refused(add('insert', 'new', '900', state, `'${later}', '2026-11-23'`), begins)
  if (bed.engine === 'postgres') return
  await refused(add('insert or replace', given, '901', 'proposed', 'null, null'), begins)
  await refused(add('insert or replace', 'new', 'number', 'proposed', 'null, null'), begins)
})

test('what somebody has answered never changes', async () => {
  const id = await propose(bo)
  const draft = await aDraft()
  const change = (of: string, values: string): string =>
    `update revision_change set ${values} where revision_id = '${of}'`
  const add = (of: string): string =>
    `insert into revision_change (id, revision_id, position, kind) values ('x', '${of}', 9, 'remove-commitment')`
  await refused(add(id), answeredNever)
  await refused(change(id, `after = '{}'`), answeredNever)
  await refused(change(draft, `revision_id = '${id}', position = 9`), answeredNever)
  await refused(`delete from revision_change where revision_id = '${id}'`, answeredNever)
  await run(change(draft, 'position = 2'))
  await run(change(draft, 'position = 1'))
  if (bed.engine === 'postgres') {
    await refused('truncate revision_change', answeredNever)
    await refused('truncate revision_answer', 'an answer never changes')
    await refused('truncate revision cascade', 'what was proposed is never taken away')
    return
  }
  const its = `(select id from revision_change where revision_id = '${id}')`
  await refused(
    `update or replace revision_change set id = ${its} where revision_id = '${draft}'`,
    answeredNever,
  )
  await refused(
    `insert or replace into revision_change (id, revision_id, position, kind) select ${its}, '${draft}', 2, kind
     from revision_change where revision_id = '${draft}'`,
    answeredNever,
  )
})

test('an answer is each party’s own, to what is proposed now, and never changes', async () => {
  const id = await propose(bo)
  const now_ = 'an answer is to what is proposed now'
  await refused(says(id, civil, carmen.id, { version: 2 }), now_)
  await refused(says(id, civil, carmen.id, { at: '2026-11-23T10:59:59.999Z' }), now_)
  await refused(says(await aDraft(), civil, carmen.id), now_)
  const own = 'each party answers for itself'
  await refused(says(id, civil, bo.id), own)
  await refused(says(id, civil, carmen.id, { substitute: 1 }), own)
  const nour = await aMember(bed.db, 'Nour')
  await refused(says(id, civil, nour.id), own)
  await unchecked(says(id, civil, carmen.id, { answer: 'no' }))
  await unchecked(says(id, civil, carmen.id, { answer: 'maybe' }))

  const named = (from: string, until: string): Promise<unknown> =>
    run(`insert into substitute (id, party_id, person_id, named_by, from_day, until_day, named_at)
      values ('${newId()}', '${civil}', '${nour.id}', '${carmen.id}', '${from}', '${until}', '${now}')`)
  await named('2026-11-25', '2026-11-27')
  for (const day of ['2026-11-23', '2026-11-28', '2026-12-01'])
    await refused(says(id, civil, nour.id, { substitute: 1, at: `${day}T12:00:00.000Z` }), own)
  const theirs = await propose(carmen)
  await refused(says(theirs, city, nour.id, { substitute: 1, at: '2026-11-25T12:00:00.000Z' }), own)
  await refused(says(id, civil, nour.id, { at: '2026-11-25T12:00:00.000Z' }), own)
  await run(says(id, civil, nour.id, { substitute: 1, at: '2026-11-25T12:00:00.000Z' }))

  const never = 'an answer never changes'
  await refused(`update revision_answer set answer = 'no', reason = '{"sv":"x"}'`, never)
  await refused(`delete from revision_answer where revision_id = '${id}'`, never)
  if (bed.engine === 'sqlite')
    await refused(
      says(id, city, bo.id, { verb: 'insert or replace', answer: 'no', reason: '{"sv":"x"}' }),
      never,
    )
})

const stands = (standing: string, day: string, { by = `'${carmen.id}'`, at = day } = {}): string =>
  `insert into party_standing (id, party_id, standing, from_day, recorded_by, recorded_at)
   values ('${newId()}', '${civil}', '${standing}', '${day}', ${by}, '${at}T11:00:00.000Z')`

test('the yes of a party that has paused is not that of one that has not, nor changes who decided', async () => {
  const both = await propose(carmen)
  const cityAlone = await propose(bo)
  await run(stands('paused', '2026-11-25'))
  await refused(ends(both, 'in-force', '2026-11-26'), lacks)
  await refused(ends(cityAlone, 'in-force', '2026-11-24'), lacks)
  // Civil society was asked before it paused.
  await refused(ends(cityAlone, 'in-force', '2026-11-26'), lacks)
  const anew = await propose(bo, 'Medan den andra pausar', '2026-11-26T10:00:00.000Z')
  equal(await stateOf(bed.db, anew), 'in-force')
  await refused(stands('joined', '2026-11-26'), 'who decided together on a day never changes afterwards')
  await run(stands('joined', '2026-11-27'))
  equal(await answered(bed.db, bo, both, { now: '2026-11-27T12:00:00.000Z' }), 'in-force')
})
