import type { Selectable } from 'kysely'
import { insertRows, type NewRow } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { CourseTables } from './tables.ts'

export type AttendanceRow = Selectable<CourseTables['course_attendance']>

export const attendanceOf = (db: Reads, courseId: string): Promise<AttendanceRow[]> =>
  db.selectFrom('course_attendance').selectAll().where('course_id', '=', courseId).execute()

/** To how many sessions somebody came that were not called off. */
export const attendedBy = async (db: Reads, applicationId: string): Promise<number> =>
  (
    await db
      .selectFrom('course_attendance')
      .innerJoin('event', 'event.id', 'course_attendance.event_id')
      .select('event.id')
      .where('application_id', '=', applicationId)
      .where('event.cancelled_at', 'is', null)
      .execute()
  ).length

/** The addresses of those who were let in at the door of a session. */
export const letInAt = async (db: Reads, eventId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('sign_up')
      .select('email')
      .where('event_id', '=', eventId)
      .where('checked_in_at', 'is not', null)
      .execute()
  ).flatMap(({ email }) => email ?? [])

/** What is marked of one session from now on. */
export async function replaceAttendance(
  tx: Writes,
  eventId: string,
  rows: readonly NewRow<CourseTables['course_attendance']>[],
): Promise<void> {
  await tx.deleteFrom('course_attendance').where('event_id', '=', eventId).execute()
  await insertRows<CourseTables['course_attendance']>(tx, 'course_attendance', rows)
}

/** False when there is one already. */
export async function addCertificate(
  tx: Writes,
  row: { number: string; application_id: string; made_at: Instant },
): Promise<boolean> {
  const insert = tx.insertInto('course_certificate').values(row)
  const added = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow()
  return added.numInsertedOrUpdatedRows === 1n
}

export const certificateOf = (db: Reads, applicationId: string) =>
  db
    .selectFrom('course_certificate')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst()

/** The certificate with a number, and whose it is as long as that is kept. */
export const certificateWithNumber = (db: Reads, number: string) =>
  db
    .selectFrom('course_certificate')
    .innerJoin('course_application', 'course_application.id', 'course_certificate.application_id')
    .select(['course_certificate.number', 'course_certificate.made_at', 'course_application.id'])
    .select(['course_application.name', 'course_application.course_id', 'course_application.forgotten_at'])
    .where('course_certificate.number', '=', number)
    .executeTakeFirst()

/** The names of those who took a course and want to be found. */
export const alumniOf = async (db: Reads, courseId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('course_application')
      .select('name')
      .where('course_id', '=', courseId)
      .where('alumni_since', 'is not', null)
      .orderBy('name')
      .orderBy('id')
      .execute()
  ).map(({ name }) => name)
