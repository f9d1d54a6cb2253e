import { equal, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aMember } from '../../../test/cast.ts'
import { aCourse, anApplication, aSession } from '../../../test/course-cast.ts'
import type { Db } from '../tables.ts'
import type { CourseRow } from './courses.sql.ts'

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
let db: Db
let by: string
before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  by = (await aMember(bed.db, 'Bo', 'city')).id
})
after(() => bed.close())

const change = (id: string, values: object) =>
  db.updateTable('course_application').set(values).where('id', '=', id).execute()
const choose = (course: CourseRow, id: string, kind: 'place' | 'substitute' | 'no', position: number) =>
  db
    .insertInto('course_choice')
    .values({ application_id: id, course_id: course.id, kind, position, because: json({ kind: 'hand' }) })
    .execute()
const pick = (course: CourseRow, id: string) =>
  db
    .insertInto('course_pick')
    .values({
      ...{
        id: newId(),
        course_id: course.id,
        application_id: id,
        kind: 'in',
        reason: 'För att',
        by_person: by,
      },
      at: now,
    })
    .execute()
const decide = (course: CourseRow) =>
  db
    .updateTable('course')
    .set({ decided_at: plus(course.closes_at, { hours: 1 }), decided_by: by })
    .where('id', '=', course.id)
    .execute()

test('one application per address and course, in time, and beginning as one', async () => {
  const course = await aCourse(bed.db, now)
  await anApplication(bed.db, course, { email: 'a@example.org' })
  await rejects(anApplication(bed.db, course, { email: 'a@example.org' }), /unique|constraint/i)
  await rejects(anApplication(bed.db, course, { applied_at: course.closes_at }), /while the call is open/)
  await rejects(
    anApplication(bed.db, course, { applied_at: plus(course.opens_at, { seconds: -1 }) }),
    /while the call is open/,
  )
  await rejects(anApplication(bed.db, course, { state: 'accepted' }), /begins as one/)
  const draft = await aCourse(bed.db, now, { published_at: null })
  await rejects(anApplication(bed.db, draft), /while the call is open/)
  const late = await anApplication(bed.db, course, { state: 'unconfirmed' })
  await change(late, { state: 'withdrawn' })
  await rejects(change(late, { state: 'applied', applied_at: course.closes_at }), /while the call is open/)
})

test('no place is given but by the decided selection, and never one too many', async () => {
  const course = await aCourse(bed.db, now, { places: 2 })
  const ids = [] as string[]
  for (const _ of [1, 2, 3, 4]) ids.push(await anApplication(bed.db, course))
  const [one = '', two = '', three = '', four = ''] = ids
  const offer = { state: 'offered', offered_until: now }
  await choose(course, one, 'place', 1)
  await choose(course, two, 'substitute', 2)
  await choose(course, three, 'substitute', 3)
  await choose(course, four, 'no', 4)
  await rejects(change(one, offer), /decided selection alone/, 'not before it is decided')
  await pick(course, one)
  await decide(course)
  await change(one, offer)
  await change(two, offer)
  await rejects(change(three, offer), /places_taken|constraint|check/i)
  await rejects(change(four, offer), /decided selection alone/)
  await rejects(change(three, { state: 'accepted' }), /decided selection alone/)
  await change(two, { state: 'declined', offered_until: null })
  await change(three, offer)
  await change(three, { state: 'accepted', offered_until: null })
  const { places_taken } = await db
    .selectFrom('course')
    .select('places_taken')
    .where('id', '=', course.id)
    .executeTakeFirstOrThrow()
  equal(places_taken, 2)
  await rejects(db.updateTable('course').set({ places: 1 }).where('id', '=', course.id).execute())
})

test('a decided selection is not silently changed', async () => {
  const course = await aCourse(bed.db, now)
  const [one, two] = [await anApplication(bed.db, course), await anApplication(bed.db, course)]
  await choose(course, one, 'place', 1)
  await decide(course)
  const stands = /stands|never drawn again/
  await rejects(choose(course, two, 'place', 2), stands)
  await rejects(pick(course, two), stands)
  const choice = db.updateTable('course_choice').where('application_id', '=', one)
  await rejects(choice.set({ kind: 'no' }).execute(), stands)
  await rejects(db.deleteFrom('course_choice').where('application_id', '=', one).execute(), stands)
  const row = db.updateTable('course').where('id', '=', course.id)
  await rejects(row.set({ decided_at: null, decided_by: null }).execute(), stands)
  await rejects(row.set({ seed: 'another' }).execute(), stands)
})

test('what was changed by hand keeps its who, what and when; the reason alone may be wiped', async () => {
  const course = await aCourse(bed.db, now)
  const one = await anApplication(bed.db, course)
  await rejects(
    db
      .insertInto('course_pick')
      .values({
        id: newId(),
        course_id: course.id,
        application_id: one,
        kind: 'in',
        reason: ' ',
        by_person: by,
        at: now,
      })
      .execute(),
    /constraint|check/i,
  )
  await pick(course, one)
  const row = db.updateTable('course_pick').where('application_id', '=', one)
  await rejects(row.set({ kind: 'out' }).execute(), /stands/)
  await rejects(row.set({ reason: 'Något annat' }).execute(), /stands/)
  await rejects(db.deleteFrom('course_pick').where('application_id', '=', one).execute(), /stands/)
  await row.set({ reason: '–' }).execute()
})

test('who is forgotten is forgotten wholly, and only those who took the course are on its list', async () => {
  const course = await aCourse(bed.db, now)
  const one = await anApplication(bed.db, course)
  await rejects(change(one, { forgotten_at: now }), /constraint|check/i)
  await rejects(change(one, { alumni_since: now }), /constraint|check|attended/i)
  const nobody = { email: null, name: '–', motivation: null, organisation_name: null, forgotten_at: now }
  await change(one, nobody)
  ok(true)
})

test('on the list stands only who came to as many sessions as were asked for, once the last is over', async () => {
  const course = await aCourse(bed.db, now, { sessions_min: 2 })
  const one = await anApplication(bed.db, course)
  const dates = [10, 11, 12].map((days) => plus(now, { days }))
  const sessions = [] as string[]
  for (const date of dates) sessions.push(await aSession(bed.db, course, date))
  const [first = '', second = '', third = ''] = sessions
  const comes = (event_id: string) =>
    db
      .insertInto('course_attendance')
      .values({ event_id, application_id: one, course_id: course.id, by_person: by, at: now })
      .execute()
  await choose(course, one, 'place', 1)
  await decide(course)
  await change(one, { state: 'offered', offered_until: now })
  await change(one, { state: 'accepted', offered_until: null })
  const list = (days: number) => change(one, { alumni_since: plus(now, { days }) })
  await rejects(list(20), /only who attended/, 'no session attended')
  await comes(first)
  await rejects(list(20), /only who attended/, 'one of two')
  await comes(second)
  await rejects(list(11), /only who attended/, 'the third is to come')
  await db.updateTable('event').set({ cancelled_at: now }).where('id', '=', second).execute()
  await rejects(list(20), /only who attended/, 'what was called off counts for nothing')
  await comes(third)
  await list(20)
  await change(one, { alumni_since: null })
})
