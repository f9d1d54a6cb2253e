import { equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { aMember } from '../../../../test/cast.ts'
import { adoptedByAll, goalIds } from '../../../../test/plan-cast.ts'
import { aNewOne, answered, partyOf, proposal } from '../../../../test/revision-cast.ts'
import { freshWorld, type World } from '../../../../test/world.ts'

let world: World
let goal: string
const parties = { city: '', civil: '' }
const people = { city: '', civil: '' }
const [now, today] = ['2026-11-23T11:00:00.000Z', '2026-11-23']

const run = (text: string) => sql.raw(text).execute(world.database.as())
const refused = (text: string, why: RegExp) => rejects(run(text), why, text)
// Which of the triggers speaks first is up to the engine.
const notYet = /when the parties have adopted it|not said yes to|as a whole|has no answer/
const adopt = (day = today) => `update plan set adopted_on = '${day}' where id = 'next'`

const words = { title: { sv: 'Ny plan' }, lead: { sv: 'Vidare' }, about: { sv: 'Tanken' } }
const promise = { title: { sv: 'Kvällar' }, what: {}, measure: { sv: 'Tio' }, due_on: '2028-05-01' }

const change = (position: number, kind: string, id: string, stands: unknown) =>
  run(`insert into revision_change (id, revision_id, position, kind, commitment_id, after)
    values ('change-${position}', 'r', ${position}, '${kind}', ${id}, '${JSON.stringify(stands)}')`)
const yes = (who: 'city' | 'civil') =>
  run(`insert into revision_answer (revision_id, version, party_id, answer, by_person, at)
    values ('r', 1, '${parties[who]}', 'yes', '${people[who]}', '${now}')`)
const inForce = `update revision set state = 'in-force', ended_at = '${now}', ended_on = '${today}' where id = 'r'`
const version = (lead: string) => `insert into plan_version
  (id, plan_id, position, revision_id, from_day, title, lead, about)
  values ('v', 'next', 1, 'r', '${today}', '{"sv":"Ny plan"}', '{"sv":"${lead}"}', '{"sv":"Tanken"}')`
const commitment = (due: string) => `insert into commitment
  (id, number, plan_id, goal_id, title, what, measure, due_on, created_at, created_by)
  values ('c', 900, 'next', '${goal}', '{"sv":"Kvällar"}', '{}', '{"sv":"Tio"}', '${due}', '${now}', '${people.city}')`
const commitmentVersion = (party: string) => `insert into commitment_version
  (id, commitment_id, position, revision_id, from_day, title, what, measure, due_on, owners)
  values ('cv', 'c', 1, 'r', '${today}', '{"sv":"Kvällar"}', '{}', '{"sv":"Tio"}', '2028-05-01', '[{"party":"${party}"}]')`
const begun = `insert into successor (id, after_plan_id, title, lead, begun_at, begun_by)
  select 'next', plan.id, '{"sv":"P"}', '{"sv":"L"}', '${now}', person.id from plan, person
  where adopted_on is not null and person.name = 'Bo'`
const carried = (table: string, owned: string, said: string) =>
  `insert into ${table} (successor_id, commitment_id, ${owned}) select 'next', id, ${said} from commitment
   where plan_id <> 'next'`
const answer = () =>
  carried('carry_answer', 'owner_id, answer, answered_at', `'${parties.city}', 'continue', '${now}'`)
const owner = (party: string) =>
  `insert into commitment_owner (commitment_id, position, party_id) values ('c', 1, '${party}')`

before(async () => {
  world = await freshWorld({ now })
  const bo = await aMember(world.database, 'Bo', 'city')
  const mia = await aMember(world.database, 'Mia', 'civil-society')
  Object.assign(parties, { city: bo.party?.id, civil: mia.party?.id })
  Object.assign(people, { city: bo.id, civil: mia.id })
  await adoptedByAll(world.database, 1, [bo, mia], now)
  goal = (await goalIds(world.database)).get(1) ?? ''
  await run(`insert into plan (id, agreement_id, slug, title, lead, about, starts_on, ends_on)
    select 'next', id, 'next', '{"sv":"Utkast"}', '{"sv":"L"}', '{}', '2027-01-01', '2031-12-31' from agreement`)
  const unfinished = aNewOne(goal, partyOf(bo), 'Kvar sedan förra planen')
  equal(
    await answered(world.database, mia, await proposal(world.database, bo, [unfinished], { now }), { now }),
    'in-force',
  )
  await run(begun)
})
after(() => world.close())

test('no plan is adopted, and nothing stands in it, before every party has said yes', async () => {
  await refused(adopt(), notYet)
  await run(`insert into revision (id, number, plan_id, kind, title, reason, state, party_id, made_by,
    created_at, changed_at, proposed_at, asked_on, decide_by)
    values ('r', 900, 'next', 'adoption', '{"sv":"Ny plan"}', '{"sv":"Dags"}', 'proposed', '${parties.city}',
    '${people.city}', '${now}', '${now}', '${now}', '2026-11-23', '2026-12-20')`)
  await change(1, 'plan-words', 'null', words)
  const stands = { ...promise, owners: [{ party: parties.city }], goal_id: goal }
  await change(2, 'add-commitment', "'c'", { ...stands, recommendation_id: null, carried_from: null })
  await yes('city')
  await refused(inForce, /without the yes of every party/)
  await refused(version('Vidare'), /not said yes to/)
  await refused(commitment('2028-05-01'), /not said yes to/)
  await refused(adopt(), notYet)
})

test('what is adopted is all that they said yes to, and nothing else', async () => {
  await yes('civil')
  await run(inForce)
  await refused(adopt(), notYet)
  await refused(version('Något annat'), /not said yes to/)
  await run(version('Vidare'))
  await refused(adopt(), notYet)
  await run(`update plan set title = '{"sv":"Ny plan"}', lead = '{"sv":"Vidare"}', about = '{"sv":"Tanken"}'
    where id = 'next'`)
  await refused(adopt(), /as a whole/)
  await refused(commitment('2029-05-01'), /not said yes to/)
  await run(commitment('2028-05-01'))
  await refused(adopt(), /as a whole/)
  await refused(commitmentVersion(parties.civil), /not said yes to/)
  await run(commitmentVersion(parties.city))
  await refused(adopt(), /as a whole/)
  await refused(owner(parties.civil), /not said yes to/)
  await run(owner(parties.city))
  await refused(adopt(), /an unfinished commitment has no answer/)
  await run(answer())
  await refused(adopt('2026-11-24'), /when the parties have adopted it|as a whole/)
  await run(adopt())
  await refused(`update plan set adopted_on = null where id = 'next'`, /when the parties have adopted it/)
})

test('once it is adopted nobody answers for what it carried on, and it is not begun again', async () => {
  await refused(answer(), /the plan is adopted$/)
  const ends = `'${parties.city}', '{"sv":"R"}', '${people.city}', '${now}'`
  await refused(carried('carry_ending', 'party_id, reason, by_person, said_at', ends), /the plan is adopted$/)
  await refused(begun, /the plan is adopted already/)
})
