import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { CourseTables } from './tables.ts'

export type CourseRow = Selectable<CourseTables['course']>

/** Every course, the latest call first. */
export const allCourses = (db: Reads): Promise<CourseRow[]> =>
  db.selectFrom('course').selectAll().orderBy('opens_at', 'desc').orderBy('id').execute()

export const publishedCourses = (db: Reads): Promise<CourseRow[]> =>
  db
    .selectFrom('course')
    .selectAll()
    .where('published_at', 'is not', null)
    .orderBy('opens_at', 'desc')
    .orderBy('id')
    .execute()

export const courseWithId = (db: Reads, id: string): Promise<CourseRow | undefined> =>
  db.selectFrom('course').selectAll().where('id', '=', id).executeTakeFirst()

/** The same with the name of its series, for those who follow it. */
export const courseToTell = (db: Reads, id: string) =>
  db
    .selectFrom('course')
    .innerJoin('series', 'series.id', 'course.series_id')
    .selectAll('course')
    .select(['series.key as series_key', 'series.name as series_name'])
    .where('course.id', '=', id)
    .executeTakeFirst()

/** The course at an address that everybody may know. */
export const courseWithSlug = (db: Reads, slug: string): Promise<CourseRow | undefined> =>
  db
    .selectFrom('course')
    .selectAll()
    .where('slug', '=', slug)
    .where('published_at', 'is not', null)
    .executeTakeFirst()

/** False when the address is taken, or the same form was sent a moment ago. */
export async function addCourse(tx: Writes, row: Insertable<CourseTables['course']>): Promise<boolean> {
  const insert = tx.insertInto('course').values(row)
  const added = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow()
  return added.numInsertedOrUpdatedRows === 1n
}

export const changeCourse = (tx: Writes, id: string, change: Updateable<CourseTables['course']>) =>
  tx.updateTable('course').set(change).where('id', '=', id).execute()

const sessions = (db: Reads) =>
  db
    .selectFrom('course_session')
    .innerJoin('event', 'event.id', 'course_session.event_id')
    .select(['course_session.course_id', 'event.id', 'event.slug', 'event.title'])
    .select(['event.starts_at', 'event.ends_at', 'event.place_name', 'event.published_at'])
    .where('event.cancelled_at', 'is', null)
    .orderBy('event.starts_at')
    .orderBy('event.id')

/** The sessions of a course in the order of time, wherever they were moved; those called off are none. */
export const sessionsOf = (db: Reads, courseId: string) =>
  sessions(db).where('course_session.course_id', '=', courseId).execute()

export type Session = Awaited<ReturnType<typeof sessionsOf>>[number]

/** The course that an event is a session of. */
export const courseOfSession = (db: Reads, eventId: string): Promise<CourseRow | undefined> =>
  db
    .selectFrom('course_session')
    .innerJoin('course', 'course.id', 'course_session.course_id')
    .selectAll('course')
    .where('course_session.event_id', '=', eventId)
    .executeTakeFirst()

/** Events of the series that are a session of this course or of none yet, the earliest first. */
export const possibleSessions = (db: Reads, course: Pick<CourseRow, 'id' | 'series_id'>, after: Instant) =>
  db
    .selectFrom('event')
    .leftJoin('course_session', 'course_session.event_id', 'event.id')
    .select(['event.id', 'event.title', 'event.starts_at', 'event.ends_at', 'course_session.course_id'])
    .where('event.series_id', '=', course.series_id)
    .where('event.cancelled_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('course_session.course_id', '=', course.id),
        eb.and([eb('course_session.course_id', 'is', null), eb('event.starts_at', '>', after)]),
      ]),
    )
    .orderBy('event.starts_at')
    .execute()

/** From now on the event is a session, and for the group alone: nobody else signs up for it. */
export async function addSession(tx: Writes, courseId: string, eventId: string): Promise<void> {
  await tx.insertInto('course_session').values({ course_id: courseId, event_id: eventId }).execute()
  const forTheGroup = { kind: 'invitation', capacities: '' } as const
  await tx
    .insertInto('event_audience')
    .values({ event_id: eventId, ...forTheGroup, unlisted: 0, people_max: 1 })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet(forTheGroup))
    .execute()
}

export const removeSession = (tx: Writes, courseId: string, eventId: string) =>
  tx.deleteFrom('course_session').where('course_id', '=', courseId).where('event_id', '=', eventId).execute()

/** The course that one can apply to now, if there is one. */
export const openCourse = (db: Reads, now: Instant): Promise<CourseRow | undefined> =>
  db
    .selectFrom('course')
    .selectAll()
    .where('published_at', 'is not', null)
    .where('opens_at', '<=', now)
    .where('closes_at', '>', now)
    .orderBy('closes_at')
    .orderBy('id')
    .executeTakeFirst()

/** Courses whose call is open and whose followers were not told. */
export const callsToTell = (db: Reads, now: Instant): Promise<CourseRow[]> =>
  db
    .selectFrom('course')
    .selectAll()
    .where('published_at', 'is not', null)
    .where('told_at', 'is', null)
    .where('opens_at', '<=', now)
    .where('closes_at', '>', now)
    .execute()
