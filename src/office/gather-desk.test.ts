import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { handOverRecommendation, writeNote, writeRecommendation } from '#forum/index.ts'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { freshDatabase } from '../../test/bed.ts'
import { aMember, anEvent, aSignUp } from '../../test/cast.ts'
import { aPublishedNote } from '../../test/forum-cast.ts'
import { gatherDesk } from './gather-desk.ts'
import type { Db } from './tables.ts'

const now = '2026-11-23T11:00:00.000Z'
const title = (sv: string) => ({ title: json({ sv }) })

async function anOffice() {
  const bed = await freshDatabase()
  after(() => bed.close())
  const db: Db = bed.db.as()
  const bo = await aMember(bed.db, 'Bo', 'city')
  const desk = async (given: { hasMailServer?: boolean; isSample?: boolean } = {}) => {
    const asked = { db, t: wordsFor('sv'), now, hasMailServer: true, isSample: false, ...given }
    return (await gatherDesk(asked)).map(({ urgency, text, path }) => `${urgency}: ${text} → ${path}`)
  }
  return { bed, db, bo, desk }
}

test('when everything is as it should be nothing needs the office', async () => {
  const { bed, desk } = await anOffice()
  await anEvent(bed.db, plus(now, { days: 30 }))
  deepEqual(await desk(), [])
})

test('events that fill up, that few sign up to, and that nobody can see are on the desk', async () => {
  const { bed, desk } = await anOffice()
  const filling = await anEvent(bed.db, '2027-01-20T11:00:00.000Z', { ...title('Nästan full'), capacity: 5 })
  const waiting = await anEvent(bed.db, '2027-01-10T11:00:00.000Z', { ...title('Full'), capacity: 1 })
  const few = await anEvent(bed.db, '2026-12-03T11:00:00.000Z', title('Få'))
  const draft = await anEvent(bed.db, '2026-12-20T11:00:00.000Z', { ...title('Utkast'), published_at: null })
  await anEvent(bed.db, '2026-12-01T11:00:00.000Z', { ...title('Inställd'), cancelled_at: now })
  for (let person = 0; person < 4; person += 1) await aSignUp(bed.db, filling)
  await aSignUp(bed.db, waiting)
  await aSignUp(bed.db, waiting, { state: 'waiting' })
  deepEqual(await desk(), [
    `soon: Bara 0 av 20 platser är tagna till ”Få” 3 dec. 2026. Berätta för fler. → /office/events/${few}`,
    `soon: Utkastet ”Utkast” 20 dec. 2026 är inte publicerat. → /office/events/${draft}`,
    `soon: 1 person väntar på plats till ”Full” 10 jan. 2027. → /office/events/${waiting}`,
    `later: ”Nästan full” 20 jan. 2027 har 1 plats kvar. → /office/events/${filling}`,
  ])
})

test('missing notes, what was not handed over, and answers that are due or late are on the desk', async () => {
  const { bed, bo, desk } = await anOffice()
  const long = await anEvent(bed.db, plus(now, { days: -20 }), title('För länge sedan'))
  const drafted = await anEvent(bed.db, plus(now, { days: -5 }), title('Med utkast'))
  const done = await anEvent(bed.db, plus(now, { days: -15 }), title('Klar'))
  await anEvent(bed.db, plus(now, { days: -2 }), title('I förrgår'))
  const forum = bed.db.as<never>() as unknown as Parameters<typeof writeNote>[0]
  const note = { said: { sv: 'Ord' }, agreed: {}, seen: '' }
  await writeNote(forum, bo, drafted, note, now)
  const written = async (): Promise<string> => {
    const id = newId()
    const form = { id, text: { sv: 'Gör det' }, receiver: '', receiverName: 'Byalaget' }
    await writeRecommendation(forum, bo, done, form, plus(now, { days: -14 }))
    return id
  }
  const [late, soon, later] = [await written(), await written(), await written(), await written()]
  await aPublishedNote(bed.db, done, { by: bo.id, at: plus(now, { days: -13 }) })
  for (const [id, answerDueOn] of [
    [late, '2026-11-20'],
    [soon, '2026-12-01'],
    [later, '2027-02-01'],
  ] as const) {
    const dates = { handedOverOn: '2026-11-10', answerDueOn }
    equal(await handOverRecommendation(forum, bo, id, dates, { now, url: (_language, path) => path }), null)
  }
  deepEqual(await desk(), [
    `now: Skriv vad som sades på ”För länge sedan” 3 nov. 2026. → /office/events/${long}/notes`,
    `now: Byalaget har inte svarat på rekommendation 1, 3 dagar försenat. → /office/events/${done}/recommendations/${late}/answer`,
    `soon: Lämna över 1 rekommendation från ”Klar”. → /office/events/${done}/notes`,
    `soon: Skicka anteckningarna från ”Med utkast” den 18 nov. 2026 till dem som var med. → /office/events/${drafted}/notes`,
    `soon: Byalaget ska svara på rekommendation 2 senast 1 dec. 2026. → /office/events/${done}/recommendations/${soon}/answer`,
  ])
})

test('mails that failed, wait or were kept, and work that was given up, are on the desk', async () => {
  const { bed, db, desk } = await anOffice()
  // An event like any other, since an office without one is told to plan it.
  await anEvent(bed.db, plus(now, { days: 90 }), { seats_taken: 0 })
  await mail(db, 'kept', now)
  deepEqual(await desk({ hasMailServer: false, isSample: true }), [])
  equal((await desk({ hasMailServer: false })).length, 1)
  await mail(db, 'failed', plus(now, { days: -15 }))
  deepEqual(await desk(), [], 'an address that failed two weeks ago is known')
  await mail(db, 'failed', plus(now, { days: -1 }))
  await mail(db, 'waiting', plus(now, { hours: -1 }))
  const job = { id: newId(), kind: 'remind', payload: '{}', run_at: now, once_key: null, claimed_until: null }
  const failed = { ...job, done_at: null, failed_at: plus(now, { hours: -2 }), last_error: 'disk full' }
  await db.insertInto('job').values(failed).execute()
  deepEqual(await desk(), [
    'now: 1 mejl kom inte fram. → /office/mails?state=failed',
    'now: En sak som plattformen skulle göra själv gick inte. → /office/jobs',
    'soon: Mejl har väntat på att skickas sedan måndag 23 november 2026, kl.\u00a011.00. → /office/mails?state=waiting',
  ])
})

test('the desk is the same in every language', async () => {
  const { bed, db } = await anOffice()
  await anEvent(bed.db, plus(now, { days: -20 }))
  await anEvent(bed.db, plus(now, { days: 2 }))
  for (const language of ['en', 'es'] as const) {
    const asked = { db, t: wordsFor(language), now, hasMailServer: true, isSample: false }
    const items = await gatherDesk(asked)
    equal(items.length, 2)
    ok(items.every((item) => !item.text.includes('{')))
  }
})

async function mail(db: Db, state: 'failed' | 'waiting' | 'kept', created_at: string): Promise<void> {
  const text = { subject: 'Hej', text_body: 'Hej', html_body: '<p>Hej</p>', to_address: 'a@example.org' }
  const empty = { calendar: null, calendar_method: null, unsubscribe_url: null, about: null, once_key: null }
  const row = {
    id: newId(),
    created_at,
    state,
    language: 'sv',
    next_attempt_at: created_at,
    ...text,
    ...empty,
  } as const
  await db
    .insertInto('mail')
    .values({ ...row, claimed_until: null, sent_at: null, last_error: null })
    .execute()
}
