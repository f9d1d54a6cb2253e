import { rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { transact } from '#platform/db.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember, anOrganisation } from '../../../test/cast.ts'
import { withoutGuard } from '../../../test/without-guard.ts'
import { organisationKinds, sectors } from '../directory.rules.ts'
import type { Db } from '../tables.ts'
import { kindsIn } from './profile.rules.ts'

let bed: FreshDatabase
let db: Db
let bo: string
const at = '2026-11-01T09:00:00.000Z'
/** Four organisations: the first was joined with the second, the others with nobody. */
const [double, other, third, fourth] = ['double', 'other', 'third', 'fourth']

const run = (text: string): Promise<unknown> => sql.raw(text).execute(db)

before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  bo = (await aMember(bed.db, 'Bo', 'city')).id
  for (const id of [double, other, third, fourth]) {
    const made = await anOrganisation(bed.db, `Den ${id}`)
    await run(`update organisation set id = '${id}' where id = '${made}'`)
  }
  const merge = 'insert into organisation_merge (from_id, into_id, at, by_person) values'
  await run(`${merge} ('${double}', '${other}', '${at}', '${bo}')`)
  await run(`update organisation set merged_into = '${other}' where id = '${double}'`)
  const post =
    'insert into organisation_post (id, organisation_id, person_id, kind, from_day, given_at, ended_at)'
  await run(`${post} values ('ended', '${other}', '${bo}', 'chair', '2026-01-01', '${at}', '${at}')`)
  await run(`${post} values ('acting', '${third}', '${bo}', 'chair', '2026-01-01', '${at}', null)`)
  for (const [id, organisation] of [
    ['claim-one', third],
    ['claim-two', third],
    ['claim-three', fourth],
  ])
    await run(`insert into organisation_claim (id, token_hash, organisation_id, name, email, language, kind, state,
      asked_at, confirmed_at) values ('${id}', '${id}', '${organisation}', 'Sam', 'sam@example.org', 'sv', 'contact',
      'waiting', '${at}', '${at}')`)
  await run(decided('claim-one', 'accepted'))
  await run(`insert into organisation_application (id, token_hash, state, profile, search_text, person_name, email,
    language, conditions_at, how_democratic, asked_at) values ('application', 'application', 'withdrawn', '{}', '|x|',
    'Sam', 'sam@example.org', 'sv', '${at}', 'Årsmöte', '${at}')`)
  for (const [id, organisation] of [
    ['signed', other],
    ['signed-too', third],
  ])
    await run(`insert into signatory (id, organisation_id, organisation_name, category, language, state, asked_at,
      conditions_at) values ('${id}', '${organisation}', 'Den', 'culture', 'sv', 'waiting', '${at}', '${at}')`)
})
after(() => bed.close())

const decided = (id: string, state: string): string =>
  `update organisation_claim set state = '${state}', decided_at = '${at}', decided_by = '${bo}',
    checked_by = 'office', reason = 'Därför.' where id = '${id}'`

const merged = (from: string, into: string): string =>
  `insert into organisation_merge (from_id, into_id, at, by_person) values ('${from}', '${into}', '${at}', '${bo}')`

/** What each guard refuses; without it the same goes through. */
const guards: readonly { table: string; sqlite: string; postgres: string; refuses: () => string[] }[] = [
  {
    ...{
      table: 'organisation_merge',
      sqlite: 'organisation_merge_flat',
      postgres: 'keep_organisation_merge',
    },
    refuses: () => [merged(third, double), merged(other, third)],
  },
  {
    ...{
      table: 'organisation_merge',
      sqlite: 'organisation_merge_stays',
      postgres: 'keep_organisation_merge',
    },
    refuses: () => [`delete from organisation_merge where from_id = '${double}'`],
  },
  {
    ...{ table: 'organisation', sqlite: 'organisation_merged_for_good', postgres: 'keep_merged' },
    refuses: () => [`update organisation set merged_into = null where id = '${double}'`],
  },
  {
    ...{ table: 'organisation', sqlite: 'organisation_merged_as_written', postgres: 'keep_merged' },
    refuses: () => [`update organisation set merged_into = '${other}' where id = '${third}'`],
  },
  {
    ...{ table: 'organisation_post', sqlite: 'organisation_post_ended', postgres: 'keep_organisation_post' },
    refuses: () => [
      `update organisation_post set ended_at = null where id = 'ended'`,
      `update organisation_post set until_day = '2030-01-01' where id = 'ended'`,
    ],
  },
  {
    ...{
      table: 'organisation_claim',
      sqlite: 'organisation_claim_decided',
      postgres: 'keep_organisation_claim',
    },
    refuses: () => [
      decided('claim-one', 'turned-down'),
      `update organisation_claim set state = 'unconfirmed' where id = 'claim-two'`,
    ],
  },
  {
    ...{
      table: 'organisation_claim',
      sqlite: 'organisation_claim_alone',
      postgres: 'keep_organisation_claim',
    },
    refuses: () => [decided('claim-two', 'accepted')],
  },
  {
    ...{ table: 'organisation_application', sqlite: 'organisation_application_decided' },
    postgres: 'keep_organisation_application',
    refuses: () => [
      `update organisation_application set state = 'waiting', confirmed_at = '${at}', waiting_since = '${at}'
        where id = 'application'`,
    ],
  },
  {
    ...{ table: 'signatory', sqlite: 'signatory_joined_with', postgres: 'keep_signatory_joined' },
    refuses: () => [`update signatory set merged_into = 'signed' where id = 'signed-too'`],
  },
  {
    ...{ table: 'organisation', sqlite: 'organisation_kind_still_fits', postgres: 'keep_organisation_kind' },
    refuses: () => [
      `update organisation set kind = 'university' where id = '${third}'`,
      `update organisation set sector = 'civil-society' where id = '${third}'`,
    ],
  },
  {
    ...{ table: 'organisation', sqlite: 'organisation_kind_fits', postgres: 'keep_organisation_kind' },
    refuses: () => [inserted('civil-society', 'university')],
  },
]

const inserted = (sector: string, kind: string): string =>
  `insert into organisation (id, slug, sector, kind, name, about, created_at, changed_at, search_text)
    values ('new', 'new', '${sector}', '${kind}', '{"sv":"Ny"}', '{}', '${at}', '${at}', '|ny|')`

/** Does it and takes it back. */
const tried = (text: string): Promise<never> =>
  transact(db, async (tx) => {
    await sql.raw(text).execute(tx)
    throw new Error('taken back')
  })

for (const { refuses, ...guard } of guards)
  test(`${guard.sqlite} refuses, and without it the same goes through`, async () => {
    for (const text of refuses()) {
      await rejects(tried(text), (error: Error) => error.message !== 'taken back', text)
      await withoutGuard(bed, guard, () => rejects(tried(text), /taken back/, text))
    }
  })

test('the database takes those kinds in a sector that the rule takes, and no other', async () => {
  for (const sector of sectors)
    for (const kind of organisationKinds) {
      const fits = kindsIn[sector].includes(kind)
      await rejects(tried(inserted(sector, kind)), fits ? /taken back/ : /no such kind/, `${sector} ${kind}`)
    }
})

test('the database holds what the rules say of numbers, doubles, umbrellas, posts, claims and applications', async () => {
  const set = (text: string) => `update organisation set ${text} where id = '${third}'`
  for (const text of [
    ...[set(`number = '811228987'`), set(`number = '8112289874'`), set(`merged_into = id`)],
    ...[set(`contact_is_shown = 2`), set(`ended_on = '2026'`)],
    `insert into organisation_member (umbrella_id, member_id, added_at) values ('${third}', '${third}', '${at}')`,
    `update organisation_post set until_day = '2025-12-31' where id = 'acting'`,
    `update organisation_post set person_id = null where id = 'acting'`,
    `insert into organisation_post (id, organisation_id, person_id, kind, from_day, given_at)
      values ('twice', '${third}', '${bo}', 'chair', '2026-02-01', '${at}')`,
    `update organisation_claim set state = 'turned-down', decided_at = '${at}', decided_by = '${bo}',
      checked_by = 'office' where id = 'claim-three'`,
    `update organisation_claim set state = 'accepted' where id = 'claim-three'`,
    `update organisation_claim set email = null where id = 'claim-three'`,
    `update organisation_application set wiped_at = '${at}' where id = 'application'`,
    `update organisation_application set email = null where id = 'application'`,
    merged(third, third),
  ])
    await rejects(tried(text), (error: Error) => error.message !== 'taken back', text)
})
