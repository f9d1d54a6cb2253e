import { rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { coordinatorOf } from '../../../test/people-cast.ts'
import { freshWorld, type World } from '../../../test/world.ts'
import type { Db } from '../tables.ts'

let world: World
let db: Db
let bo: string
let mia: string
let [city, civil] = ['', '']

const now = '2026-11-23T11:00:00.000Z'
const day = '2026-11-23'

before(async () => {
  world = await freshWorld()
  db = world.database.as()
  bo = await coordinatorOf(world.database, 'city', 'Bo')
  mia = await coordinatorOf(world.database, 'civil-society', 'Mia')
  const parties = await db.selectFrom('party').select(['id', 'key']).execute()
  city = parties.find(({ key }) => key === 'city')?.id ?? ''
  civil = parties.find(({ key }) => key === 'civil-society')?.id ?? ''
  await seat('c1', city, bo)
  await seat('s1', civil, mia)
  await seat('s2', civil, mia)
})
after(() => world.close())

const seat = (id: string, party: string, by: string) =>
  sql`insert into steering_seat (id, party_id, body, position, changed_by, changed_at)
    values (${id}, ${party}, 'steering-group', 1, ${by}, ${now})`.execute(db)

interface Given {
  by?: string
  starts?: string
  ends?: string
  how?: string
  nomination?: string | null
  kind?: string
}

/** A term by a decision that is whole, unless something else is given. */
const term = (id: string, seatId: string, given: Given = {}) => {
  const { by = mia, starts = '2027-01-01', ends = '2028-12-31', how = 'decision', nomination = null } = given
  return sql`insert into seat_term (
      id, seat_id, kind, person_name, email, language, starts_on, ends_on, how, decision_body, decided_on,
      paragraph, case_number, nomination_id, because, filled_by, filled_at, filled_on
    ) values (
      ${id}, ${seatId}, ${given.kind ?? 'member'}, 'Namn', 'n@example.org', 'sv', ${starts}, ${ends}, ${how},
      '{"sv":"Nämnden"}', ${day}, '§ 1', '1/26', ${nomination}, '{"sv":"Skäl"}', ${by}, ${now}, ${day}
    )`.execute(db)
}

test('no side makes, changes or fills a seat of the other, whoever asks the database', async () => {
  await rejects(seat('x', civil, bo), /each side decides about its own seats/)
  await rejects(seat('x', city, mia), /each side decides about its own seats/)
  for (const change of [
    sql`update steering_seat set changed_by = ${bo}, category = '{"sv":"Bo"}' where id = 's1'`,
    sql`update steering_seat set party_id = ${city}, changed_by = ${bo} where id = 's1'`,
    sql`update steering_seat set party_id = ${city} where id = 's1'`,
    sql`update steering_seat set ended_on = ${day}, changed_by = ${bo} where id = 's1'`,
  ])
    await rejects(change.execute(db), /each side decides about its own seats/)
  await rejects(sql`delete from steering_seat where id = 's1'`.execute(db), /ended, not taken away/)
  await rejects(term('x', 's1', { by: bo }), /each side fills its own seats/)
  await rejects(term('x', 'c1', { by: mia }), /each side fills its own seats/)
  await term('mine', 's1')
  const leaves = (by: string) =>
    sql`update seat_term set left_on = '2027-03-01', left_by = ${by}, left_at = ${now} where id = 'mine'`
  await rejects(leaves(bo).execute(db), /each side fills its own seats/)
})

test('a seat holds one member for two years at most, and what was said of a term stays', async () => {
  await rejects(term('x', 's1', { starts: '2028-12-31', ends: '2029-06-01' }), /seat that is taken/)
  await rejects(term('x', 's2', { ends: '2029-01-02' }), /two_years_at_most|CHECK/)
  await rejects(term('x', 's2', { ends: '2027-01-01' }), /two_years_at_most|CHECK/)
  await term('deputy', 's1', { kind: 'deputy', how: 'appointment' })
  for (const change of [
    sql`update seat_term set person_name = 'Annan' where id = 'mine'`,
    sql`update seat_term set ends_on = '2027-12-31' where id = 'mine'`,
    sql`update seat_term set filled_by = ${bo} where id = 'mine'`,
    sql`update seat_term set seat_id = 's2' where id = 'mine'`,
  ])
    await rejects(change.execute(db), /never changes/)
  await rejects(sql`delete from seat_term where id = 'mine'`.execute(db), /history stays/)
  const bare = sql`insert into seat_term (
      id, seat_id, kind, person_name, language, starts_on, ends_on, how, filled_by, filled_at, filled_on
    ) values ('x', 's2', 'member', 'N', 'sv', '2027-01-01', '2028-01-01', 'decision', ${mia}, ${now}, ${day})`
  await rejects(bare.execute(db), /by_decision_whole|CHECK/)
})

test('a seat is appointed for the rest of a term that was left, and for nothing else', async () => {
  await rejects(term('x', 's2', { how: 'appointment' }), /rest of a term/)
  await sql`update seat_term set left_on = '2027-03-01', left_by = ${mia}, left_at = ${now}
    where id = 'mine'`.execute(db)
  const rest = { how: 'appointment', starts: '2027-03-02' }
  await rejects(term('x', 's1', { ...rest, ends: '2029-01-31' }), /rest of a term/)
  await term('rest', 's1', rest)
  const again = sql`update seat_term set left_on = '2027-05-01', left_by = ${mia} where id = 'mine'`
  await rejects(again.execute(db), /never changes/)
})

const nominate = (id: string, on: string, consented: string | null = null) =>
  sql`insert into nomination (
      id, call_id, body, seat_id, nominee_name, nominee_email, nominee_language, language, asked_at, asked_on,
      confirmed_at, consented_at
    ) values (
      ${id}, 'call', 'steering-group', 's2', 'N', 'n@example.org', 'sv', 'sv', ${now}, ${on}, ${now}, ${consented}
    )`.execute(db)

const call = (party: string, by: string) =>
  sql`insert into nomination_call (
      id, party_id, criteria, opens_on, closes_on, election_on, term_starts_on, term_ends_on, changed_by,
      created_at, changed_at
    ) values (
      'call', ${party}, '{"sv":"K"}', '2026-11-20', '2026-11-30', '2026-12-10', '2027-01-01', '2028-12-31', ${by},
      ${now}, ${now}
    )`.execute(db)

test('each side calls for its own, in time, and nobody is elected without having said yes', async () => {
  await rejects(call(civil, bo), /its own nominations/)
  await call(civil, mia)
  const link = (seatId: string) =>
    sql`insert into nomination_call_seat (call_id, seat_id) values ('call', ${seatId})`.execute(db)
  await rejects(link('c1'), /its own nominations/)
  await link('s2')
  await rejects(nominate('early', '2026-11-19'), /while the call is open/)
  await rejects(nominate('late', '2026-12-01'), /while the call is open/)
  await nominate('silent', '2026-11-30')
  await nominate('willing', '2026-11-30', now)
  const elect = (id: string) => sql`update nomination set result = 'elected' where id = ${id}`.execute(db)
  await rejects(elect('willing'), /election meeting decides/)
  const decide = (by: string) =>
    sql`update nomination_call set elected_at = ${now}, changed_by = ${by} where id = 'call'`.execute(db)
  await rejects(decide(bo), /its own nominations/)
  await rejects(term('x', 's2', { how: 'election', nomination: 'willing' }), /only who was elected/)
  await decide(mia)
  await rejects(elect('silent'), /elected_with_consent|CHECK/)
  await rejects(nominate('after', '2026-11-30'), /while the call is open/)
  await elect('willing')
  await rejects(
    sql`update nomination set result = 'not-elected' where id = 'willing'`.execute(db),
    /what was elected stays/,
  )
  await term('elected', 's2', { how: 'election', nomination: 'willing' })
  const moved = sql`update nomination_call set election_on = '2026-12-11' where id = 'call'`
  await rejects(moved.execute(db), /what was elected stays/)
  const halfWiped = sql`update nomination set wiped_at = ${now} where id = 'willing'`
  await rejects(halfWiped.execute(db), /wiped_whole|CHECK/)
})
