import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db } from '../tables.ts'
import { type ApplicationRow, applicationWithId, changeApplicationRow } from './applications.sql.ts'
import { isOn } from './course.rules.ts'
import { courseWithId } from './courses.sql.ts'
import { tellApplicants } from './letters.ts'
import { moveUpSubstitutes } from './move-up-substitutes.ts'

/** Takes the place that is offered. Pressed twice, it is taken once. */
export function acceptPlace(
  db: Db,
  { id, course_id }: ApplicationRow,
  letters: Letters,
): Promise<'offer-over' | null> {
  return decide(db, 'course', course_id, async (tx) => {
    const course = found(await courseWithId(tx, course_id), 'course')
    const current = found(await applicationWithId(tx, id), 'application')
    if (current.state === 'accepted') return null
    // The clock may be a minute behind: what is over is over all the same.
    const isOver = current.offered_until === null || current.offered_until <= letters.now
    if (current.state !== 'offered' || isOver) return 'offer-over'
    const change = { state: 'accepted', offered_until: null } as const
    await changeApplicationRow(tx, id, change)
    await tellApplicants(tx, course, [{ kind: 'accepted', application: { ...current, ...change } }], letters)
    await record(tx, { what: 'course-place-accepted', by: null, about: course_id, at: letters.now })
    return null
  })
}

/** Withdraws, at any time and without a reason; a place that falls free goes to the next substitute at once. */
export function withdraw(db: Db, { id, course_id }: ApplicationRow, letters: Letters): Promise<null> {
  return decide(db, 'course', course_id, async (tx) => {
    const course = found(await courseWithId(tx, course_id), 'course')
    const current = found(await applicationWithId(tx, id), 'application')
    // Pressing twice is no mistake.
    if (!isOn(current.state)) return null
    const state = current.state === 'offered' ? 'declined' : 'withdrawn'
    const change = { state, offered_until: null, alumni_since: null } as const
    await changeApplicationRow(tx, id, change)
    // An address that was never confirmed is left alone.
    if (current.state !== 'unconfirmed')
      await tellApplicants(tx, course, [{ kind: state, application: { ...current, ...change } }], letters)
    await record(tx, { what: `course-${state}`, by: null, about: course_id, at: letters.now })
    await moveUpSubstitutes(tx, course, letters)
    return null
  })
}
