import { deepEqual, equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { aMember } from '../../test/cast.ts'
import { wordsToFind } from './hand-in-idea.ts'
import { answers, ideaStates, mayBecome } from './idea.rules.ts'
import { addIdea, ideaWithId } from './ideas.sql.ts'
import { addAppeal, addDecision, answerAppealWith, type Decision } from './moderation.sql.ts'
import { addLedTo, addStep } from './steps.sql.ts'
import type { Db } from './tables.ts'
import { addVoice } from './voices.sql.ts'

const at = '2026-11-23T11:00:00.000Z'
const words = { what: 'Bänkar', why: 'Vila', place: null }

let bed: FreshDatabase
let db: Db
let city: Decision['by']
let civil: Decision['by']
let number = 0

before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  const [bo, karin] = [await aMember(bed.db, 'Bo', 'city'), await aMember(bed.db, 'Karin', 'civil-society')]
  city = { id: bo.id, party: bo.party?.id ?? '' }
  civil = { id: karin.id, party: karin.party?.id ?? '' }
})
after(() => bed.close())

async function anIdea(isConfirmed = true): Promise<string> {
  const id = newId()
  number += 1
  const due = isConfirmed
    ? { confirmed_at: at, promised_days: 10, answer_due_on: '2026-12-07' }
    : { confirmed_at: null, promised_days: null, answer_due_on: null }
  await addIdea(db, {
    ...{ id, number, language: 'sv', ...words, ...wordsToFind(words), author_name: null, file_id: null },
    ...{
      picture_width: null,
      picture_height: null,
      held_for: null,
      theme_id: null,
      handed_in_at: at,
      ...due,
    },
    assigned_to: null,
  })
  return id
}

const decide = (id: string, kind: Decision['kind'], by = city) =>
  addDecision(db, id, {
    ...{ kind, by, at, reason: kind === 'refused' || kind === 'taken-down' ? 'other' : 'within-rules' },
    words: kind === 'shown' ? null : { sv: 'Därför' },
  })

async function shown(): Promise<string> {
  const id = await anIdea()
  await decide(id, 'shown')
  return id
}

const answer = (id: string, kind: (typeof answers)[number]) =>
  addStep(db, id, { kind, at, words: { sv: 'Så här' }, by: city })

const waysTo = {
  received: [],
  considered: ['considered'],
  becomes: ['becomes'],
  declined: ['declined'],
  done: ['done'],
} as const

test('how long an answer took is counted with it, and never again', async () => {
  const id = await shown()
  await addStep(db, id, {
    ...{ kind: 'declined', at: '2026-12-09T11:00:00.000Z', words: { sv: 'Nej' }, by: city },
  })
  const { answer_days, answered_late } = (await ideaWithId(db, id)) ?? {}
  deepEqual([answer_days, answered_late], [12, 1])
  for (const change of ['answer_days = 3', 'answered_late = 0'])
    await rejects(sql`update idea set ${sql.raw(change)} where id = ${id}`.execute(db), /never changes/)
  const uncounted = sql`insert into idea_step (idea_id, number, kind, at, words, by_person, party_id)
    values (${id}, 2, 'declined', ${at}, '{}', ${city.id}, ${city.party})`
  await rejects(uncounted.execute(db), /answers_are_counted|cannot become/)
})

/** By its own steps as far as `from`, and then the last one, if it may be. */
async function tryStep(from: (typeof ideaStates)[number], to: (typeof answers)[number]): Promise<void> {
  const id = await shown()
  if (from === 'withdrawn') await addStep(db, id, { kind: 'withdrawn', at })
  else for (const step of waysTo[from]) await answer(id, step)
  if (mayBecome(from, to)) await answer(id, to)
  else await rejects(answer(id, to), /cannot become/, `${from} to ${to}`)
}

test('the database lets an idea become what the rule lets it become, and nothing else', async () => {
  for (const from of ideaStates) for (const to of answers) await tryStep(from, to)
})

const tries: [string, (id: string) => ReturnType<typeof sql>, RegExp][] = [
  [
    'shown without a decision',
    (id) => sql`update idea set standing = 'shown', shown_at = ${at} where id = ${id}`,
    /decision alone/,
  ],
  ['answered without a step', (id) => sql`update idea set state = 'done' where id = ${id}`, /steps alone/],
  [
    'answered earlier than it was',
    (id) => sql`update idea set answered_at = ${at} where id = ${id}`,
    /steps alone/,
  ],
  [
    'given more time',
    (id) => sql`update idea set answer_due_on = '2027-12-07' where id = ${id}`,
    /never changes/,
  ],
  [
    'joined by hand',
    (id) => sql`update idea set into_id = (select id from idea where id <> ${id} limit 1) where id = ${id}`,
    /steps alone/,
  ],
  [
    'counted as answered before it is',
    (id) => sql`update idea set answer_days = 1, answered_late = 0 where id = ${id}`,
    /counted_when_answered/,
  ],
  ['taken away', (id) => sql`delete from idea where id = ${id}`, /stays/],
]
for (const [what, statement, why] of tries)
  test(`an idea is not ${what}`, async () => {
    await anIdea()
    await rejects(statement(await anIdea()).execute(db), why)
  })

test('what nobody confirmed is decided about by nobody, and goes', async () => {
  const id = await anIdea(false)
  await rejects(decide(id, 'shown'), /cannot be decided/)
  await sql`delete from idea where id = ${id}`.execute(db)
})

test('decisions and steps are never changed or taken away', async () => {
  const id = await shown()
  await answer(id, 'considered')
  await rejects(
    sql`update idea_decision set reason = 'other' where idea_id = ${id}`.execute(db),
    /never changes/,
  )
  await rejects(sql`delete from idea_decision where idea_id = ${id}`.execute(db), /never changes/)
  await rejects(sql`update idea_step set at = ${at} where idea_id = ${id}`.execute(db), /never changes/)
  await rejects(sql`delete from idea_step where idea_id = ${id}`.execute(db), /never changes/)
})

test('an appeal is of the latest no, comes once, and is answered by the other party', async () => {
  const id = await anIdea()
  const no = await decide(id, 'refused')
  await addAppeal(db, no, 'Se igen', at)
  await rejects(addAppeal(db, no, 'Se igen', at))
  const looked = { outcome: 'changed', answer: { sv: 'Ja' }, at } as const
  await rejects(answerAppealWith(db, no, { ...looked, by: city }), /other party/)
  await rejects(decide(id, 'restored', city), /other party/)
  await answerAppealWith(db, no, { ...looked, by: civil })
  await rejects(answerAppealWith(db, no, { ...looked, by: civil }), /once/)
  await decide(id, 'restored', civil)
  equal((await ideaWithId(db, id))?.standing, 'shown')
  await rejects(addAppeal(db, no, 'Se igen', at))
})

test('ideas are joined with one that is shown and stands alone; nobody supports what is over', async () => {
  const [one, two, three] = [await shown(), await shown(), await shown()]
  await addStep(db, one, { kind: 'joined', at, by: city, into: two })
  await rejects(addStep(db, three, { kind: 'joined', at, by: city, into: one }), /stands on its own/)
  await rejects(addStep(db, two, { kind: 'joined', at, by: city, into: three }), /stands on its own/)
  await rejects(addStep(db, two, { kind: 'withdrawn', at }), /others joined/)
  await answer(three, 'declined')
  const voice = { language: 'sv', email: null, said_at: at, confirmed_at: at, left_at: null } as const
  const supporter = { ...voice, id: newId(), kind: 'supporter', told_at: null, forgotten_at: null } as const
  await rejects(addVoice(db, { ...supporter, idea_id: three, address_key: 'a'.repeat(64) }), /not over/)
  await addVoice(db, { ...supporter, idea_id: one, address_key: 'a'.repeat(64) })
  await rejects(addVoice(db, { ...supporter, id: newId(), idea_id: one, address_key: 'a'.repeat(64) }))
  const made = { kind: 'event', target: newId(), at, by: city.id } as const
  await rejects(addLedTo(db, { ...made, idea: await anIdea() }), /everybody can see/)
})

test('an answer says why, and whose it is', async () => {
  const id = await shown()
  await rejects(addStep(db, id, { kind: 'declined', at, by: city }))
  await rejects(addStep(db, id, { kind: 'declined', at, words: { sv: 'x' } }))
})
