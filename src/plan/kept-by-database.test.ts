import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { aMember } from '../../test/cast.ts'
import { aPromise, aRecommendation, committed, goalIds } from '../../test/plan-cast.ts'
import { type Guard, withoutGuard } from '../../test/without-guard.ts'
import { loadAgreement } from './agreement/load-agreement.ts'
import { updateCommitment } from './update-commitment.ts'

const now = '2026-11-23T11:00:00.000Z'

let bed: FreshDatabase
let database: Database
let one: string
let commitment: string

/** What somebody with a database client could send. */
const run = (text: string): Promise<unknown> => sql.raw(text).execute(database.as())

const refused = (text: string, reason: RegExp): Promise<void> => rejects(run(text), reason, text)

/** The same while one guard is away, to see the one behind it. */
const refusedWithout = (guard: Guard, text: string, reason: RegExp): Promise<void> =>
  withoutGuard(bed, guard, () => refused(text, reason))

const agreedCommitment = { table: 'commitment', sqlite: 'commitment_agreed', postgres: 'agreed_commitment' }
const agreedOwner = {
  table: 'commitment_owner',
  sqlite: 'commitment_owner_agreed',
  postgres: 'agreed_owner',
}
const agreed = /that the parties have not said yes to/

const isStill = async (text: string, value: unknown): Promise<void> => {
  const { rows } = await sql.raw<{ value: unknown }>(text).execute(database.as())
  equal(rows[0]?.value, value)
}

const draftGoal = (id: string, number: number): string =>
  `insert into goal (id, agreement_id, number, title) select '${id}', id, ${number}, '{"sv":"Utkast"}' from agreement`

/** The one party there is asks, and says yes. */
const asked = async (id: string, kind: string, about: string, reason = '{}'): Promise<void> => {
  await run(
    `insert into joint_decision (id, kind, about_id, what, reason, state, party_id, made_by, made_at)
     select '${id}', '${kind}', '${about}', '{}', '${reason}', 'open', party_id, person_id, '${now}'
     from coordinator limit 1`,
  )
  await run(
    `insert into joint_answer (decision_id, party_id, answer, by_person, at)
     select '${id}', party_id, 'yes', person_id, '${now}' from coordinator limit 1`,
  )
}
const carried = (id: string): Promise<unknown> =>
  run(
    `update joint_decision set state = 'carried', ended_at = '${now}', ended_on = '2026-11-23' where id = '${id}'`,
  )

before(async () => {
  bed = await freshDatabase()
  database = bed.db
  const bo = await aMember(database, 'Bo', 'city')
  await loadAgreement(database.as(), { now, adopted: '2017-05-24T10:00:00.000Z' })
  one = (await goalIds(database)).get(1) ?? ''
  const promise = aPromise(one, { parties: [bo.party?.id ?? ''] })
  await committed(database, [bo], promise, now)
  commitment = promise.id
  const update = { id: newId(), state: 'under-way', said: { sv: 'Vi har börjat.' }, evidence: null } as const
  await updateCommitment(database.as(), bo, commitment, update, now)
})

after(() => bed.close())

test('an adopted goal never changes, whatever the database is told', async () => {
  const never = /an adopted goal never changes/
  // Each engine asks its guards in an order of its own.
  const asItIs = bed.engine === 'sqlite' ? /stays as it is while it is asked about/ : never
  for (const change of [
    `number = 11`,
    `title = '{"sv":"Något annat"}'`,
    `about = '{}'`,
    `adopted_at = null`,
    `adopted_at = '2020-01-01T00:00:00.000Z'`,
    `id = 'another'`,
    `close_reason = '{"sv":"Nej"}'`,
  ]) {
    await refused(`update goal set ${change} where number = 1`, never)
  }
  const closing = `closed_at = '2026-01-01T00:00:00.000Z', close_reason = '{"sv":"Nej"}'`
  await refused(
    `update goal set ${closing}, title = '{}' where number = 1`,
    bed.engine === 'sqlite' ? /closed by every party/ : never,
  )
  await refused(`update goal set title = '{}'`, never)
  await refused(`delete from goal where number = 1`, asItIs)
  await refused(`insert into goal_sdg (goal_id, sdg) values ('${one}', 2)`, asItIs)
  await refused(`update goal_sdg set sdg = 2 where goal_id = '${one}' and sdg = 4`, asItIs)
  await refused(`delete from goal_sdg where goal_id = '${one}'`, asItIs)
  await refused(`insert into goal_domain (goal_id, domain) values ('${one}', 6)`, asItIs)
  await refused(`delete from goal_domain`, asItIs)
  await isStill(`select title ->> 'sv' as value from goal where number = 1`, 'Ett mer inkluderande Malmö')
  await isStill(`select count(*) as value from goal_sdg where goal_id = '${one}'`, 3)
})

test('each engine’s own way around is closed too', async () => {
  const never = /an adopted goal never changes/
  if (bed.engine === 'postgres') {
    await refused('truncate goal cascade', /a commitment is never taken away|an adopted goal never changes/)
    await refused('truncate goal_sdg', never)
    await refused('truncate commitment_update cascade', /an update never changes/)
    return
  }
  await run(draftGoal('draft-to-displace', 90))
  await refused(
    `insert or replace into goal (id, agreement_id, number, title) select '${one}', id, 91, '{}' from agreement`,
    never,
  )
  await refused(
    `insert or replace into goal (id, agreement_id, number, title) select 'new', id, 1, '{}' from agreement`,
    never,
  )
  await refused(`update or replace goal set number = 1 where number = 90`, never)
  await refused(
    `insert or replace into goal_sdg (goal_id, sdg) values ('${one}', 4)`,
    /stays as it is while it is asked about/,
  )
  await refused(
    `insert or replace into commitment_update select id, commitment_id, at, 'done', said, null, by_person from commitment_update`,
    /an update never changes/,
  )
})

test('a draft may change and go, and an adopted goal is closed once, with a reason', async () => {
  await run(draftGoal('draft', 50))
  await run(`update goal set title = '{"sv":"Bättre ord"}' where id = 'draft'`)
  await run(`insert into goal_sdg (goal_id, sdg) values ('draft', 5)`)
  await refused(`insert into goal_sdg (goal_id, sdg) values ('draft', 18)`, /check/i)
  await run(`delete from goal_sdg where goal_id = 'draft'`)
  await refused(
    `update goal set closed_at = '2026-01-01T00:00:00.000Z', close_reason = '{"sv":"x"}' where id = 'draft'`,
    /closed by every party/,
  )
  await run(`delete from goal where id = 'draft'`)

  const close = `update goal set closed_at = '2026-11-01T00:00:00.000Z'`
  const byAll = /closed by every party, for the reason they read/
  await refused(`${close} where number = 4`, byAll)
  await refused(`${close}, close_reason = '{"sv":"Vi är framme."}' where number = 4`, byAll)
  await asked('close', 'close-goal', (await goalIds(database)).get(4) ?? '', '{"sv":"Vi är framme."}')
  await carried('close')
  await refused(`${close}, close_reason = '{"sv":"Något helt annat"}' where number = 4`, byAll)
  await run(`${close}, close_reason = '{"sv":"Vi är framme."}' where number = 4`)
  await refused(
    `${close}, close_reason = '{"sv":"En annan orsak"}' where number = 4`,
    /an adopted goal never changes/,
  )
  await refused(
    `update goal set closed_at = null, close_reason = '{}' where number = 4`,
    /an adopted goal never changes/,
  )
})

test('a goal is adopted by every party, in the words that they were asked about, and no others', async () => {
  const adopt = `update goal set adopted_at = '${now}' where id = 'asked'`
  const byAll = /a goal is adopted by every party/
  await run(draftGoal('asked', 70))
  await refused(adopt, byAll)
  await refused(
    draftGoal('born', 71).replace('title)', 'title, adopted_at)').replace(' from', `, '${now}' from`),
    byAll,
  )
  await asked('adopt', 'adopt-goal', 'asked')
  await refused(adopt, byAll)
  const rests = /stays as it is while it is asked about/
  await refused(`update goal set title = '{"sv":"Andra ord"}' where id = 'asked'`, rests)
  await refused(`insert into goal_sdg (goal_id, sdg) values ('asked', 5)`, rests)
  await refused(`insert into goal_domain (goal_id, domain) values ('asked', 5)`, rests)
  await refused(
    `insert into goal_objective (goal_id, item_id) select 'asked', id from commission_item`,
    rests,
  )
  await refused(`delete from goal where id = 'asked'`, rests)
  await carried('adopt')
  await refused(`update goal set title = '{"sv":"Andra ord"}' where id = 'asked'`, rests)
  await run(adopt)
  await refused(
    `insert into goal_objective (goal_id, item_id) select 'asked', id from commission_item`,
    /an adopted goal never changes/,
  )
})

test('a version of the agreement stays as it was decided, and its words are the agreement’s', async () => {
  const stays = /stays as it was decided/
  await refused(`update agreement_version set title = '{"sv":"x"}'`, stays)
  await refused(`update agreement_version set in_force_on = null`, stays)
  await refused(`delete from agreement_version`, /stays as it was decided/)
  await refused(`update agreement_decision set body = 'Ingen'`, stays)
  await refused(`delete from agreement_decision`, stays)
  await refused(`update agreement set title = '{"sv":"x"}'`, /by a version that every party has said yes to/)
  await run(
    `insert into agreement_version (id, agreement_id, number, title, vision, principles, conduct, created_at, changed_at)
     select 'two', agreement_id, 2, title, vision, principles, conduct, created_at, changed_at from agreement_version`,
  )
  await run(`update agreement_version set title = '{"sv":"Ny"}' where id = 'two'`)
  const force = `update agreement_version set in_force_on = '2026-11-23' where id = 'two'`
  await refused(force, /decided by every party/)
  await asked('version', 'adopt-agreement', 'two')
  await refused(`update agreement_version set title = '{"sv":"Nyare"}' where id = 'two'`, stays)
  await carried('version')
  await run(force)
  await run(`update agreement set title = '{"sv":"Ny"}', about = '{}'`)
})

const anotherCommitment = (given: Record<string, string>): string => {
  const row = {
    id: `'${newId()}'`,
    number: '77',
    plan_id: 'plan_id',
    goal_id: 'goal_id',
    due_on: 'due_on',
    ...given,
  }
  const columns = ['title', 'measure', 'created_at', 'created_by']
  const values = [...Object.values(row), ...columns].join(', ')
  return `insert into commitment (${[...Object.keys(row), ...columns].join(', ')}) select ${values} from commitment limit 1`
}

test('commitments stand under adopted goals, within their plan, and are never taken away', async () => {
  await run(draftGoal('draft-goal', 60))
  const [underDraft, tooLate] = [
    anotherCommitment({ goal_id: `'draft-goal'` }),
    anotherCommitment({ due_on: `'2027-01-01'` }),
  ]
  for (const one of [underDraft, tooLate]) await refused(one, agreed)
  await refusedWithout(agreedCommitment, underDraft, /under an adopted goal/)
  await refusedWithout(agreedCommitment, tooLate, /while its plan lasts/)
  await refused(`delete from commitment`, /never taken away/)
  await refused(`update commitment set number = 99`, /keeps its number/)
  await refused(`update commitment set goal_id = 'draft-goal'`, /keeps its number/)

  const bo = await aMember(database, 'Bosse', 'city')
  const draft = await aRecommendation(database, bo, {
    number: 5,
    on: '2026-10-01T10:00:00.000Z',
    handedOverOn: null,
  })
  const early = anotherCommitment({ recommendation_id: `'${draft}'` })
  await refusedWithout(agreedCommitment, early, /handed over before/)
})

test('an update never changes, is never taken away, and does not stop anything without a word', async () => {
  await refused(`update commitment_update set state = 'done'`, /an update never changes/)
  await refused(`delete from commitment_update`, /an update never changes/)
  const add = (id: string, state: string, url: string): string =>
    `insert into commitment_update (id, commitment_id, at, state, said, evidence_url, by_person)
     select '${id}', commitment_id, at, '${state}', '{}', ${url}, by_person from commitment_update limit 1`
  await refused(add('a', 'stopped', 'null'), /check/i)
  await refused(add('b', 'almost', 'null'), /check/i)
  await refused(add('c', 'done', `'javascript:alert(1)'`), /check/i)
  await refused(add('d', 'done', 'null'), /done needs evidence/)
  await isStill(`select state as value from commitment_update`, 'under-way')
})

test('evidence is one thing, belongs to an update that is there, and never changes', async () => {
  const add = (id: string, kind: string, given = '', values = ''): string =>
    `insert into commitment_evidence (id, update_id, commitment_id, kind${given})
     select '${id}', id, commitment_id, '${kind}'${values} from commitment_update limit 1`
  await refused(add('a', 'link'), /check/i)
  await refused(add('b', 'link', ', url', `, 'javascript:alert(1)'`), /check/i)
  await refused(add('c', 'number', ', amount', ', 14'), /check/i)
  await refused(add('d', 'event', ', url', `, 'https://example.org'`), /check/i)
  await refused(add('e', 'rumour'), /check/i)
  await refused(
    `insert into commitment_evidence (id, update_id, commitment_id, kind, url)
     values ('f', 'no-such-update', '${commitment}', 'link', 'https://example.org')`,
    /foreign/i,
  )
  await run(add('g', 'link', ', url', `, 'https://example.org'`))
  await refused(`update commitment_evidence set url = 'https://example.com'`, /evidence never changes/)
  await refused(`delete from commitment_evidence`, /evidence never changes/)
})

test('an owner is a party or an organisation, one a row, each once', async () => {
  const add = (party: string, organisation: string): string =>
    `insert into commitment_owner (commitment_id, position, party_id, organisation_id)
     select '${commitment}', 9, ${party}, ${organisation} from commitment_owner limit 1`
  await refusedWithout(agreedOwner, add('null', 'null'), /one_owner_a_row/)
  await refused(add('party_id', `'some-organisation'`), agreed)
  await refusedWithout(agreedOwner, add('party_id', `'some-organisation'`), /one_owner_a_row/)
  await refused(add('party_id', 'null'), agreed)
  await refusedWithout(agreedOwner, add('party_id', 'null'), /unique/i)
})
