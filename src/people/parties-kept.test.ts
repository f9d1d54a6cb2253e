import { rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { aMember } from '../../test/cast.ts'

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
let bo: string
let carmen: string
let nour: string
let city: string
let civil: string

/** What somebody with a database client could send. */
const run = (text: string): Promise<unknown> => sql.raw(text).execute(bed.db.as())
const refused = (text: string, reason: RegExp): Promise<void> => rejects(run(text), reason, text)

before(async () => {
  bed = await freshDatabase()
  const one = await aMember(bed.db, 'Bo', 'city')
  const other = await aMember(bed.db, 'Carmen', 'civil-society')
  ;[bo, carmen, city, civil] = [one.id, other.id, one.party?.id ?? '', other.party?.id ?? '']
  nour = (await aMember(bed.db, 'Nour')).id
})
after(() => bed.close())

const stands = (party: string, standing: string, day: string, recorded = now, by = ofParty(party)): string =>
  `insert into party_standing (id, party_id, standing, from_day, recorded_by, recorded_at)
   values ('${newId()}', '${party}', '${standing}', '${day}', ${by}, '${recorded}')`
const ofParty = (party: string): string => `'${party === city ? bo : carmen}'`

test('how a party stood never changes and is never taken away', async () => {
  const never = /how a party stood never changes/
  await refused(`update party_standing set from_day = '2030-01-01'`, never)
  await refused(`delete from party_standing`, never)
  if (bed.engine === 'postgres') await refused('truncate party_standing', never)
  else
    await refused(
      `insert or replace into party_standing select id, party_id, 'left', from_day, reason, recorded_by, recorded_at from party_standing`,
      /follows on what was|one party always stays|beforehand|says itself/,
    )
})

test('a standing follows on what was, is said beforehand, and somebody always stays', async () => {
  await refused(stands(city, 'paused', '2016-01-01'), /follows on what was|beforehand|one party/)
  await refused(stands(city, 'paused', '2026-11-22'), /said beforehand/)
  await refused(
    stands('nobody', 'paused', '2026-11-24'),
    /one party always stays|foreign|who takes in a party/i,
  )
  await run(stands(city, 'paused', '2026-11-24'))
  await refused(stands(civil, 'paused', '2026-11-23'), /one party always stays/)
  await refused(stands(civil, 'left', '2027-11-23'), /one party always stays/)
  await run(stands(city, 'joined', '2026-12-01'))
  await refused(stands(civil, 'left', '2026-11-30'), /one party always stays/)
  await run(stands(civil, 'left', '2027-01-01'))
  await refused(stands(civil, 'joined', '2028-01-01'), /taken in anew/)
  await refused(stands(city, 'left', '2028-01-01'), /one party always stays/)
})

const substitute = (
  given: Partial<Record<'party' | 'person' | 'by' | 'from' | 'until', string>> = {},
): string => {
  const all = { party: city, person: nour, by: bo, from: '2026-11-23', until: '2026-11-30', ...given }
  return `insert into substitute (id, party_id, person_id, named_by, from_day, until_day, named_at)
    values ('${newId()}', '${all.party}', '${all.person}', '${all.by}', '${all.from}', '${all.until}', '${now}')`
}

test('a substitute is named by a coordinator of that very party, beforehand, for one party', async () => {
  const byOwn = /named by a coordinator of that party/
  await refused(substitute({ by: carmen }), byOwn)
  await refused(substitute({ by: nour }), byOwn)
  await refused(substitute({ from: '2026-11-22' }), /beforehand/)
  await refused(substitute({ until: '2026-11-22' }), /check|some_days/i)
  await refused(substitute({ person: carmen }), /acts for one party/)
  await run(substitute())
  await refused(
    substitute({ party: civil, by: carmen, from: '2026-11-30', until: '2026-12-24' }),
    /one party/,
  )
  const only = /may end early, and nothing else/
  await refused(`update substitute set until_day = '2030-01-01'`, only)
  await refused(`update substitute set ended_at = '${now}', party_id = '${civil}'`, only)
  await refused(`delete from substitute`, only)
  await run(`update substitute set ended_at = '${now}'`)
  await refused(`update substitute set ended_at = null`, only)
})

const ask = (id: string): string =>
  `insert into joint_decision (id, kind, about_id, what, state, party_id, made_by, made_at)
   values ('${id}', 'adopt-goal', 'goal-of-${id}', '{}', 'open', '${city}', '${bo}', '${now}')`
const says = (id: string, party: string, by: string, answer = 'yes'): string =>
  `insert into joint_answer (decision_id, party_id, answer, by_person, at)
   values ('${id}', '${party}', '${answer}', '${by}', '${now}')`
const carry = (id: string, day = '2026-11-23'): string =>
  `update joint_decision set state = 'carried', ended_at = '${now}', ended_on = '${day}' where id = '${id}'`

test('nothing is carried without the yes of every party that is joined that day', async () => {
  const all = /every party says yes/
  await refused(ask('a').replace("'open'", "'carried'"), /begins with a question|check/i)
  await run(ask('a'))
  await refused(carry('a'), all)
  await run(says('a', city, bo))
  await refused(carry('a'), all)
  await refused(carry('a', '2026-11-25'), /ends on the day it ends|every party says yes/)
  await refused(says('a', civil, bo), /each party answers for itself/)
  await refused(says('a', civil, nour), /each party answers for itself/)
  await refused(says('a', city, bo), /once by each party|unique/i)
  await refused(says('a', civil, carmen, 'no'), /check|reason/i)
  await run(says('a', civil, carmen))
  await refused(carry('a', '2026-11-22'), /ends on the day it ends|every party says yes/)
  await run(carry('a'))
  await refused(`update joint_decision set what = '{"x":1}' where id = 'a'`, /never changes/)
  await refused(`update joint_decision set state = 'open', ended_at = null, ended_on = null`, /never changes/)
  await refused(`delete from joint_decision`, /never changes/)
  await refused(`update joint_answer set answer = 'yes'`, /an answer never changes/)
  await refused(`delete from joint_answer`, /an answer never changes/)
})

test('what was refused or taken back takes no more answers', async () => {
  await run(ask('b'))
  await refused(ask('c').replace('goal-of-c', 'goal-of-b'), /unique/i)
  await run(
    `update joint_decision set state = 'withdrawn', ended_at = '${now}', ended_on = '2026-11-23' where id = 'b'`,
  )
  await refused(says('b', city, bo), /while it is open/)
})
