import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { type ApplicationRow, applicationWithId, changeApplicationRow } from './applications.sql.ts'
import { attendedBy } from './attendance.sql.ts'
import { type CertificateRefusal, refusalToJoinAlumni } from './course.rules.ts'
import { courseWithId, sessionsOf } from './courses.sql.ts'

/** Puts one's name on the list of those who took the course, once one has, or takes it off again at any time. */
export function joinAlumni(
  db: Db,
  { id, course_id }: ApplicationRow,
  joins: boolean,
  now: Instant,
): Promise<CertificateRefusal | null> {
  return decide(db, 'course', course_id, async (tx) => {
    const current = found(await applicationWithId(tx, id), 'application')
    if ((current.alumni_since !== null) === joins) return null
    if (joins) {
      const course = found(await courseWithId(tx, course_id), 'course')
      const person = { ...current, attended: await attendedBy(tx, id) }
      const refusal = refusalToJoinAlumni(person, course, await sessionsOf(tx, course_id), now)
      if (refusal) return refusal
    }
    await changeApplicationRow(tx, id, { alumni_since: joins ? now : null })
    const what = joins ? 'course-alumni-joined' : 'course-alumni-left'
    await record(tx, { what, by: null, about: course_id, at: now })
    return null
  })
}
