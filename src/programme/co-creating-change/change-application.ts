import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import type { ApplicationChange } from './application-form.ts'
import { type ApplicationRow, applicationWithId, changeApplicationRow } from './applications.sql.ts'
import { columnsOf } from './apply.ts'
import { type CallRefusal, type ConfirmRefusal, refusalToApply, refusalToConfirm } from './course.rules.ts'
import { courseWithId } from './courses.sql.ts'
import { tellApplicants } from './letters.ts'

/** The owner of the address says: yes, that was me. Confirming twice changes nothing. */
export function confirmApplication(
  db: Db,
  { id, course_id }: ApplicationRow,
  letters: Letters,
): Promise<ConfirmRefusal | null> {
  return decide(db, 'course', course_id, async (tx) => {
    const course = found(await courseWithId(tx, course_id), 'course')
    const current = found(await applicationWithId(tx, id), 'application')
    const refusal = refusalToConfirm(course, current)
    if (refusal || current.state !== 'unconfirmed') return refusal
    const change = { state: 'applied', confirmed_at: letters.now } as const
    await changeApplicationRow(tx, id, change)
    await tellApplicants(tx, course, [{ kind: 'applied', application: { ...current, ...change } }], letters)
    await record(tx, { what: 'course-application-confirmed', by: null, about: course_id, at: letters.now })
    return null
  })
}

/** Changes what was written, until the call closes. */
export function changeApplication(
  db: Db,
  { id, course_id }: ApplicationRow,
  form: ApplicationChange,
  { now }: Letters,
): Promise<CallRefusal | 'already-withdrawn' | null> {
  return decide(db, 'course', course_id, async (tx) => {
    const course = found(await courseWithId(tx, course_id), 'course')
    const current = found(await applicationWithId(tx, id), 'application')
    if (current.state !== 'applied' && current.state !== 'unconfirmed') return 'already-withdrawn'
    const refusal = refusalToApply(course, now)
    if (refusal) return refusal
    await changeApplicationRow(tx, id, await columnsOf(tx, form))
    await record(tx, { what: 'course-application-changed', by: null, about: course_id, at: now })
    return null
  })
}
