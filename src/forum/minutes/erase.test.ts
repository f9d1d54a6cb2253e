import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { aMember, anEvent } from '../../../test/cast.ts'
import { aPublishedNote } from '../../../test/forum-cast.ts'
import { firstNoon, freshWorld, type World } from '../../../test/world.ts'
import type { AllTables } from '../../tables.ts'
import { eraseFrom, refusalToErase } from './erase.rules.ts'

test('a name is taken out wherever it is a word of its own, also as its owner’s', () => {
  const cases = [
    ['Karin Ek sa att bussen är sen.', 'Karin Ek', '[…] sa att bussen är sen.', 1],
    ['KARIN  EK och karin eks vän.', 'Karin Ek', '[…] och […] vän.', 2],
    ['Karin Eklund svarade.', 'Karin Ek', 'Karin Eklund svarade.', 0],
    ['Ordet fick Åsa (ordf.).', 'Åsa (ordf.)', 'Ordet fick […].', 1],
    ['Karin’s idea.', 'Karin', '[…] idea.', 1],
  ] as const
  for (const [text, name, without, places] of cases)
    deepEqual(eraseFrom({ sv: text }, name), { texts: { sv: without }, places }, text)
  deepEqual(eraseFrom({ sv: 'Karin', en: 'By Karin' }, 'Karin').places, 2)
})

test('nothing is taken out of a draft, or where the name is not, or for a reason that says whom', () => {
  const facts = { isApproved: true, places: 1, reasonNames: 0 }
  equal(refusalToErase(facts), null)
  equal(refusalToErase({ ...facts, isApproved: false }), 'not-approved')
  equal(refusalToErase({ ...facts, places: 0 }), 'name-not-there')
  equal(refusalToErase({ ...facts, reasonNames: 1 }), 'name-in-reason')
})

let world: World
let event = ''
let note = ''
const db = () => world.database.as<AllTables>()
before(async () => {
  world = await freshWorld()
  event = await anEvent(world.database, plus(firstNoon, { days: -3 }))
  const by = (await aMember(world.database, 'Amina', 'civil-society')).id
  const said = { sv: 'Karin Ek sa att bussen är sen.', en: 'Karin Ek said the bus is late.' }
  note = await aPublishedNote(world.database, event, { by, at: plus(firstNoon, { days: -2 }), said })
  const addition = { id: newId(), note_id: note, added_by: by, at: firstNoon }
  await db()
    .insertInto('note_addition')
    .values({ ...addition, words: json({ sv: 'Karin Eks fråga är besvarad.' }) })
    .execute()
})
after(() => world.close())

test('a coordinator takes a name out of published minutes; that it happened is said, and whose it was is kept nowhere', async () => {
  const bo = await world.visitor((await aMember(world.database, 'Bo', 'city')).id)
  const page = await bo.open(`/sv/office/events/${event}/notes/erase`)
  const form = { name: 'Karin Ek', because: 'Karin Ek bad om det' }
  equal((await bo.press(page, 'Ta bort namnet', { ...form, name: 'K' })).status, 422)
  equal((await bo.press(page, 'Ta bort namnet', { ...form, name: 'Karim' })).status, 409)
  match((await bo.press(page, 'Ta bort namnet', form)).text, /skälet utan namnet/)
  const because = 'Personen bad om det'
  equal((await bo.press(page, 'Ta bort namnet', { ...form, because })).status, 200)

  const visitor = await world.visitor()
  const shown = await visitor.open(`/sv/events/${event}`)
  match(
    shown.text,
    /\[…\] sa att bussen är sen\.[^]*\[…\] fråga är besvarad\.[^]*Ett namn togs bort ur anteckningarna/,
  )
  const rows = await db().selectFrom('note_erasure').selectAll().where('note_id', '=', note).execute()
  deepEqual(
    rows.map((row) => row.because),
    [because],
  )
  const record = await db()
    .selectFrom('record')
    .select(['what', 'detail'])
    .where('about', '=', event)
    .execute()
  match(JSON.stringify(record), /note-erased-from/)
  for (const kept of [shown.html, JSON.stringify(rows), JSON.stringify(record)]) ok(!kept.includes('Karin'))
})

test('only coordinators take names out', async () => {
  const lotta = await aMember(world.database, 'Lotta')
  await db().insertInto('event_organiser').values({ event_id: event, person_id: lotta.id }).execute()
  const organiser = await world.visitor(lotta.id)
  equal((await organiser.open(`/sv/office/events/${event}/notes/erase`)).status, 404)
  equal((await organiser.send(`/sv/office/events/${event}/notes/erase`, {})).status, 404)
})

test('the database lets nothing else change in approved minutes, and keeps that something was taken out', async () => {
  const change = (row: { said: string; erased_at?: string }) =>
    db().updateTable('note').set(row).where('id', '=', note).execute()
  await rejects(change({ said: json({ sv: 'Annat.' }) }), /never change/)
  await rejects(
    change({ said: json({ sv: 'Annat.' }), erased_at: plus(firstNoon, { days: 9 }) }),
    /never change/,
  )
  const at = plus(firstNoon, { days: 1 })
  const { by_person } = await db().selectFrom('note_erasure').select('by_person').executeTakeFirstOrThrow()
  const erasure = { id: newId(), note_id: note, by_person, because: 'Bad om det', at }
  await db().insertInto('note_erasure').values(erasure).execute()
  const longer = json({ sv: 'x'.repeat(500) })
  await rejects(change({ said: longer, erased_at: at }), /never change/)
  const words = { words: longer, erased_at: at }
  await rejects(
    db().updateTable('note_addition').set(words).where('note_id', '=', note).execute(),
    /never changes/,
  )
  const taken = db().updateTable('note_erasure').set({ because: 'Annat' }).where('id', '=', erasure.id)
  await rejects(taken.execute(), /stays known/)
  await rejects(db().deleteFrom('note_erasure').where('id', '=', erasure.id).execute(), /stays known/)
})
