import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Database } from '#platform/db.ts'
import { plus } from '#platform/time.ts'
import type { AllTables } from '../../tables.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { lettersAt } from '../../../test/letters.ts'
import { aSuggestion } from '../../../test/need-offer-cast.ts'
import { answerSuggestion } from './answer-suggestion.ts'
import type { Side } from './entry.rules.ts'
import { rewriteEntry } from './write-entry.ts'

const now = '2026-11-23T11:00:00.000Z'
const later = plus(now, { minutes: 1 })
// Often enough that two who do not wait for each other meet at least once.
const times = 12

let bed: FreshDatabase
/** Two programs with the same database, that know nothing of each other. */
let programs: [Database, Database]

before(async () => {
  bed = await freshDatabase()
  programs = [bed.db, bed.openAgain()]
})
after(() => bed.close())

const db = () => bed.db.as<AllTables>()

const yes = (program: Database, id: string, side: Side) =>
  answerSuggestion(program.as(), null, { id, side }, { do: 'yes', seen: now }, lettersAt(later))

const matchRow = (id: string) =>
  db().selectFrom('need_match').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const mailsTo = (email: string) =>
  db().selectFrom('mail').select('subject').where('to_address', '=', email).execute()

test('both say yes in the same instant: they are introduced once, and each is mailed once', async () => {
  for (let time = 0; time < times; time += 1) {
    const { id, need, offer } = await aSuggestion(bed.db, now)
    const answers = await Promise.all([yes(programs[0], id, 'need'), yes(programs[1], id, 'offer')])
    deepEqual(answers, [null, null])
    const { introduced_at, need_said, offer_said } = await matchRow(id)
    deepEqual([introduced_at, need_said, offer_said], [later, 'yes', 'yes'])
    for (const { email } of [need, offer]) equal((await mailsTo(email)).length, 1)
    const records = await db().selectFrom('record').select('what').where('about', '=', id).execute()
    deepEqual(records, [{ what: 'need-offer-introduced' }])
  }
})

test('two who read the same address say yes in the same instant: they are introduced once', async () => {
  for (let time = 0; time < times; time += 1) {
    const { id, need, offer } = await aSuggestion(bed.db, now)
    equal(await yes(bed.db, id, 'offer'), null)
    const answers = await Promise.all(programs.map((program) => yes(program, id, 'need')))
    deepEqual(answers.map(String).toSorted(), ['introduced-already', 'null'])
    for (const { email } of [need, offer]) equal((await mailsTo(email)).length, 1)
  }
})

test('a yes and new words in the same instant: nobody has said yes to words they did not read', async () => {
  for (let time = 0; time < times; time += 1) {
    const { id, offer } = await aSuggestion(bed.db, now)
    const form = {
      ...({ id: offer.id, organisation: offer.organisation, side: 'offer', kind: 'premises' } as const),
      ...{ words: { sv: 'Källarlokal' }, about: {}, place: 'Rosengård', theme: null, ask_for: null },
      ...{ from: '2026-12-01', until: '2027-03-01', seen: now },
    }
    const [said, refusal] = await Promise.all([
      yes(programs[0], id, 'need'),
      rewriteEntry(programs[1].as(), null, offer.id, form, lettersAt(later)),
    ])
    equal(refusal, null)
    // Either the yes came first and is asked for anew, or the new words did, and the yes was to others.
    ok(said === null || said === 'changed-meanwhile')
    equal((await matchRow(id)).need_said, null)
  }
})
