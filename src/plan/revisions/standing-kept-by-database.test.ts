import { equal, rejects } from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember } from '../../../test/cast.ts'
import { goalIds } from '../../../test/plan-cast.ts'
import { aNewOne, partyOf, proposal, rawSql, stateOf } from '../../../test/revision-cast.ts'
import { goesThroughWithout, type Guard } from '../../../test/without-guard.ts'
import { loadAgreement } from '../agreement/load-agreement.ts'

const now = '2026-11-23T11:00:00.000Z'
const [today, tomorrow, later] = ['2026-11-23', '2026-11-24', '2026-11-25']

let bed: FreshDatabase
let bo: Member
let carmen: Member
let city: string
let civil: string
let goal: string

const run = (text: string): Promise<unknown> => rawSql(bed.db, text)
const guardOf = (table: string, sqlite: string, postgres: string): Guard => ({ table, sqlite, postgres })

/** Refused with these words; and by nothing else, as is seen when the guard is away. */
async function refused(text: string, reason: string, guard: Guard): Promise<void> {
  await rejects(run(text), { message: reason }, text)
  await goesThroughWithout(bed, guard, text)
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

interface Raw {
  party?: string
  standing?: string
  from?: string
  by?: string | null
  at?: string
}
const stands = ({
  party = civil,
  standing = 'left',
  from = tomorrow,
  at = now,
  ...raw
}: Raw = {}): string => {
  const by = raw.by === null ? 'null' : `'${raw.by ?? carmen.id}'`
  return `insert into party_standing (id, party_id, standing, from_day, recorded_by, recorded_at)
    values ('${newId()}', '${party}', '${standing}', '${from}', ${by}, '${at}')`
}
const propose = (title: string, at = now): Promise<string> =>
  proposal(bed.db, bo, [aNewOne(goal, city, title)], { now: at })
const inForce = (id: string, day: string): string =>
  `update revision set state = 'in-force', ended_at = '${day}T12:00:00.000Z', ended_on = '${day}' where id = '${id}'`

const byOwn = guardOf('party_standing', 'party_standing_by_own', 'party_standing_said')

test('that a party pauses or leaves is said by nobody but its own coordinator of that moment', async () => {
  const says = 'each party says itself how it stands'
  const [nour, robin, former] = [
    await aMember(bed.db, 'Nour'),
    await aMember(bed.db, 'Robin'),
    await aMember(bed.db, 'Former', 'civil-society'),
  ]
  await run(`update coordinator set until = '2026-11-01T08:00:00.000Z' where person_id = '${former.id}'`)
  await run(`insert into substitute (id, party_id, person_id, named_by, from_day, until_day, named_at)
    values ('${newId()}', '${civil}', '${robin.id}', '${carmen.id}', '${today}', '2026-12-01', '${now}')`)
  for (const by of [null, bo.id, nour.id, robin.id, former.id])
    for (const standing of ['paused', 'left']) await refused(stands({ by, standing }), says, byOwn)
  const early = { from: '2025-12-01', at: '2025-11-30T11:00:00.000Z' }
  await refused(stands(early), says, byOwn)
})

test('a party is taken in by somebody who has said yes to it, and joins', async () => {
  const says = 'who takes in a party has said yes to it'
  const begins = guardOf('party_standing', 'party_standing_begins', 'party_standing_said')
  await run(`insert into party (id, key, name, position) values ('county', 'county', '{"sv":"Region"}', 9)`)
  await run(`insert into joint_decision (id, kind, about_id, what, state, party_id, made_by, made_at)
    values ('d', 'take-in-party', 'county', '{}', 'open', '${city}', '${bo.id}', '${now}')`)
  for (const [party, by] of [
    [city, bo.id],
    [civil, carmen.id],
  ])
    await run(`insert into joint_answer (decision_id, party_id, answer, by_person, at)
      values ('d', '${party}', 'yes', '${by}', '${now}')`)
  await run(
    `update joint_decision set state = 'carried', ended_at = '${now}', ended_on = '${today}' where id = 'd'`,
  )
  const joins = { party: 'county', standing: 'joined', from: '2027-06-01' }
  for (const by of [null, (await aMember(bed.db, 'Vera')).id])
    await refused(stands({ ...joins, by }), says, begins)
  await refused(stands({ ...joins, standing: 'paused' }), says, begins)
  await run(stands(joins))
})

test('no departure takes the missing yes away from what was asked before it', async () => {
  const id = await propose('Väntar')
  const asked = guardOf('party_standing', 'party_standing_after_asking', 'party_standing_said')
  const says = 'whoever is asked about a change stands as it did that day'
  for (const standing of ['paused', 'left']) await refused(stands({ from: today, standing }), says, asked)
  await run(stands({ standing: 'paused' }))
  const lacks = 'nothing comes into force without the yes of every party'
  const decided = guardOf('revision', 'revision_in_force', 'revision_in_force')
  for (const day of [today, tomorrow, later]) await refused(inForce(id, day), lacks, decided)

  const dayOf = 'the parties of a day are asked on that day'
  const kept = guardOf('revision', 'revision_asked', 'keep_revision_asked')
  const at = `${later}T11:00:00.000Z`
  for (const values of [
    `asked_on = '${later}'`,
    `asked_on = null`,
    `changed_at = '${at}'`,
    `asked_on = '${later}', changed_at = '${at}'`,
    `version = version + 1, changed_at = '2026-11-22T11:00:00.000Z', asked_on = '2026-11-22'`,
    `version = version + 1, asked_on = '${later}'`,
    `version = version + 1, asked_on = '2026-11-21'`,
    `version = version + 1, changed_at = '${at}'`,
  ])
    await refused(`update revision set ${values} where id = '${id}'`, dayOf, kept)
  const begun = guardOf('revision', 'revision_asked_first', 'keep_revision_asked')
  for (const day of ['null', `'2026-11-21'`, `'${later}'`])
    await refused(
      `insert into revision (id, number, plan_id, kind, title, reason, state, party_id, made_by, created_at, changed_at,
         proposed_at, asked_on, decide_by)
       select '${newId()}', 900, plan_id, kind, title, reason, state, party_id, made_by, created_at, changed_at,
         proposed_at, ${day}, decide_by from revision where id = '${id}'`,
      dayOf,
      begun,
    )
  // What is proposed while the other one pauses is not asked of it.
  equal(await stateOf(bed.db, await propose('Senare', at)), 'in-force')
})

const staysSo = 'a party to the agreement keeps its name and stays'
const newName = `'{"sv":"Annan"}'`

test('a party to the agreement keeps its name and is never taken away', async () => {
  const kept = guardOf('party', 'party_kept', 'keep_party')
  await refused(`update party set name = ${newName} where id = '${civil}'`, staysSo, kept)
  await refused(`update party set key = 'other' where id = '${civil}'`, staysSo, kept)
  await run(`update party set position = 7 where id = '${civil}'`)
  await run(`insert into party (id, key, name, position) values ('soon', 'soon', '{"sv":"Snart"}', 10)`)
  await run(`update party set name = ${newName} where id = 'soon'`)
  if (bed.engine === 'sqlite') {
    await rejects(run(`delete from party where id = '${civil}'`), { message: staysSo })
    const replaces = guardOf('party', 'party_not_replaced', '')
    for (const [id, key] of [
      [civil, 'other'],
      ['other', 'civil-society'],
    ])
      await rejects(
        run(
          `insert or replace into party (id, key, name, position) values ('${id}', '${key}', ${newName}, 3)`,
        ),
        { message: staysSo },
      )
    await goesThroughWithout(
      bed,
      replaces,
      `insert or replace into party (id, key, name, position) values ('${civil}', 'other', ${newName}, 3)`,
    )
  } else {
    await rejects(run(`delete from party where id = '${civil}'`), { message: staysSo })
    await rejects(run('truncate party cascade'), { message: staysSo })
  }
  await run(`delete from party where id = 'soon'`)
})

test('not even where SQLite is told to forget what belongs together', async () => {
  if (!bed.file) return
  const file = new DatabaseSync(bed.file)
  file.exec('pragma foreign_keys = off')
  const never = (text: string): Promise<void> =>
    rejects(async () => file.exec(text), { message: staysSo }, text)
  const goesWithout = (trigger: string, text: string): void => {
    file.exec(`begin; drop trigger ${trigger}`)
    file.exec(text)
    file.exec('rollback')
  }
  await run(`insert into party (id, key, name, position) values ('next', 'next', '{"sv":"Nästa"}', 11)`)
  const doors = [
    ['party_stays', `delete from party where id = '${civil}'`],
    [
      'party_not_replaced',
      `insert or replace into party (id, key, name, position) values ('thief', 'civil-society', ${newName}, 3)`,
    ],
    ['party_not_displaced', `update or replace party set key = 'civil-society' where id = 'next'`],
    ['party_not_displaced', `update or replace party set id = '${civil}' where id = 'next'`],
  ] as const
  for (const [trigger, text] of doors) {
    await never(text)
    goesWithout(trigger, text)
  }
  file.close()
})

test('for whom somebody has spoken, and when, never changes', async () => {
  const guard = guardOf('coordinator', 'coordinator_keeps', 'keep_who_coordinates')
  const elias = await aMember(bed.db, 'Elias', 'city')
  const set = (values: string): string => `update coordinator set ${values} where person_id = '${elias.id}'`
  const says = 'for whom somebody has spoken, and when, never changes'
  for (const values of [
    `party_id = '${civil}'`,
    `since = '2020-01-01T08:00:00.000Z'`,
    `person_id = '${newId()}'`,
  ]) {
    if (values.startsWith('person')) await rejects(run(set(values)), { message: says })
    else await refused(set(values), says, guard)
  }
  await run(set(`until = '${now}'`))
  for (const until of ['null', `'2026-12-01T08:00:00.000Z'`])
    await refused(set(`until = ${until}`), says, guard)
})
