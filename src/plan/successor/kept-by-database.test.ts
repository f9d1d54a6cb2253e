import { rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { aMember } from '../../../test/cast.ts'
import { adoptedByAll } from '../../../test/plan-cast.ts'
import { freshWorld, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'

let world: World
let db: Db
let by: string
let city: string

const [opens, during, closes] = [
  '2026-11-02T08:00:00.000Z',
  '2026-11-10T08:00:00.000Z',
  '2026-11-30T23:00:00.000Z',
]

const run = (text: string) => sql.raw(text).execute(db)
const refused = (text: string, why: RegExp) => rejects(run(text), why, text)

const plan = (id: string, starts: number) =>
  run(`insert into plan (id, agreement_id, slug, title, lead, starts_on, ends_on)
    select '${id}', id, '${id}', '{"sv":"P"}', '{"sv":"L"}', '${starts}-01-01', '${starts + 4}-12-31' from agreement`)
const successor = (id: string, afterPlan = 'null') => `insert into successor
  (id, after_plan_id, title, lead, begun_at, begun_by, opens_at, last_day, closes_at)
  values ('${id}', ${afterPlan}, '{"sv":"P"}', '{"sv":"L"}', '${opens}', '${by}', '${opens}', '2026-11-30', '${closes}')`

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  const bo = await aMember(world.database, 'Bo', 'city')
  by = bo.id
  const mia = await aMember(world.database, 'Mia', 'civil-society')
  await adoptedByAll(world.database, 2, [bo, mia], world.clock.now)
  city = (await db.selectFrom('party').select('id').where('key', '=', 'city').executeTakeFirstOrThrow()).id
  await plan('next', 2027)
  await run(successor('next', '(select id from plan where adopted_on is not null)'))
})
after(() => world.close())

test('one plan is in the making at a time, and how it was made stays', async () => {
  await plan('another', 2032)
  await refused(successor('another'), /in the making already/)
  await refused(`delete from successor`, /stays/)
})

test('the round keeps its days, whoever asks the database', async () => {
  await refused(`update successor set closes_at = '${during}'`, /never moved forward/)
  await refused(`update successor set opens_at = '${during}'`, /never moved forward/)
  await refused(
    `update successor set opens_at = null, closes_at = null, last_day = null`,
    /never moved forward/,
  )
  await run(`update successor set closes_at = '2026-12-01T23:00:00.000Z', last_day = '2026-12-01'`)
})

const paragraph = `insert into draft_paragraph (id, successor_id, position, words, changed_at)
  values ('p', 'next', 1, '{"sv":"T"}', '${opens}')`
const comment = (id: string, at: string, more = '') => `insert into consultation_comment
  (id, successor_id, words, language, shows_name, email, asked_at, paragraph_id, noticed)
  values ('${id}', 'next', 'W', 'sv', 0, '${id}@example.org', '${at}', ${more || 'null, null'})`

test('nothing is said before or after the round, of another plan, or rewritten afterwards', async () => {
  await run(paragraph)
  await refused(comment('early', '2026-11-02T07:59:59.999Z'), /nobody can comment now/)
  await refused(comment('late', '2026-12-02T23:00:00.000Z'), /nobody can comment now/)
  await run(comment('a', during, `'p', null`))
  await refused(comment('b', during, `'q', null`), /its own plan|foreign|FOREIGN/i)
  await refused(`update consultation_comment set words = 'Annat' where id = 'a'`, /never rewritten/)
  await refused(`update consultation_comment set paragraph_id = null where id = 'a'`, /never rewritten/)
})

test('nothing shows unconfirmed, unread or with a personal number, and nothing is held back without a reason', async () => {
  await run(comment('n', during, `'p', 'personal-number'`))
  const shown = (id: string, set: string) =>
    `update consultation_comment set state = 'shown', decided_at = '${during}', decided_by = '${by}'${set} where id = '${id}'`
  await refused(shown('a', ''), /shown_once_confirmed|check/i)
  await run(`update consultation_comment set confirmed_at = '${during}'`)
  await refused(`update consultation_comment set state = 'shown' where id = 'a'`, /read_by_somebody|check/i)
  await refused(shown('n', ''), /no_personal_number_shows|check/i)
  await refused(
    `update consultation_comment set state = 'held-back', decided_at = '${during}', decided_by = '${by}' where id = 'a'`,
    /held_back_with_a_reason|check/i,
  )
  const answer = `insert into consultation_answer (id, successor_id, outcome, words, by_person, answered_at)
    values ('x', 'next', 'taken-in', '{"sv":"Ja"}', '${by}', '${during}')`
  await run(answer)
  await refused(
    `update consultation_comment set answer_id = 'x' where id = 'a'`,
    /answered_once_shown|check/i,
  )
  await run(shown('a', ''))
  await run(`update consultation_comment set answer_id = 'x' where id = 'a'`)
  await refused(`update consultation_answer set outcome = 'partly'`, /never changes/)
  await refused(`delete from consultation_answer`, /never changes/)
})

test('only an owner answers, with words, and what is laid aside has a reason', async () => {
  const answer = (owner: string, what: string, commitment = 'nothing') => `insert into carry_answer
    (successor_id, commitment_id, owner_id, answer, answered_at)
    values ('next', '${commitment}', '${owner}', '${what}', '${during}')`
  await refused(answer(city, 'continue'), /only an owner|foreign|FOREIGN/i)
  await refused(answer(city, 'end'), /change_and_end_need_words|check|only an owner/i)
  const gathered = (outcome: string) => `insert into gathered
    (successor_id, kind, source_id, outcome, by_person, decided_at)
    values ('next', 'need', 'x', '${outcome}', '${by}', '${during}')`
  await refused(gathered('laid-aside'), /laid_aside_with_a_reason|check/i)
  await refused(gathered('commitment'), /became_a_commitment|check/i)
})

test('a draft commitment stands under a goal that holds, and is due in its plan', async () => {
  const draft = (goal: string, due: string) => `insert into draft_commitment
    (id, successor_id, position, goal_id, title, measure, due_on, owners, changed_at)
    values ('d', 'next', 1, ${goal}, '{"sv":"T"}', '{"sv":"M"}', '${due}', '[]', '${during}')`
  const goalOf = (number: number) => `(select id from goal where number = ${number})`
  const goal = goalOf(2)
  await refused(draft(goalOf(1), '2028-01-01'), /under an adopted goal/)
  await refused(draft(goal, '2026-12-31'), /while its plan lasts/)
  await run(draft(goal, '2028-01-01'))
  await refused(`update draft_commitment set due_on = '2032-01-01'`, /while its plan lasts/)
})
