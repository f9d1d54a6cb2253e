import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db, Writes } from '../tables.ts'
import { type ApplicationRow, changeApplicationRow } from './applications.sql.ts'
import { refusalToSelect, type SelectionRefusal } from './course.rules.ts'
import { changeCourse, type CourseRow, courseWithId } from './courses.sql.ts'
import { type Tiding, tellApplicants } from './letters.ts'
import { answerBy } from './move-up-substitutes.ts'
import { type Selection, selectionOf } from './propose.ts'
import type { Proposal } from './selection.rules.ts'
import { addChoices } from './selection.sql.ts'

export type DecideRefusal = SelectionRefusal | 'nobody' | 'no-time' | 'changed-meanwhile'

/**
 * Decides the group as it was seen, once and for all: offers to those chosen, a place on a list to substitutes, and a
 * kind word to everybody else, all in one transaction.
 */
export function decideSelection(
  db: Db,
  by: Member,
  courseId: string,
  seen: string,
  letters: Letters,
): Promise<DecideRefusal | null> {
  return decide(db, 'course', courseId, async (tx) => {
    const { now } = letters
    const course = found(await courseWithId(tx, courseId), 'course')
    const refusal = refusalToSelect(course, now)
    if (refusal) return refusal
    const selection = await selectionOf(tx, course)
    if (selection.seen !== seen) return 'changed-meanwhile'
    if (selection.proposal.chosen.length === 0) return 'nobody'
    const until = await answerBy(tx, course, now)
    if (until === null) return 'no-time'

    await addChoices(tx, choicesOf(course, selection.proposal))
    await changeCourse(tx, courseId, { decided_at: now, decided_by: by.id, changed_at: now })
    await tellApplicants(tx, course, await giveOut(tx, selection, until), letters)
    const detail = { places: selection.proposal.chosen.length, applications: selection.applications.length }
    await record(tx, { what: 'course-decided', by: by.id, about: courseId, at: now, detail })
    return null
  })
}

/** The group with the reasons, as rows that stand. */
export function choicesOf(course: Pick<CourseRow, 'id'>, { chosen, substitutes, left }: Proposal) {
  const kinds = [
    ...chosen.map((one) => ({ ...one, kind: 'place' as const })),
    ...substitutes.map((one) => ({ ...one, kind: 'substitute' as const })),
    ...left.map((one) => ({ ...one, kind: 'no' as const })),
  ]
  return kinds.map(({ applicant, kind, because }, index) => ({
    ...{ application_id: applicant.id, course_id: course.id, kind, position: index + 1, because },
  }))
}

async function giveOut(tx: Writes, { applications, proposal }: Selection, until: string): Promise<Tiding[]> {
  const rows = new Map(applications.map((row) => [row.id, row]))
  const tidings: Tiding[] = []
  const give = async (
    id: string,
    kind: 'offer' | 'substitute' | 'not-chosen',
    change: Partial<ApplicationRow>,
  ): Promise<void> => {
    await changeApplicationRow(tx, id, change)
    tidings.push({ kind, application: { ...found(rows.get(id), 'application'), ...change } })
  }
  for (const { applicant } of proposal.chosen)
    await give(applicant.id, 'offer', { state: 'offered', offered_until: until })
  for (const { applicant, because } of proposal.substitutes) {
    const line_place = because.kind === 'next' ? because.place : 1
    await give(applicant.id, 'substitute', { state: 'substitute', line: applicant.line, line_place })
  }
  for (const { applicant } of proposal.left) await give(applicant.id, 'not-chosen', { state: 'not-chosen' })
  return tidings
}
