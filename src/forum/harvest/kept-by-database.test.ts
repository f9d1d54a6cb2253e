import { equal, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { freshDatabase } from '../../../test/bed.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { aCard, forumTables } from '../../../test/harvest-cast.ts'
import { handOverRecommendation } from '../hand-over-recommendation.ts'
import { approveNote, publishNote } from '../minutes/approve-note.ts'
import { sendNote } from '../minutes/send-note.ts'
import type { Db } from '../tables.ts'
import { writeRecommendation } from '../write-recommendation.ts'
import { joinCards } from './join-cards.ts'

const bed = await freshDatabase()
after(() => bed.close())
const db: Db = bed.db.as()
const amina = await aMember(bed.db, 'Amina', 'civil-society')
const bo = await aMember(bed.db, 'Bo', 'city')
const now = '2026-11-23T12:40:00.000Z'
const url = (language: string, path: string): string => `https://example.org/${language}${path}`
const letters = { now, url }

const run = (statement: string) => sql.raw(statement).execute(db)
const refused = (statement: string, why: RegExp) => rejects(run(statement), why, statement)
const broken = /constraint|check|foreign|unique/i

/** A forum with two cards, of which one is in a group. */
async function aHarvest() {
  const event = await anEvent(bed.db, '2026-11-23T11:00:00.000Z')
  const [tableId = ''] = await forumTables(bed.db, event, 1)
  const [card, loose] = [
    await aCard(bed.db, { eventId: event, tableId, words: 'Kort ett', at: now }),
    await aCard(bed.db, { eventId: event, tableId, words: 'Kort två', at: now }),
  ]
  const group = newId()
  const joining = { do: 'join' as const, id: group, card: [card], title: 'Titel' }
  equal(await joinCards({ db, by: bo, eventId: event, now }, joining, 'sv'), null)
  return { event, card, loose, group }
}

async function aRecommendation(event: string, isHandedOver = true): Promise<string> {
  const id = newId()
  const written = { id, text: { sv: 'Öppna.' }, receiverName: 'Nämnden' }
  equal(await writeRecommendation(db, bo, event, written, now), null)
  const on = { handedOverOn: '2026-11-23', answerDueOn: '2027-01-12', email: null, language: 'sv' } as const
  if (!isHandedOver) return id
  equal(await sendNote(db, bo, event, now, letters), null)
  for (const one of [amina, bo]) equal(await approveNote(db, one, event, now, now), null)
  equal(await publishNote(db, bo, event, now), null)
  equal(await handOverRecommendation(db, bo, id, on, letters), null)
  return id
}

const groupRow = (event: string, more: Record<string, string> = {}): string => {
  const row = { kind: 'insight', title: '{"sv":"X"}', position: '1', recommendation_id: '', ...more }
  const of = row.recommendation_id ? `'${row.recommendation_id}'` : 'null'
  return `insert into harvest_group (id, event_id, position, kind, title, recommendation_id, made_by, created_at, changed_at)
    values ('${newId()}', '${event}', ${row.position}, '${row.kind}', '${row.title}', ${of}, '${bo.id}', '${now}', '${now}')`
}
const cardRow = (card: string, group: string, words = 'X'): string =>
  `insert into harvest_card (card_id, group_id, words, added_at) values ('${card}', '${group}', '${words}', '${now}')`

test('a group is of a known kind, has a title and a place, and a recommendation of its own event alone', async () => {
  const [one, other] = [await aHarvest(), await aHarvest()]
  await refused(groupRow(one.event, { kind: 'joke' }), broken)
  await refused(groupRow(one.event, { title: '{}' }), broken)
  await refused(groupRow(one.event, { position: '0' }), broken)
  const foreign = await aRecommendation(other.event)
  await refused(groupRow(one.event, { recommendation_id: foreign }), /same event/)
  const set = (column: string, to: string) =>
    `update harvest_group set ${column} = '${to}' where id = '${one.group}'`
  await refused(set('recommendation_id', foreign), /same event/)
  await refused(set('event_id', other.event), /never changes|own event/)
})

test('a card is in one group at most, of its own event, with words', async () => {
  const [one, other] = [await aHarvest(), await aHarvest()]
  await run(groupRow(one.event, { position: '2' }))
  const groups = await db.selectFrom('harvest_group').select('id').where('event_id', '=', one.event).execute()
  const second = groups.find(({ id }) => id !== one.group)?.id ?? ''
  await refused(cardRow(one.card, second), broken)
  await refused(cardRow(one.card, one.group), broken)
  await refused(cardRow(other.loose, one.group), /own event/)
  await refused(cardRow(one.loose, one.group, ''), broken)
  await refused(cardRow(one.loose, one.group, 'x'.repeat(2001)), broken)
  const set = (column: string, to: string) =>
    `update harvest_card set ${column} = '${to}' where card_id = '${one.card}'`
  await refused(set('group_id', other.group), /own event|never changes/)
  await refused(set('card_id', one.loose), /never changes/)
  await run(set('group_id', second))
})

test('once the minutes are approved nothing is put in, taken out, moved, renamed or added', async () => {
  const { event, card, loose, group } = await aHarvest()
  equal(await sendNote(db, bo, event, now, letters), null)
  const week = plus(now, { days: 8 })
  for (const by of [bo, amina]) await approveNote(db, by, event, now, week)
  const note = await db.selectFrom('note').select('state').where('event_id', '=', event).executeTakeFirst()
  ok(note?.state === 'approved')
  await refused(groupRow(event), /never changes/)
  await refused(cardRow(loose, group), /before that is approved/)
  for (const set of [`kind = 'insight'`, `position = 9`, `title = '{"sv":"X"}'`])
    await refused(`update harvest_group set ${set} where id = '${group}'`, /never changes/)
  for (const set of [`words = 'X'`, `who_could = 'Y'`])
    await refused(`update harvest_card set ${set} where card_id = '${card}'`, /never changes/)
  await refused(`delete from harvest_card where card_id = '${card}'`, /never changes/)
  await refused(`delete from harvest_group where id = '${group}'`, /never changes/)
})

const linkRow = (of: string, ended = 'null, null', id = newId()): string =>
  `insert into answer_link (id, recommendation_id, token_hash, created_at, ended_at, ended_because)
    values ('${id}', '${of}', '${newId()}', '${now}', ${ended})`

interface AnswerRow {
  of: string
  link?: string
  by?: string
  as?: string
  on?: string
  kind?: string
  by_day?: string
}
const quoted = (value: string | undefined): string => (value === undefined ? 'null' : `'${value}'`)
const answerRow = ({ of, link, by, as, on = '2026-11-24', kind = 'accepted', by_day }: AnswerRow): string =>
  `insert into answer (id, recommendation_id, kind, words, next_by, answered_on, recorded_by, recorded_at, link_id, given_as)
    values ('${newId()}', '${of}', '${kind}', '{"sv":"Ja"}', ${quoted(by_day)}, '${on}', ${quoted(by)}, '${now}',
      ${quoted(link)}, ${quoted(as)})`

test('a link is for what was handed over, has a reason when it ends, and ends once', async () => {
  const { event } = await aHarvest()
  await refused(linkRow(await aRecommendation(event, false)), /not answered/)
  const of = await aRecommendation(event)
  await refused(linkRow(of, `'${plus(now, { days: 1 })}', null`), broken)
  await refused(linkRow(of, `'${plus(now, { days: -1 })}', 'replaced'`), broken)
  await refused(linkRow(of, `'${plus(now, { days: 1 })}', 'bored'`), broken)
  const id = newId()
  await run(linkRow(of, undefined, id))
  await refused(`update answer_link set token_hash = 'x' where id = '${id}'`, /ends once/)
  await run(`update answer_link set ended_at = '${now}', ended_because = 'replaced' where id = '${id}'`)
  await refused(`update answer_link set ended_because = 'answered' where id = '${id}'`, /ends once/)
  await refused(answerRow({ of, link: id, as: 'X' }), /open/)
})

test('an answer is by somebody or by a link, after the hand-over, promises nothing with a no, and stays', async () => {
  const { event } = await aHarvest()
  const of = await aRecommendation(event)
  const link = newId()
  await run(linkRow(of, undefined, link))
  await refused(answerRow({ of }), broken)
  await refused(answerRow({ of, link, as: 'X', by: bo.id }), broken)
  await refused(answerRow({ of, link }), broken)
  await refused(answerRow({ of, by: bo.id, as: 'X' }), broken)
  await refused(answerRow({ of, by: bo.id, on: '2026-11-22' }), /after the hand-over/)
  await refused(answerRow({ of, by: bo.id, kind: 'perhaps' }), broken)
  await refused(answerRow({ of, by: bo.id, kind: 'declined', by_day: '2027-01-01' }), broken)
  await refused(answerRow({ of, by: bo.id, by_day: '2026-11-23' }), broken)
  await run(answerRow({ of, link, as: 'X', by_day: '2027-01-01' }))
  await refused(answerRow({ of, by: bo.id }), broken)
  await refused(linkRow(of), /not answered/)
  for (const statement of [`update answer set kind = 'partly'`, 'delete from answer'])
    await refused(`${statement} where recommendation_id = '${of}'`, /never changes/)
})

test('a reminder of each kind goes once, and an outcome needs the question that it answers', async () => {
  const { event } = await aHarvest()
  const of = await aRecommendation(event)
  const reminder = (kind: string) =>
    `insert into answer_reminder (recommendation_id, kind, at) values ('${of}', '${kind}', '${now}')`
  await run(reminder('soon'))
  await refused(reminder('soon'), broken)
  await refused(reminder('often'), broken)
  await run(answerRow({ of, by: bo.id }))
  const { id } = await db
    .selectFrom('answer')
    .select('id')
    .where('recommendation_id', '=', of)
    .executeTakeFirstOrThrow()
  const outcome = `insert into answer_outcome (answer_id, words, told_at) values ('${id}', '{"sv":"Klart"}', '${now}')`
  await refused(outcome, broken)
  const asked = `insert into answer_step_link (token_hash, answer_id, created_at) values ('${newId()}', '${id}', '${now}')`
  await run(asked)
  await refused(asked, broken)
  await refused(outcome.replace('{"sv":"Klart"}', '{}'), broken)
  await run(outcome)
  await refused(outcome, broken)
})
