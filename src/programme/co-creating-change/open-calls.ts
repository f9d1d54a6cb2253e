import { decide } from '#platform/db.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { callsToTell, changeCourse, courseWithId } from './courses.sql.ts'

/** On the day that a call opens those who follow the series are told, by what is written down here. */
export async function openCalls(db: Db, now: Instant): Promise<void> {
  for (const { id } of await callsToTell(db, now)) {
    await decide(db, 'course', id, async (tx) => {
      const course = await courseWithId(tx, id)
      if (!course || course.told_at !== null) return
      await changeCourse(tx, id, { told_at: now })
      await record(tx, { what: 'course-opened', by: null, about: id, at: now })
    })
  }
}
