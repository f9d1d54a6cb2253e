import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import { applicationsOf } from './applications.sql.ts'
import { replaceAttendance } from './attendance.sql.ts'
import { certify } from './certify.ts'
import { courseWithId, sessionsOf } from './courses.sql.ts'

export const Attendance = z.object({
  session: z.string().min(1).max(40),
  present: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .transform((all) => all ?? []),
})
export type Attendance = z.output<typeof Attendance>

/** Marks who came to one session, instead of what was marked before; who was missing last may have a certificate now. */
export function markAttendance(
  db: Db,
  by: Member,
  courseId: string,
  { session, present }: Attendance,
  letters: Letters,
): Promise<'not-begun' | null> {
  return decide(db, 'course', courseId, async (tx) => {
    const { now } = letters
    const course = found(await courseWithId(tx, courseId), 'course')
    const sessions = await sessionsOf(tx, courseId)
    const event = found(
      sessions.find(({ id }) => id === session),
      'session',
    )
    if (event.starts_at > now) return 'not-begun'
    const came = (await applicationsOf(tx, courseId)).filter(
      ({ id, state }) => state === 'accepted' && present.includes(id),
    )
    const row = { course_id: courseId, event_id: session, by_person: by.id, at: now }
    await replaceAttendance(
      tx,
      session,
      came.map(({ id }) => ({ ...row, application_id: id })),
    )
    const detail = { session, came: came.length }
    await record(tx, { what: 'course-attendance', by: by.id, about: courseId, at: now, detail })
    await certify(tx, course, letters)
    return null
  })
}
