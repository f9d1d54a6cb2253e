import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { type ApplicationRow, applicationWithId, changeApplicationRow } from './applications.sql.ts'

/** Puts one's name on the list of those who took the course, or takes it off again; both at any time. */
export function joinAlumni(
  db: Db,
  { id, course_id }: ApplicationRow,
  joins: boolean,
  now: Instant,
): Promise<'no-place' | null> {
  return decide(db, 'course', course_id, async (tx) => {
    const current = found(await applicationWithId(tx, id), 'application')
    if ((current.alumni_since !== null) === joins) return null
    if (current.state !== 'accepted') return 'no-place'
    await changeApplicationRow(tx, id, { alumni_since: joins ? now : null })
    const what = joins ? 'course-alumni-joined' : 'course-alumni-left'
    await record(tx, { what, by: null, about: course_id, at: now })
    return null
  })
}
