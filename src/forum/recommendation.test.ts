import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { freshDatabase } from '../../test/bed.ts'
import { aMember, anEvent, anOrganisation } from '../../test/cast.ts'
import { aPublishedNote } from '../../test/forum-cast.ts'
import { afterEvent } from './after-event.ts'
import { answersDue, notesMissing, waitingToBeHandedOver } from './desk.sql.ts'
import { handOverRecommendation } from './hand-over-recommendation.ts'
import { recommendationCounts } from './recommendation-counts.sql.ts'
import { publicRecommendation, recommendationsOf, recommendationWithId } from './recommendations.sql.ts'
import { recordAnswer } from './record-answer.ts'
import type { Db } from './tables.ts'
import {
  RecommendationForm,
  removeRecommendation,
  rewriteRecommendation,
  writeRecommendation,
} from './write-recommendation.ts'

const bed = await freshDatabase()
after(() => bed.close())
const db: Db = bed.db.as()
const amina = await aMember(bed.db, 'Amina', 'civil-society')
const bo = await aMember(bed.db, 'Bo', 'city')
const streets = await anOrganisation(bed.db, 'Gatukontoret')

const startsAt = '2026-11-20T11:00:00.000Z'
const now = '2026-11-23T11:40:00.000Z'
const url = (language: string, path: string): string => `https://example.org/${language}${path}`
const handOver = { handedOverOn: '2026-11-23', answerDueOn: '2027-01-12' }
const answer = { kind: 'partly', words: { sv: 'Vi prövar det i vår.' }, answeredOn: '2026-11-23' } as const

const form = (given: Partial<RecommendationForm> = {}): RecommendationForm => ({
  id: newId(),
  text: { sv: 'Låt bussen gå till midnatt.' },
  receiver: streets,
  receiverName: null,
  ...given,
})

async function aRecommendation(given: Partial<RecommendationForm> = {}) {
  const event = await anEvent(bed.db, startsAt)
  const written = form(given)
  equal(await writeRecommendation(db, amina, event, written, now), null)
  return { event, id: written.id }
}

/** One that stands in minutes that everybody can read. */
async function published() {
  const one = await aRecommendation()
  await aPublishedNote(bed.db, one.event, { by: amina.id, at: now })
  return one
}

test('numbers are given once in the whole installation, also to those who write at the same time', async () => {
  const events = await Promise.all(Array.from({ length: 6 }, () => anEvent(bed.db, startsAt)))
  await Promise.all(events.map((event) => writeRecommendation(db, amina, event, form(), now)))
  const rows = await db.selectFrom('recommendation').select('number').execute()
  equal(new Set(rows.map((row) => row.number)).size, rows.length)
  const last = await aRecommendation()
  const taken = await recommendationWithId(db, last.id)
  equal(await removeRecommendation(db, bo, last.id, now), null)
  const next = await recommendationWithId(db, (await aRecommendation()).id)
  ok((next?.number ?? 0) > (taken?.number ?? Infinity), 'a removed number is not given again')
})

test('a form that is sent twice is one recommendation', async () => {
  const event = await anEvent(bed.db, startsAt)
  const sent = form()
  await Promise.all([
    writeRecommendation(db, amina, event, sent, now),
    writeRecommendation(db, amina, event, sent, now),
  ])
  equal((await recommendationsOf(db, event)).length, 1)
})

test('nothing is recommended before the event begins', async () => {
  const event = await anEvent(bed.db, startsAt)
  equal(await writeRecommendation(db, amina, event, form(), '2026-11-20T10:00:00.000Z'), 'event-not-begun')
})

test('a typed name that stands in the directory is that organisation; another stays as it was typed', async () => {
  const known = await aRecommendation({ receiver: '', receiverName: 'gatukontoret' })
  equal((await recommendationWithId(db, known.id))?.receiver_organisation_id, streets)
  const typed = await aRecommendation({ receiver: '', receiverName: 'Byalaget på Holmen' })
  const row = await recommendationWithId(db, typed.id)
  deepEqual([row?.receiver_organisation_id, row?.receiver_name], [null, 'Byalaget på Holmen'])
})

test('there is one receiver: not none, and not two', () => {
  const sent = { id: newId(), text: { sv: 'Mer ljus' } }
  const mistakesOf = (fields: object) => {
    const read = RecommendationForm.safeParse({ ...sent, ...fields })
    return read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'))
  }
  deepEqual(mistakesOf({ receiver: '', receiverName: ' ' }), ['receiver'])
  deepEqual(mistakesOf({ receiver: streets, receiverName: 'Byalaget' }), ['receiver'])
  deepEqual(mistakesOf({ receiver: streets, receiverName: '' }), [])
  deepEqual(
    mistakesOf({ text: {}, receiver: '' }).toSorted(),
    ['receiver', 'text.sv'],
    'all that is wrong at once',
  )
})

test('until it is handed over a recommendation is the office’s; then everybody sees it and nobody changes it', async () => {
  const { event, id } = await aRecommendation()
  equal(await afterEvent(db, event, now), null)
  equal(await handOverRecommendation(db, amina, id, handOver, { now, url }), 'not-published')
  equal(
    await rewriteRecommendation(db, bo, id, form({ text: { sv: 'Låt bussen gå hela natten.' } }), now),
    null,
  )
  await aPublishedNote(bed.db, event, { by: amina.id, at: now })
  equal(await rewriteRecommendation(db, bo, id, form(), now), 'recommendation-approved')
  equal(await removeRecommendation(db, bo, id, now), 'recommendation-approved')
  equal(await writeRecommendation(db, bo, event, form(), now), 'recommendation-approved')
  equal(
    await handOverRecommendation(db, amina, id, { ...handOver, answerDueOn: '2026-11-23' }, { now, url }),
    'due-not-later',
  )
  equal(await handOverRecommendation(db, amina, id, handOver, { now, url }), null)

  const [shown] = (await afterEvent(db, event, now))?.recommendations ?? []
  equal(shown?.text.sv, 'Låt bussen gå hela natten.')
  equal(shown?.answer_due_on, '2027-01-12')
  equal(await rewriteRecommendation(db, bo, id, form(), now), 'handed-over')
  equal(await removeRecommendation(db, bo, id, now), 'handed-over')
  equal(await handOverRecommendation(db, bo, id, handOver, { now, url }), 'handed-over')
})

test('an answer is recorded once, by whoever is first', async () => {
  const { id } = await published()
  equal(await recordAnswer(db, amina, id, answer, now), 'not-handed-over')
  await handOverRecommendation(db, amina, id, handOver, { now, url })
  const answers = await Promise.all([
    recordAnswer(db, amina, id, answer, now),
    recordAnswer(db, bo, id, { ...answer, kind: 'accepted' }, now),
  ])
  deepEqual(
    answers.map(String).toSorted((a, b) => a.localeCompare(b)),
    ['already-answered', 'null'],
  )
  const number = (await recommendationWithId(db, id))?.number ?? 0
  equal((await publicRecommendation(db, number))?.answer_words?.sv, 'Vi prövar det i vår.')
})

test('the database says the same: what was handed over and what was answered never changes', async () => {
  const { id } = await published()
  const early = sql`insert into answer (id, recommendation_id, kind, words, answered_on, recorded_by, recorded_at)
    values (${newId()}, ${id}, 'accepted', '{}', '2026-11-23', ${bo.id}, ${now})`
  await rejects(early.execute(db), /an answer comes after the hand-over/)
  await handOverRecommendation(db, amina, id, handOver, { now, url })
  const kept = /a recommendation that was handed over never changes/
  await rejects(sql`update recommendation set text = '{"sv":"Nej"}' where id = ${id}`.execute(db), kept)
  await rejects(
    sql`update recommendation set answer_due_on = '2028-01-01' where id = ${id}`.execute(db),
    kept,
  )
  await rejects(sql`delete from recommendation where id = ${id}`.execute(db), kept)
  await recordAnswer(db, bo, id, answer, now)
  const answered = /an answer never changes/
  await rejects(
    sql`update answer set kind = 'accepted' where recommendation_id = ${id}`.execute(db),
    answered,
  )
  await rejects(sql`delete from answer where recommendation_id = ${id}`.execute(db), answered)
  const due = sql`update recommendation set handed_over_on = '2026-11-23', answer_due_on = '2026-11-23' where id = ${(await published()).id}`
  await rejects(due.execute(db), /due_after_hand_over/)
})

test('the database says the same: what was approved stays, nothing is added to it, and only that is handed over', async () => {
  const run = (statement: string) => sql.raw(statement).execute(db)
  const { id } = await aRecommendation()
  const hand = (one: string) =>
    run(
      `update recommendation set handed_over_on = '2026-11-23', answer_due_on = '2027-01-12' where id = '${one}'`,
    )
  await rejects(hand(id), /once everybody can read it/)
  const one = await published()
  const kept = /an approved recommendation never changes/
  await rejects(run(`update recommendation set text = '{"sv":"Nej"}' where id = '${one.id}'`), kept)
  await rejects(
    run(
      `update recommendation set receiver_name = 'X', receiver_organisation_id = null where id = '${one.id}'`,
    ),
    kept,
  )
  await rejects(
    run(`update recommendation set event_id = '${one.event}', number = 9999 where id = '${one.id}'`),
    kept,
  )
  await rejects(run(`delete from recommendation where id = '${one.id}'`), kept)
  await rejects(
    run(`insert into recommendation (id, event_id, number, text, receiver_name, written_by, created_at)
      values ('${newId()}', '${one.event}', 9998, '{"sv":"Mer"}', 'X', '${bo.id}', '${now}')`),
    kept,
  )
  await hand(one.id)
})

test('the desk hears of missing notes, of answers that are due, and of what was not handed over', async () => {
  const missing = { after: '2025-11-23T00:00:00.000Z', before: '2026-11-20T12:00:00.000Z', limit: 500 }
  const quiet = await anEvent(bed.db, startsAt)
  const cancelled = await anEvent(bed.db, startsAt, { cancelled_at: startsAt })
  const ids = (await notesMissing(db, { ...missing, party: undefined })).map((event) => event.id)
  deepEqual([ids.includes(quiet), ids.includes(cancelled)], [true, false])

  const { event, id } = await published()
  const waiting = await waitingToBeHandedOver(db, { before: now, limit: 500 })
  equal(waiting.find((one) => one.id === event)?.recommendations, 1)
  await handOverRecommendation(db, amina, id, { ...handOver, answerDueOn: '2026-12-01' }, { now, url })
  const dueBy = async (by: string) => (await answersDue(db, { by, limit: 500 })).map((one) => one.id)
  deepEqual(
    [(await dueBy('2026-11-30')).includes(id), (await dueBy('2026-12-01')).includes(id)],
    [false, true],
  )

  const before = await recommendationCounts(db, '2026-12-01')
  const after = await recommendationCounts(db, '2026-12-02')
  equal(after.late, before.late + 1)
  await recordAnswer(db, bo, id, answer, now)
  equal((await recommendationCounts(db, '2026-12-02')).answered, before.answered + 1)
  equal((await recommendationCounts(db, '2026-12-02')).answered_late, before.answered_late)
})

test('an answer that came after its day is counted as late also once it has come', async () => {
  const { id } = await published()
  await handOverRecommendation(db, amina, id, { ...handOver, answerDueOn: '2026-12-01' }, { now, url })
  const before = await recommendationCounts(db, '2026-12-24')
  const later = '2026-12-24T10:00:00.000Z'
  equal(await recordAnswer(db, bo, id, { ...answer, answeredOn: '2026-12-24' }, later), null)
  const after = await recommendationCounts(db, '2026-12-24')
  deepEqual([after.late, after.answered_late], [before.late - 1, before.answered_late + 1])
})
