import { deepEqual, equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Database, json } from '#platform/db.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { confirmPledge, withdrawPledge } from '#partners/keep-pledge.ts'
import type { AllTables } from '../tables.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { anOrganisation } from '../../test/cast.ts'
import { unconfirmedItems } from './partnership-items.ts'
import { wordsFor } from '#platform/words.ts'
import { answerAlive } from '#network/partnerships/answer-alive.ts'

const now = '2026-11-23T11:00:00.000Z'
const times = 10

let bed: FreshDatabase
/** Two programs with the same database, that know nothing of each other. */
let programs: [Database, Database]

before(async () => {
  bed = await freshDatabase()
  programs = [bed.db, bed.openAgain()]
})
after(() => bed.close())

const db = () => bed.db.as<AllTables>()

async function aPartnership(given: { unconfirmed_since?: string } = {}): Promise<string> {
  const id = newId()
  const texts = { name: json({ sv: 'Salar' }), lead: '{}', about: '{}', part: '{}' }
  const years = { began_year: null, ended_year: null, position: 1, changed_at: now }
  await db()
    .insertInto('partnership')
    .values({ id, slug: id, kind: 'partnership', ...texts, ...years, ...given })
    .execute()
  return id
}

/** A link of one who is asked whether it lives. */
async function aLink(asking: string): Promise<string> {
  const [token, organisation] = [newToken(), await anOrganisation(bed.db, `Organisation ${newId()}`)]
  const row = { token_hash: hashOf(token), asking_id: asking, organisation_id: organisation, party_id: null }
  await db()
    .insertInto('partnership_link')
    .values({ ...row, created_at: now })
    .execute()
  return token
}

const lives = { alive: 'lives', ended_on: null, led_to: null } as const
const ended = { alive: 'ended', ended_on: '2026-10', led_to: null } as const

test('two answer in the same instant whether it lives, one by one link or each by their own: one answer stands', async () => {
  for (let time = 0; time < times; time += 1) {
    const [id, asking] = [await aPartnership(), newId()]
    const row = { id: asking, partnership_id: id, asked_at: now, asked_again_at: null }
    await db()
      .insertInto('partnership_asking')
      .values({ ...row, ended_at: null, outcome: null })
      .execute()
    const first = await aLink(asking)
    const second = time % 2 === 0 ? first : await aLink(asking)
    const answering = { now, today: '2026-11-23', language: 'sv' } as const
    const answers = await Promise.all([
      answerAlive(programs[0].as(), first, lives, answering),
      answerAlive(programs[1].as(), second, ended, answering),
    ])
    deepEqual(answers.map(String).toSorted(), ['answered', 'null'])
    const steps = await db()
      .selectFrom('partnership_step')
      .select('kind')
      .where('partnership_id', '=', id)
      .execute()
    deepEqual(steps, [{ kind: answers[0] === null ? 'lives' : 'ended' }])
  }
})

test('two who read one address press the link of a pledge in the same instant: confirmed once, withdrawn once', async () => {
  for (let time = 0; time < times; time += 1) {
    const id = newId()
    const pledge = {
      ...({ id, number: time + 1, kind: 'time', giver: 'organisation', giver_name: 'Kajplats' } as const),
      ...{ need_id: null, organisation_id: null, contact_name: null, email: 'mira@example.org' },
      ...({ language: 'sv', what: 'Tid', amount: null, unit: null, at_what_time: null } as const),
      ...({ publish: 'named', sent_at: now, confirmed_at: null, answer_due_on: null } as const),
      ...{ answered_at: null, changed_at: now, agreement_file_id: null, forgotten_at: null },
    }
    await db().insertInto('pledge').values(pledge).execute()
    await Promise.all(programs.map((program) => confirmPledge(program.as(), id, now)))
    const form = { do: 'withdraw', reason: 'changed-plans', words: null } as const
    const answers = await Promise.all(programs.map((program) => withdrawPledge(program.as(), id, form, now)))
    equal(answers.filter((refusal) => refusal === null).length, 1)
    const records = await db()
      .selectFrom('record')
      .select('what')
      .where('about', '=', id)
      .orderBy('what')
      .execute()
    deepEqual(records, [{ what: 'pledge-received' }, { what: 'pledge-withdrawn' }])
  }
})

test('a partnership that nobody confirmed stands on the desk, with the way to it', async () => {
  const id = await aPartnership({ unconfirmed_since: '2025-11-01' })
  const asked = { db: db(), t: wordsFor('sv'), now, isSample: false, hasMailServer: false }
  const [item] = await unconfirmedItems(asked)
  equal(item?.path, `/office/network/partnerships/${id}`)
})
