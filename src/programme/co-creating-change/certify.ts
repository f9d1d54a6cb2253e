import { decide } from '#platform/db.ts'
import { newToken } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db, Writes } from '../tables.ts'
import { applicationsOf } from './applications.sql.ts'
import { addCertificate, attendanceOf } from './attendance.sql.ts'
import { certificateNumber } from './certificate.rules.ts'
import { refusalToCertify } from './course.rules.ts'
import { allCourses, type CourseRow, courseWithId, sessionsOf } from './courses.sql.ts'
import { type Tiding, tellApplicants } from './letters.ts'

/** Gives everybody who has attended a number for the certificate, and tells them where it is. */
export async function certify(tx: Writes, course: CourseRow, letters: Letters): Promise<number> {
  const sessions = await sessionsOf(tx, course.id)
  const held = new Set(sessions.map(({ id }) => id))
  const attendance = (await attendanceOf(tx, course.id)).filter(({ event_id }) => held.has(event_id))
  const tidings: Tiding[] = []
  for (const application of await applicationsOf(tx, course.id)) {
    const attended = attendance.filter(({ application_id }) => application_id === application.id).length
    if (application.forgotten_at !== null) continue
    if (refusalToCertify({ ...application, attended }, course, sessions, letters.now)) continue
    const row = {
      number: certificateNumber(newToken()),
      application_id: application.id,
      made_at: letters.now,
    }
    if (await addCertificate(tx, row)) tidings.push({ kind: 'certificate', application })
  }
  await tellApplicants(tx, course, tidings, letters)
  if (tidings.length > 0) {
    const detail = { certificates: tidings.length }
    await record(tx, { what: 'course-certified', by: null, about: course.id, at: letters.now, detail })
  }
  return tidings.length
}

/** The same for every course whose last session is over, on the morning after it. */
export async function certifyAll(db: Db, letters: Letters): Promise<void> {
  for (const { id, decided_at } of await allCourses(db)) {
    if (decided_at === null) continue
    await decide(db, 'course', id, async (tx) => {
      const course = await courseWithId(tx, id)
      if (course) await certify(tx, course, letters)
    })
  }
}
