import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { NotFound } from '#platform/errors.ts'
import { plus } from '#platform/time.ts'
import { freshDatabase } from '../../test/bed.ts'
import { aMember, anEvent } from '../../test/cast.ts'
import { afterEvent } from './after-event.ts'
import { noteOf } from './notes.sql.ts'
import type { Db } from './tables.ts'
import { NoteForm, writeNote } from './write-note.ts'

const bed = await freshDatabase()
after(() => bed.close())
const db: Db = bed.db.as()
const amina = await aMember(bed.db, 'Amina', 'civil-society')
const bo = await aMember(bed.db, 'Bo', 'city')

const startsAt = '2026-11-23T11:00:00.000Z'
const now = '2026-11-23T11:40:00.000Z'
const form: NoteForm = { said: { sv: 'Bussen är viktig.' }, agreed: {}, seen: '', for: 'office' }

test('a draft is for the office alone, and a published note for everybody', async () => {
  const event = await anEvent(bed.db, startsAt)
  equal(await writeNote(db, amina, event, form, now), null)
  equal(await afterEvent(db, event), null)

  const later = plus(now, { minutes: 5 })
  equal(
    await writeNote(
      db,
      bo,
      event,
      { ...form, agreed: { es: 'Vernos otra vez.' }, seen: now, for: 'everybody' },
      later,
    ),
    null,
  )
  const shown = await afterEvent(db, event)
  deepEqual(shown?.note?.said, { sv: 'Bussen är viktig.' })
  deepEqual(shown?.note?.agreed, { es: 'Vernos otra vez.' })
  equal(shown?.note?.published_at, later)

  equal(
    await writeNote(db, bo, event, { ...form, seen: later, for: 'office' }, plus(later, { minutes: 1 })),
    null,
  )
  equal(await afterEvent(db, event), null, 'hidden again')
  const happened = await db
    .selectFrom('record')
    .select(['what', 'by_person'])
    .where('about', '=', event)
    .orderBy('id')
    .execute()
  deepEqual(happened, [
    { what: 'note-kept', by_person: amina.id },
    { what: 'note-published', by_person: bo.id },
    { what: 'note-hidden', by_person: bo.id },
  ])
})

test('nothing is written down before the event begins', async () => {
  const event = await anEvent(bed.db, startsAt)
  equal(await writeNote(db, amina, event, form, '2026-11-23T10:59:00.000Z'), 'event-not-begun')
  equal(await noteOf(db, event), undefined)
})

test('of two who write at the same time the second is told, and nothing is lost', async () => {
  const event = await anEvent(bed.db, startsAt)
  const answers = await Promise.all([
    writeNote(db, amina, event, { ...form, said: { sv: 'Aminas ord' } }, now),
    writeNote(db, bo, event, { ...form, said: { sv: 'Bos ord' } }, now),
  ])
  deepEqual(
    answers.map(String).toSorted((a, b) => a.localeCompare(b)),
    ['changed-meanwhile', 'null'],
  )
  const note = await noteOf(db, event)
  equal(note?.said.sv, answers[0] === null ? 'Aminas ord' : 'Bos ord')
})

test('an event that does not exist has no notes', async () => {
  await rejects(writeNote(db, amina, 'nobody-knows', form, now), NotFound)
})

test('to publish there must be something to read; a draft may be empty', () => {
  const empty = { said: {}, agreed: {}, seen: '' }
  const refused = NoteForm.safeParse({ ...empty, for: 'everybody' })
  ok(!refused.success)
  deepEqual(
    refused.error.issues.map((issue) => [issue.path.join('.'), issue.message]),
    [['said.sv', 'forum.note.missing']],
  )
  ok(NoteForm.safeParse({ ...empty, for: 'office' }).success)
})
