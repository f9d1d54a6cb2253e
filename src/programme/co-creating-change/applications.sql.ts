import type { Insertable, Selectable, Updateable } from 'kysely'
import { insertRows, type NewRow } from '#platform/db.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { CourseTables } from './tables.ts'

export type ApplicationRow = Selectable<CourseTables['course_application']>

/** Everybody who applied, in no order that means anything to the choice. */
export const applicationsOf = (db: Reads, courseId: string): Promise<ApplicationRow[]> =>
  db
    .selectFrom('course_application')
    .selectAll()
    .where('course_id', '=', courseId)
    .orderBy('name')
    .orderBy('id')
    .execute()

export const applicationWithId = (db: Reads, id: string): Promise<ApplicationRow | undefined> =>
  db.selectFrom('course_application').selectAll().where('id', '=', id).executeTakeFirst()

export const applicationOfAddress = (
  db: Reads,
  courseId: string,
  email: string,
): Promise<ApplicationRow | undefined> =>
  db
    .selectFrom('course_application')
    .selectAll()
    .where('course_id', '=', courseId)
    .where('email', '=', email)
    .executeTakeFirst()

export const applicationOfLink = (db: Reads, tokenHash: string): Promise<ApplicationRow | undefined> =>
  db
    .selectFrom('course_link')
    .innerJoin('course_application', 'course_application.id', 'course_link.application_id')
    .selectAll('course_application')
    .where('course_link.token_hash', '=', tokenHash)
    .executeTakeFirst()

export const addApplication = (tx: Writes, row: Insertable<CourseTables['course_application']>) =>
  tx.insertInto('course_application').values(row).execute()

export const changeApplicationRow = (
  tx: Writes,
  id: string,
  change: Updateable<CourseTables['course_application']>,
) => tx.updateTable('course_application').set(change).where('id', '=', id).execute()

export const addCourseLinks = (tx: Writes, rows: readonly NewRow<CourseTables['course_link']>[]) =>
  insertRows<CourseTables['course_link']>(tx, 'course_link', rows)

/** The organization as the directory names it, when it was found there. */
export const organisationNames = async (db: Reads, rows: readonly ApplicationRow[]) => {
  const ids = [...new Set(rows.flatMap((row) => row.organisation_id ?? []))]
  if (ids.length === 0) return new Map<string, never>()
  const known = await db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(known.map(({ id, name }) => [id, name]))
}

/** Courses with offers whose time is up. */
export const coursesWithOffersOver = async (db: Reads, now: Instant): Promise<string[]> =>
  (
    await db
      .selectFrom('course_application')
      .select('course_id')
      .distinct()
      .where('offered_until', '<=', now)
      .execute()
  ).map(({ course_id }) => course_id)

/** Offers whose time is up, and whether the mail about them still waits for the mail server. */
export const offersOver = (db: Reads, courseId: string, now: Instant) =>
  db
    .selectFrom('course_application')
    .selectAll()
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('mail')
            .select('mail.id')
            .where('mail.state', 'in', ['waiting', 'sending'])
            .where((one) => one('mail.about', '=', one.ref('course_application.id'))),
        )
        .as('mail_waits'),
    )
    .where('course_id', '=', courseId)
    .where('offered_until', '<=', now)
    .orderBy('id')
    .execute()

/** Offers that run out before a moment and nobody has answered, with how long there was. */
export const offersEnding = (db: Reads, now: Instant, before: Instant) =>
  db
    .selectFrom('course_application')
    .innerJoin('course', 'course.id', 'course_application.course_id')
    .selectAll('course_application')
    .select('course.answer_days')
    .where('offered_until', '>', now)
    .where('offered_until', '<=', before)
    .orderBy('course_application.id')
    .execute()
