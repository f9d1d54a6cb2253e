import { type Database, json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import type { ApplicationRow } from '#programme/co-creating-change/applications.sql.ts'
import type { CourseRow } from '#programme/co-creating-change/courses.sql.ts'
import type { ProgrammeTables } from '#programme/tables.ts'
import { anEvent } from './cast.ts'

/** A published course for four whose call is open a week from `now`; what is given stands instead. */
export async function aCourse(
  database: Database,
  now: string,
  given: Partial<CourseRow> = {},
): Promise<CourseRow> {
  const db = database.as<ProgrammeTables>()
  const known = db.selectFrom('series').select('id').where('key', '=', 'co-creating-change')
  const series = (await known.executeTakeFirst()) ?? (await seriesOf(database, now))
  const id = newId()
  const row = {
    ...{
      id,
      slug: `course-${id.slice(-6)}`,
      series_id: series.id,
      title: { sv: 'Omgången', en: 'The course' },
    },
    ...{ about: {}, opens_at: plus(now, { days: -7 }), closes_at: plus(now, { days: 7 }), places: 4 },
    ...{ places_taken: 0, organisation_max: 2, sessions_min: 1, answer_days: 7, seed: 'seed' },
    ...{ created_at: plus(now, { days: -8 }), changed_at: plus(now, { days: -8 }) },
    ...{ published_at: plus(now, { days: -8 }), told_at: null, decided_at: null, decided_by: null },
    ...given,
  }
  await db
    .insertInto('course')
    .values({ ...row, title: json(row.title), about: json(row.about) })
    .execute()
  return row
}

/** Where there is no starting content, the event's own series stands for it. */
async function seriesOf(database: Database, now: string): Promise<{ id: string }> {
  const eventId = await anEvent(database, plus(now, { days: 1 }))
  const db = database.as<ProgrammeTables>()
  const { series_id: id } = await db
    .selectFrom('event')
    .select('series_id')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  await db.updateTable('series').set({ key: 'co-creating-change' }).where('id', '=', id).execute()
  return { id }
}

/** Somebody whose application counts. */
export async function anApplication(
  database: Database,
  course: CourseRow,
  given: Partial<ApplicationRow> = {},
): Promise<string> {
  const id = newId()
  const at = plus(course.opens_at, { hours: 1 })
  const row: ApplicationRow = {
    ...{
      id,
      course_id: course.id,
      email: `${id}@example.org`,
      name: 'Någon Annan',
      motivation: 'För att lära.',
    },
    ...{ capacity: 'civil-society', organisation_id: null, organisation_name: null },
    ...{ size: 'small', part: 'north', language: 'sv', state: 'applied', applied_at: at, confirmed_at: at },
    ...{ offered_until: null, line: null, line_place: null, alumni_since: null, forgotten_at: null },
    ...given,
  }
  await database.as<ProgrammeTables>().insertInto('course_application').values(row).execute()
  return id
}

/** A session of a course: an event of its series. */
export async function aSession(database: Database, course: CourseRow, startsAt: string): Promise<string> {
  const event_id = await anEvent(database, startsAt, { series_id: course.series_id })
  const row = { course_id: course.id, event_id }
  await database.as<ProgrammeTables>().insertInto('course_session').values(row).execute()
  return event_id
}

/** Where everybody who applied stands, by name. */
export async function standingIn(database: Database, course: CourseRow): Promise<Record<string, string>> {
  const rows = await database
    .as<ProgrammeTables>()
    .selectFrom('course_application')
    .select(['name', 'state'])
    .where('course_id', '=', course.id)
    .orderBy('name')
    .execute()
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]))
}
