import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { refusalToSelect, type SelectionRefusal } from './course.rules.ts'
import { courseWithId } from './courses.sql.ts'
import { selectionOf } from './propose.ts'
import { addPick } from './selection.sql.ts'

export const Pick = z.object({
  do: z.literal('pick'),
  who: z.string('co-creating-change.mistake.who').min(1, 'co-creating-change.mistake.who').max(40),
  kind: z.enum(['in', 'out', 'rule'], 'co-creating-change.mistake.kind'),
  reason: line(500, 'co-creating-change.mistake.reason'),
})
export type Pick = z.output<typeof Pick>

export type PickRefusal = SelectionRefusal | 'group-is-full' | 'does-not-count'

/** Puts somebody into the group or out of it, or leaves it to the rule again; never silently. */
export function pickByHand(
  db: Db,
  by: Member,
  courseId: string,
  { who, kind, reason }: Pick,
  now: Instant,
): Promise<PickRefusal | null> {
  return decide(db, 'course', courseId, async (tx) => {
    const course = found(await courseWithId(tx, courseId), 'course')
    const refusal = refusalToSelect(course, now)
    if (refusal) return refusal
    const { applications, hand } = await selectionOf(tx, course)
    if (!applications.some(({ id }) => id === who)) return 'does-not-count'
    if (kind === 'in' && !hand.in.has(who) && hand.in.size >= course.places) return 'group-is-full'
    const pick = { id: newId(), course_id: courseId, application_id: who, kind, reason }
    await addPick(tx, { ...pick, by_person: by.id, at: now })
    const detail = { application: who, kind, reason }
    await record(tx, { what: 'course-group-changed', by: by.id, about: courseId, at: now, detail })
    return null
  })
}
