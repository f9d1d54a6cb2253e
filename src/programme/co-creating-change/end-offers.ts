import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import { localTime, plus } from '#platform/time.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import { changeApplicationRow, coursesWithOffersOver, offersEnding, offersOver } from './applications.sql.ts'
import { courseWithId } from './courses.sql.ts'
import { type Tiding, tellApplicants } from './letters.ts'
import { answerBy, moveUpSubstitutes } from './move-up-substitutes.ts'

/**
 * Offers whose time is up go to the next substitute, and whoever had them is told. Whoever could not hear of the offer,
 * since our own server kept the mail back, has the whole time anew.
 */
export async function endCourseOffers(db: Db, letters: Letters): Promise<void> {
  for (const courseId of await coursesWithOffersOver(db, letters.now)) {
    await decide(db, 'course', courseId, async (tx) => {
      const course = found(await courseWithId(tx, courseId), 'course')
      const tidings: Tiding[] = []
      for (const { mail_waits, ...row } of await offersOver(tx, courseId, letters.now)) {
        const longer = mail_waits ? await answerBy(tx, course, letters.now) : null
        if (longer !== null) {
          await changeApplicationRow(tx, row.id, { offered_until: longer })
          continue
        }
        const change = { state: 'expired', offered_until: null } as const
        await changeApplicationRow(tx, row.id, change)
        const detail = { application: row.id }
        await record(tx, { what: 'course-expired', by: null, about: courseId, at: letters.now, detail })
        tidings.push({ kind: 'offer-over', application: { ...row, ...change } })
      }
      await tellApplicants(tx, course, tidings, letters)
      await moveUpSubstitutes(tx, course, letters)
    })
  }
}

// A reminder comes two days before the end, or half-way where there are no four days.
const reminderHours = 48
const [dayBegins, dayEnds] = ['08:00', '20:00']

/** Reminds those who have not answered, once and by day. */
export async function remindOffered(db: Db, letters: Letters): Promise<void> {
  const { now } = letters
  if (localTime(now) < dayBegins || localTime(now) >= dayEnds) return
  for (const { answer_days, ...application } of await offersEnding(
    db,
    now,
    plus(now, { hours: reminderHours }),
  )) {
    const hours = Math.min(reminderHours, answer_days * 12)
    const until = application.offered_until ?? ''
    if (plus(now, { hours }) < until) continue
    await decide(db, 'course', application.course_id, async (tx) => {
      const key = `course-reminder ${application.id} ${until}`
      const course = found(await courseWithId(tx, application.course_id), 'course')
      const known = await tx.selectFrom('mail').select('id').where('once_key', '=', key).executeTakeFirst()
      if (!known) await tellApplicants(tx, course, [{ kind: 'reminder', application, key }], letters)
    })
  }
}
