import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Database } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import type { MailTables } from '#platform/mail/index.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember } from '../../../test/cast.ts'
import { goalIds } from '../../../test/plan-cast.ts'
import {
  aNewOne,
  answered,
  means,
  otherwise,
  partyOf,
  proposal,
  stateOf,
} from '../../../test/revision-cast.ts'
import { loadAgreement } from '../agreement/load-agreement.ts'
import type { Db } from '../tables.ts'
import { changesOf, commitmentsNow, editRevision } from './index.ts'

const now = '2026-11-23T11:00:00.000Z'

let bed: FreshDatabase
/** Two programs with the same database, that know nothing of each other. */
let programs: [Database, Database]
let bo: Member
let carmen: Member
let one: string

before(async () => {
  bed = await freshDatabase()
  programs = [bed.db, bed.openAgain()]
  bo = await aMember(bed.db, 'Bo', 'city')
  carmen = await aMember(bed.db, 'Carmen', 'civil-society')
  await loadAgreement(bed.db.as(), { now, adopted: '2017-05-24T10:00:00.000Z' })
})
after(() => bed.close())

const db = (): Db => bed.db.as()

/** A commitment that both have said yes to. */
beforeEach(async () => {
  const goal = (await goalIds(bed.db)).get(1) ?? ''
  const change = aNewOne(goal, partyOf(bo), 'Ett')
  one = 'commitment_id' in change ? change.commitment_id : ''
  await answered(bed.db, carmen, await proposal(bed.db, bo, [change], { now }), { now })
})

const mailCount = async (): Promise<number> =>
  (await bed.db.as<MailTables>().selectFrom('mail').select('id').execute()).length

test('of two who say yes for the same party in the same instant one counts, and all are told once', async () => {
  const colleague = await aMember(bed.db, 'Karim', 'civil-society')
  const change = await otherwise(bed.db, one, { title: { sv: 'Samtidigt' } })
  const id = await proposal(bed.db, bo, [change], { now })
  const told = await mailCount()
  const results = await Promise.all([
    answered(programs[0], carmen, id, { now }),
    answered(programs[1], colleague, id, { now }),
  ])
  equal(results.filter((state) => state === 'in-force').length, 1, results.join())
  equal(results.filter((state) => state === 'not-proposed').length, 1, results.join())
  const versions = await db()
    .selectFrom('commitment_version')
    .select('id')
    .where('revision_id', '=', id)
    .execute()
  equal(versions.length, 1)
  // The two coordinators who did not give the answer themselves.
  equal((await mailCount()) - told, 2)
})

test('both parties’ yes in the same instant: in force exactly once', async () => {
  const change = await otherwise(bed.db, one, { title: { sv: 'Båda' } })
  const id = await proposal(bed.db, bo, [change], { now })
  const changes = await changesOf(db(), id)
  const edit = { title: {}, reason: { sv: 'Igen' }, seen: 1, changes }
  await editRevision(db(), bo, id, edit, means(now))
  const results = await Promise.all([
    answered(programs[0], bo, id, { now, seen: 2 }),
    answered(programs[1], carmen, id, { now, seen: 2 }),
  ])
  equal(results.filter((state) => state === 'in-force').length, 1, results.join())
  equal(await stateOf(bed.db, id), 'in-force')
})

test('an edit that races with a yes: no yes is carried over to other words', async () => {
  for (const [edits, answers] of [programs, programs.toReversed()] as [Database, Database][]) {
    const title = { sv: `Före ${edits === bed.db}` }
    const id = await proposal(bed.db, bo, [await otherwise(bed.db, one, { title })], { now })
    const changes = [await otherwise(bed.db, one, { title: { sv: 'Andra ord' } })]
    const edit = { title: {}, reason: { sv: 'Andra ord' }, seen: 1, changes }
    const [edited, state] = await Promise.all([
      editRevision(edits.as(), bo, id, edit, means(now)),
      answered(answers, carmen, id, { now }),
    ])
    const { words } = (await commitmentsNow(db(), [one])).get(one) ?? {}
    if (state === 'in-force') {
      equal(edited.refusal, 'has-ended')
      deepEqual(words?.title, title)
      continue
    }
    equal(state, 'changed-meanwhile')
    equal(edited.refusal, null)
    equal(await stateOf(bed.db, id), 'proposed')
    ok(words?.title['sv'] !== 'Andra ord')
    equal(await answered(bed.db, carmen, id, { now, seen: 2, answer: 'no' }), 'refused')
  }
})

test('two revisions of the same commitment said yes to at once: one in force, the other replaced by it', async () => {
  const ids = []
  for (const sv of ['Den ena', 'Den andra'])
    ids.push(await proposal(bed.db, bo, [await otherwise(bed.db, one, { title: { sv } })], { now }))
  const [first = '', second = ''] = ids
  const results = await Promise.all([
    answered(programs[0], carmen, first, { now }),
    answered(programs[1], carmen, second, { now }),
  ])
  deepEqual(results.toSorted(), ['in-force', 'not-proposed'])
  const rows = await db()
    .selectFrom('revision')
    .select(['id', 'state', 'replaced_by'])
    .where('id', 'in', ids)
    .execute()
  const inForce = rows.find((row) => row.state === 'in-force')
  const other = rows.find((row) => row.id !== inForce?.id)
  equal(other?.state, 'replaced')
  equal(other.replaced_by, inForce?.id)
})
