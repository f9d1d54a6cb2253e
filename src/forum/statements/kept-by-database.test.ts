import { after, before, test } from 'node:test'
import { equal, ok, rejects } from 'node:assert/strict'
import { type RawBuilder, sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import type { Member } from '#platform/http.ts'
import { plus } from '#platform/time.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/bed.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { aDialogue } from '../../../test/dialogue-cast.ts'
import type { Db } from '../tables.ts'

let bed: FreshDatabase
let db: Db
let by: Member
const now = '2026-11-23T11:00:00.000Z'
const later = plus(now, { minutes: 5 })
const afterEnd = plus(now, { days: 11 })

before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  by = await aMember(bed.db, 'Lo')
})
after(() => bed.close())

const open = async (opened = true, statements?: readonly string[]) => {
  const event = await anEvent(bed.db, plus(now, { days: 30 }))
  return aDialogue(bed.db, event, { by, at: now, opened, ...(statements && { statements }) })
}
const aVoter = async (dialogueId: string): Promise<string> => {
  const id = newId()
  const row = { id, dialogue_id: dialogueId, token_hash: id, language: 'sv' as const, created_at: now }
  await db.insertInto('voter').values(row).execute()
  return id
}
const votes = (voter_id: string, statement_id: string) =>
  db.insertInto('vote').values({ voter_id, statement_id, vote: 1, at: now }).execute()

interface Scene {
  dialogue: string
  other: string
  draft: string
  shown: string
  statement: string
  waiting: string
  second: string
  foreign: string
  voter: string
  somebody: string
  stranger: string
}

/** Two dialogues with somebody in each, one that is not open yet, one whose map was shown. */
async function scene(): Promise<Scene> {
  const [dialogue, other, shown] = [await open(), await open(), await open()]
  const draft = await open(false, ['Bara ett.'])
  const [voter, somebody] = [await aVoter(dialogue.id), await aVoter(dialogue.id)]
  const stranger = await aVoter(other.id)
  await votes(voter, dialogue.statements[0] ?? '')
  await db
    .updateTable('dialogue')
    .set({ closed_at: later, shown_at: later })
    .where('id', '=', shown.id)
    .execute()
  const waiting = newId()
  const words = { language: 'sv' as const, words: 'Mitt.', translations: '{}' }
  const none = { decided_at: null, decided_by: null, reason: null, is_seed: 0 }
  await db
    .insertInto('statement')
    .values({
      ...{ id: waiting, dialogue_id: dialogue.id, number: 9, ...words, ...none },
      ...{ written_by: voter, created_at: now, state: 'waiting' },
    })
    .execute()
  const [statement = '', second = ''] = dialogue.statements
  const ids = { dialogue: dialogue.id, other: other.id, draft: draft.id, shown: shown.id, waiting }
  return { ...ids, statement, second, foreign: other.statements[0] ?? '', voter, somebody, stranger }
}

const attempts: [what: string, tries: (of: Scene) => RawBuilder<unknown>, refusal: RegExp][] = [
  ['another address', (of) => sql`update dialogue set slug = 'x' where id = ${of.dialogue}`, /address/],
  [
    'an opening that never was',
    (of) => sql`update dialogue set opened_at = ${later} where id = ${of.dialogue}`,
    /stays opened/,
  ],
  [
    'opening with one statement',
    (of) => sql`update dialogue set opened_at = ${now} where id = ${of.draft}`,
    /three statements/,
  ],
  [
    'open again after the map',
    (of) => sql`update dialogue set closed_at = null where id = ${of.shown}`,
    /does not open again/,
  ],
  [
    'longer after the map',
    (of) => sql`update dialogue set closes_at = ${afterEnd} where id = ${of.shown}`,
    /does not open again/,
  ],
  [
    'a voter who goes elsewhere',
    (of) => sql`update voter set dialogue_id = ${of.other} where id = ${of.somebody}`,
    /stays in the dialogue/,
  ],
  [
    'one person in two dialogues',
    (of) => sql`update voter set merged_into = ${of.stranger} where id = ${of.somebody}`,
    /same dialogue/,
  ],
  [
    'a statement of somebody from elsewhere',
    (
      of,
    ) => sql`insert into statement (id, dialogue_id, number, language, words, written_by, created_at, state)
      values (${newId()}, ${of.dialogue}, 20, 'sv', 'Ord', ${of.stranger}, ${now}, 'waiting')`,
    /another dialogue/,
  ],
  [
    'a statement after the end',
    (
      of,
    ) => sql`insert into statement (id, dialogue_id, number, language, words, written_by, created_at, state)
      values (${newId()}, ${of.dialogue}, 20, 'sv', 'Ord', ${of.voter}, ${afterEnd}, 'waiting')`,
    /not open/,
  ],
  [
    'other words',
    (of) => sql`update statement set words = 'x' where id = ${of.statement}`,
    /as it was written/,
  ],
  [
    'back to waiting',
    (of) =>
      sql`update statement set state = 'waiting', decided_at = null, decided_by = null where id = ${of.statement}`,
    /does not wait again/,
  ],
  [
    'another decision at the same time',
    (of) => sql`update statement set state = 'turned-down', reason = 'Nej' where id = ${of.statement}`,
    /another time/,
  ],
  [
    'shown when nobody can vote any more',
    (of) =>
      sql`update statement set state = 'shown', decided_at = ${afterEnd}, decided_by = ${by.id} where id = ${of.waiting}`,
    /nobody can vote/,
  ],
  ['a vote on something else', (of) => sql`update vote set statement_id = ${of.second}`, /who gave it/],
  ['a vote of somebody else', (of) => sql`update vote set voter_id = ${of.somebody}`, /who gave it/],
  ['a vote that is gone', () => sql`delete from vote`, /is kept/],
  [
    'a vote that goes back in time',
    () => sql`update vote set at = ${plus(now, { days: -9 })}`,
    /while the dialogue/,
  ],
  [
    'a vote on what waits',
    (of) =>
      sql`insert into vote (statement_id, voter_id, vote, at) values (${of.waiting}, ${of.voter}, 1, ${now})`,
    /on what is shown/,
  ],
  ['other votes in what was', () => sql`update vote_cast set vote = -1`, /what was voted/],
]

for (const [what, tries, refusal] of attempts)
  test(`the database keeps a dialogue as it was promised: ${what}`, async () => {
    const of = await scene()
    // Only rows of this scene: of others nothing could be changed either.
    await rejects(tries(of).execute(db), refusal)
  })

test('whoever became one person stays so, and the vote that was not counted may go', async () => {
  const { voter, somebody, statement } = await scene()
  await votes(somebody, statement)
  await sql`update voter set merged_into = ${voter} where id = ${somebody}`.execute(db)
  await sql`delete from vote where voter_id = ${somebody}`.execute(db)
  await rejects(sql`update voter set merged_into = null where id = ${somebody}`.execute(db), /stay so/)
  const { agrees } = await db
    .selectFrom('statement')
    .select('agrees')
    .where('id', '=', statement)
    .executeTakeFirstOrThrow()
  equal(agrees, 1)
  ok(await db.selectFrom('vote_cast').select('id').where('voter_id', '=', somebody).executeTakeFirst())
})
