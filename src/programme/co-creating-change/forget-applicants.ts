import { decide } from '#platform/db.ts'
import { forgetReceivers } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { noName } from '../questions/keep.rules.ts'
import type { Db, Writes } from '../tables.ts'
import { applicationsOf, type ApplicationRow, changeApplicationRow } from './applications.sql.ts'
import { applicationsWipedOn, participantsWipedOn } from './course.rules.ts'
import { allCourses, type CourseRow, sessionsOf } from './courses.sql.ts'

/**
 * Forgets who applied, on the date that the form showed, and who took part, on the date that their page shows. Whoever
 * is on the list of those who took the course stays until they leave it. Numbers by side, size and part stay.
 */
export async function forgetApplicants(db: Db, now: Instant): Promise<number> {
  let forgotten = 0
  for (const course of await allCourses(db)) {
    if (applicationsWipedOn(course) > localDate(now)) continue
    forgotten += await decide(db, 'course', course.id, (tx) => forgetOf(tx, course, now))
  }
  return forgotten
}

async function forgetOf(tx: Writes, course: CourseRow, now: Instant): Promise<number> {
  const today = localDate(now)
  const participantsOn = participantsWipedOn(course, await sessionsOf(tx, course.id))
  const applications = (await applicationsOf(tx, course.id)).filter((one) => one.forgotten_at === null)
  const due = applications.filter((one) => isDue(one, participantsOn, today))
  const written = applications.filter((one) => !due.includes(one) && one.motivation !== null)
  for (const { id } of written) await changeApplicationRow(tx, id, { motivation: null })
  for (const one of due) await forget(tx, one, now)
  await tx
    .updateTable('course_pick')
    .set({ reason: noName })
    .where('course_id', '=', course.id)
    .where('reason', '!=', noName)
    .execute()
  if (due.length + written.length === 0) return 0
  const detail = { applications: due.length }
  await record(tx, { what: 'course-forgotten', by: null, about: course.id, at: now, detail })
  return due.length
}

function isDue(one: ApplicationRow, participantsOn: string | null, today: string): boolean {
  if (one.alumni_since !== null) return false
  return one.state === 'accepted' ? participantsOn !== null && participantsOn <= today : true
}

/** An offer that is open, or a place on a list, ends with the name. */
async function forget(tx: Writes, { id, state }: ApplicationRow, now: Instant): Promise<void> {
  await forgetReceivers(tx, [id])
  await tx.deleteFrom('course_link').where('application_id', '=', id).execute()
  await changeApplicationRow(tx, id, {
    ...{ name: noName, email: null, motivation: null, organisation_id: null, organisation_name: null },
    ...(state === 'offered' && { state: 'expired' as const, offered_until: null }),
    ...(state === 'substitute' && { state: 'withdrawn' as const }),
    forgotten_at: now,
  })
}
