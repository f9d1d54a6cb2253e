import { rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { freshWorld, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'

let world: World
let db: Db
let by: string
let party: string

const [opens, during, closes] = [
  '2026-11-01T00:00:00.000Z',
  '2026-11-10T00:00:00.000Z',
  '2026-12-01T00:00:00.000Z',
]

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  by = await coordinatorOf(world.database, 'city', 'Bo')
  party = (await db.selectFrom('party').select('id').executeTakeFirstOrThrow()).id
  for (const id of ['call', 'other'])
    await sql`insert into theme_call (id, series_id, opens_at, closes_at, created_by, created_at, changed_at)
      select ${id}, id, ${opens}, ${closes}, ${by}, ${opens}, ${opens} from series where key = 'dialogforum'`.execute(
      db,
    )
})
after(() => world.close())

const propose = (id: string, at: string, call = 'call') =>
  sql`insert into theme_proposal (id, call_id, title, why, who, language, proposed_at, state)
    values (${id}, ${call}, 'T', 'W', 'X', 'sv', ${at}, 'waiting')`.execute(db)
const support = (id: string, proposal: string, at: string, kind = 'seconded') =>
  sql`insert into theme_support (id, proposal_id, kind, email, capacity, language, wants_news, asked_at)
    values (${id}, ${proposal}, ${kind}, ${`${id}@example.org`}, 'other', 'sv', 1, ${at})`.execute(db)
const decide = (call: string, proposal: string | null, at: string, reason = '{}') =>
  sql`insert into theme_decision (call_id, theme, proposal_id, reason, people, decided_at)
    values (${call}, '{"sv":"T"}', ${proposal}, ${reason}, 0, ${at})`.execute(db)
const show = (id: string) =>
  sql`update theme_proposal set state = 'shown', decided_at = ${during}, decided_by = ${by}
    where id = ${id}`.execute(db)

test('nothing is proposed or seconded before the first day or after the last, whoever asks the database', async () => {
  await rejects(propose('early', '2026-10-31T23:59:59.999Z'), /not open/)
  await rejects(propose('late', closes), /not open/)
  await propose('a', during)
  await rejects(support('s1', 'a', during), /not shown/)
  await show('a')
  await rejects(support('s1', 'a', closes), /not open/)
  await support('author', 'a', during, 'proposed')
  await rejects(support('author-2', 'a', during, 'proposed'), /unique|UNIQUE/)
  await support('s1', 'a', during)
  const again = sql`insert into theme_support
    (id, proposal_id, kind, email, capacity, language, wants_news, asked_at)
    values ('s2', 'a', 'seconded', 's1@example.org', 'other', 'sv', 1, ${during})`
  await rejects(again.execute(db), /unique|UNIQUE/)
})

test('nothing is turned down without a reason, or shown by nobody', async () => {
  await propose('b', during)
  const change = (set: string) => sql.raw(`update theme_proposal set ${set} where id = 'b'`).execute(db)
  await rejects(change(`state = 'turned-down', decided_at = '${during}', decided_by = '${by}'`), /reason/)
  await rejects(change(`state = 'shown'`), /decided|check|CHECK/)
  await rejects(change(`state = 'shown', decided_at = '${during}'`), /decided|check|CHECK/)
})

test('a theme is set after the call, from what it showed or with a reason, once and for all', async () => {
  await propose('elsewhere', during, 'other')
  await show('elsewhere')
  await rejects(decide('call', 'a', during), /still open/)
  await rejects(decide('call', 'elsewhere', closes), /no such proposal/)
  await rejects(decide('call', 'b', closes), /no such proposal/)
  await rejects(decide('call', null, closes), /reason|check|CHECK/)
  await decide('call', 'a', closes)
  await rejects(decide('call', 'a', closes), /unique|UNIQUE/)
  await rejects(sql`update theme_decision set people = 9`.execute(db), /stays/)
  await rejects(sql`delete from theme_decision`.execute(db), /stays/)
  await rejects(
    sql`update theme_call set closes_at = ${during} where id = 'call'`.execute(db),
    /theme is set/,
  )
  await rejects(propose('more', during), /not open/)
  await rejects(support('s9', 'a', during), /not open/)
  const confirm = sql`update theme_support set confirmed_at = ${closes} where id = 's1'`
  await rejects(confirm.execute(db), /theme is set/)
  const back = sql`insert into theme_backing (call_id, party_id, person_id, at)
    values ('call', ${party}, ${by}, ${closes})`
  await back.execute(db)
  await rejects(back.execute(db), /unique|UNIQUE/)
})
