import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { textIn } from '#platform/mail/index.ts'
import { plus } from '#platform/time.ts'
import { freshDatabase } from '../../../test/bed.ts'
import { aMember, anEvent, aSignUp } from '../../../test/cast.ts'
import { aPublishedNote } from '../../../test/forum-cast.ts'
import { afterEvent } from '../after-event.ts'
import { noteOf } from '../notes.sql.ts'
import type { Db } from '../tables.ts'
import { type NoteForm, writeNote } from '../write-note.ts'
import { removeRecommendation, rewriteRecommendation, writeRecommendation } from '../write-recommendation.ts'
import { addToNote } from './add-to-note.ts'
import { approveNote, publishNote } from './approve-note.ts'
import { answerCorrection, sendCorrection } from './correct-note.ts'
import { approvalsOf, correctionsOf } from './minutes.sql.ts'
import { sendNote } from './send-note.ts'

const bed = await freshDatabase()
after(() => bed.close())
const db: Db = bed.db.as()
const amina = await aMember(bed.db, 'Amina', 'civil-society')
const bo = await aMember(bed.db, 'Bo', 'city')

const startsAt = '2026-11-23T11:00:00.000Z'
const now = '2026-11-23T12:40:00.000Z'
const url = (language: string, path: string): string => `https://example.org/${language}${path}`
const form: NoteForm = { said: { sv: 'Bussen är viktig.' }, agreed: {}, seen: '' }
const weekLater = plus(now, { days: 7 })

async function happened(event: string) {
  const rows = await db.selectFrom('record').select('what').where('about', '=', event).orderBy('id').execute()
  return rows.map((row) => row.what)
}

/** An event whose draft has been sent to one person who was present; their link is in the mail. */
async function sentNote() {
  const event = await anEvent(bed.db, startsAt)
  const email = `${event}@example.org`
  await aSignUp(bed.db, event, { name: 'Karin', email, checked_in_at: startsAt })
  await aSignUp(bed.db, event, { name: 'Borta' })
  equal(await writeNote(db, amina, event, form, now), null)
  equal(await sendNote(db, amina, event, now, { now, url }), null)
  const mails = await db.selectFrom('mail').selectAll().where('to_address', '=', email).execute()
  equal(mails.length, 1)
  const token = /\/sv\/minutes\/(\w+)/.exec(mails[0] ? textIn(mails[0]) : '')?.[1] ?? ''
  ok(token)
  return { event, token, mail: mails[0] }
}

test('the draft goes to those who were checked in, and to nobody else; to everybody only when both parties approved', async () => {
  const { event, mail } = await sentNote()
  equal(mail?.confidential, 1, 'the link is theirs alone')
  equal((await noteOf(db, event))?.sent_to, 1)
  equal(await approveNote(db, bo, event, now, plus(weekLater, { minutes: -1 })), 'corrections-open')
  equal(await approveNote(db, bo, event, now, weekLater), null)
  equal(await publishNote(db, bo, event, weekLater), 'not-approved')
  equal(await approveNote(db, bo, event, now, weekLater), 'your-party-approved')
  equal(await approveNote(db, amina, event, now, weekLater), null)
  equal((await afterEvent(db, event, weekLater))?.note, undefined)
  equal(await publishNote(db, amina, event, weekLater), null)
  deepEqual((await afterEvent(db, event, weekLater))?.note?.said, { sv: 'Bussen är viktig.' })
  deepEqual(await happened(event), [
    ...['note-kept', 'note-sent', 'note-approved-by-one', 'note-approved', 'note-published'],
  ])
})

test('a correction is answered before anybody approves, and its sender is told why not', async () => {
  const { event, token } = await sentNote()
  equal(await sendCorrection(db, token, { words: 'Det var spårvagnen.' }, plus(now, { days: 1 })), null)
  equal(await sendCorrection(db, token, { words: 'Det var spårvagnen.' }, plus(now, { days: 1 })), null)
  equal(await sendCorrection(db, token, { words: 'För sent.' }, weekLater), 'corrections-closed')
  await rejects(sendCorrection(db, 'another', { words: 'Nej' }, now), NotFound)
  const note = await noteOf(db, event)
  const corrections = await correctionsOf(db, note?.id ?? '')
  deepEqual(
    corrections.map((one) => [one.name, one.words]),
    [['Karin', 'Det var spårvagnen.']],
  )
  equal(await approveNote(db, bo, event, now, weekLater), 'corrections-unanswered')
  const answering = { eventId: event, correctionId: corrections[0]?.id ?? '', now: weekLater }
  const no = { answer: 'not-taken-in', because: 'Bandet säger bussen.' } as const
  equal(await answerCorrection(db, bo, { ...answering, form: no }), null)
  equal(await answerCorrection(db, bo, { ...answering, form: no }), 'answered-already')
  equal(await approveNote(db, bo, event, now, weekLater), null)
})

test('other words have to be approved anew, and nobody approves words they have not seen', async () => {
  const { event } = await sentNote()
  const id = (await noteOf(db, event))?.id ?? ''
  equal(await approveNote(db, bo, event, now, weekLater), null)
  const later = plus(weekLater, { hours: 1 })
  equal(await writeNote(db, amina, event, { ...form, said: { sv: 'Tåget.' }, seen: now }, later), null)
  deepEqual(await approvalsOf(db, id), [])
  equal(await approveNote(db, bo, event, now, later), 'changed-meanwhile')
  equal(await approveNote(db, bo, event, later, later), null)
  equal(await approveNote(db, amina, event, later, later), null)
  equal(await writeNote(db, amina, event, { ...form, seen: later }, later), 'approved-already')
})

test('after a small lunch where nobody was checked in the minutes go on without being sent, and the record says so', async () => {
  const event = await anEvent(bed.db, startsAt)
  await aSignUp(bed.db, event, { checked_in_at: startsAt, email: null, walk_in: 1 })
  equal(await writeNote(db, amina, event, form, now), null)
  equal(await sendNote(db, amina, event, now, { now, url }), null)
  const note = await noteOf(db, event)
  deepEqual([note?.state, note?.sent_to, note?.not_sent_because], ['sent', 0, 'nobody-present'])
  for (const one of [amina, bo]) equal(await approveNote(db, one, event, now, now), null)
  equal(await publishNote(db, bo, event, now), null)
  ok((await happened(event)).includes('note-not-sent'))
})

test('what is recommended stands in the draft, and is approved anew when it or its receiver changes', async () => {
  const event = await anEvent(bed.db, startsAt)
  const email = `${event}@example.org`
  await aSignUp(bed.db, event, { name: 'Karin', email, checked_in_at: startsAt })
  const nothing = { ...form, said: {} }
  equal(await writeNote(db, amina, event, nothing, now), null)
  const one = { id: newId(), text: { sv: 'Låt bussen gå.' }, receiverName: 'Trafiknämnden' }
  equal(await writeRecommendation(db, bo, event, one, now), null)
  equal(await sendNote(db, amina, event, now, { now, url }), null)
  const [mail] = await db.selectFrom('mail').selectAll().where('to_address', '=', email).execute()
  match(mail ? textIn(mail) : '', /till Trafiknämnden: Låt bussen gå\./)

  const id = (await noteOf(db, event))?.id ?? ''
  const moments = [1, 2, 3].map((hours) => plus(weekLater, { hours }))
  let seen = now
  const changes = [
    (at: string) => rewriteRecommendation(db, bo, one.id, { ...one, receiverName: 'Regionen' }, at),
    (at: string) => writeRecommendation(db, bo, event, { ...one, id: newId() }, at),
    (at: string) => removeRecommendation(db, bo, one.id, at),
  ]
  for (const [index, change] of changes.entries()) {
    const at = moments[index] ?? ''
    equal(await approveNote(db, bo, event, seen, at), null)
    equal(await change(at), null)
    deepEqual(await approvalsOf(db, id), [])
    equal(await approveNote(db, amina, event, seen, at), 'changed-meanwhile')
    seen = at
  }
})

test('approved minutes are added to, with a date, and a form that is sent twice adds once', async () => {
  const event = await anEvent(bed.db, startsAt)
  await aPublishedNote(bed.db, event, { by: bo.id, at: now })
  const addition = { id: '0192aaaa-1111-4111-8111-111111111111', words: { sv: 'Det var i mars.' } }
  equal(await addToNote(db, bo, event, addition, weekLater), null)
  equal(await addToNote(db, bo, event, addition, weekLater), null)
  deepEqual(
    (await afterEvent(db, event, weekLater))?.additions.map((one) => [one.at, one.words]),
    [[weekLater, { sv: 'Det var i mars.' }]],
  )
  const draft = (await sentNote()).event
  equal(await addToNote(db, bo, draft, { ...addition, id: event }, now), 'not-approved')
})

test('nothing is written down before the event begins, nor for an event that does not exist', async () => {
  const event = await anEvent(bed.db, startsAt)
  equal(await writeNote(db, amina, event, form, '2026-11-23T10:59:00.000Z'), 'event-not-begun')
  equal(await noteOf(db, event), undefined)
  await rejects(writeNote(db, amina, 'nobody-knows', form, now), NotFound)
})

test('of two who write at the same time the second is told, and nothing is lost', async () => {
  const event = await anEvent(bed.db, startsAt)
  const answers = await Promise.all([
    writeNote(db, amina, event, { ...form, said: { sv: 'Aminas ord' } }, now),
    writeNote(db, bo, event, { ...form, said: { sv: 'Bos ord' } }, now),
  ])
  deepEqual(answers.map(String).toSorted(), ['changed-meanwhile', 'null'])
  equal((await noteOf(db, event))?.said.sv, answers[0] === null ? 'Aminas ord' : 'Bos ord')
})

test('the database itself keeps the order of the states, the approvals and what was approved', async () => {
  const { event, token } = await sentNote()
  const id = (await noteOf(db, event))?.id ?? ''
  const run = (statement: string) => sql.raw(statement).execute(db)
  const set = (what: string) => run(`update note set ${what} where id = '${id}'`)
  const dates = `approved_at = '${weekLater}', published_at = '${weekLater}'`
  await rejects(set(`state = 'published', ${dates}`), /from draft to sent/)
  await rejects(set(`state = 'approved', approved_at = '${weekLater}'`), /approved by every party/)
  await rejects(set(`approved_at = '${weekLater}'`), /constraint/i)
  await sendCorrection(db, token, { words: 'Fel.' }, now)
  const early = `insert into note_approval (id, note_id, party_id, by_person, at)
    values ('early', '${id}', '${bo.party?.id}', '${bo.id}', '${now}')`
  await rejects(run(early), /once the corrections have come in/)
  await aPublishedNote(bed.db, await anEvent(bed.db, startsAt), { by: bo.id, at: now })
  const published = `where state = 'published' and not_sent_because = 'written-before'`
  await rejects(run(`update note set said = '{"sv":"Annat"}' ${published}`), /never change/)
  await rejects(run(`delete from note ${published}`), /never change/)
})
