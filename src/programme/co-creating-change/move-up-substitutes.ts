import { record } from '#platform/record.ts'
import type { Letters } from '../sign-up/letters.ts'
import { offerEnd } from '../sign-up/offers.rules.ts'
import { organisationKey } from '../sign-up/seats.rules.ts'
import type { Writes } from '../tables.ts'
import { applicationsOf, changeApplicationRow } from './applications.sql.ts'
import { lineOf, takesPlace } from './course.rules.ts'
import { type CourseRow, sessionsOf } from './courses.sql.ts'
import { type Tiding, tellApplicants } from './letters.ts'
import { nextSubstitute } from './substitutes.rules.ts'

/**
 * Until when an offer that is made now can be answered; null when there is no time for one, since the first session
 * begins. While no session has a date there is all the time that the course gives.
 */
export async function answerBy(tx: Writes, course: CourseRow, now: string): Promise<string | null> {
  const [first] = await sessionsOf(tx, course.id)
  const startsAt = first?.starts_at ?? '9999-01-01T12:00:00.000Z'
  return offerEnd(now, startsAt, course.answer_days * 24)
}

/**
 * Offers every place that is free to the next substitute; returns how many. The course is locked by the caller, so that
 * no place is offered twice. Nobody is moved up once there is no time to answer before the first session.
 */
export async function moveUpSubstitutes(tx: Writes, course: CourseRow, letters: Letters): Promise<number> {
  if (course.decided_at === null) return 0
  const until = await answerBy(tx, course, letters.now)
  if (until === null) return 0
  const all = (await applicationsOf(tx, course.id)).map((row) => ({
    row,
    member: { line: lineOf(row.capacity), organisation: organisationKey(row) },
  }))
  const group = all.filter(({ row }) => takesPlace(row.state)).map(({ member }) => member)
  const waiting = all.flatMap(({ row, member }) =>
    row.state === 'substitute' ? [{ ...member, id: row.id, place: row.line_place ?? 0 }] : [],
  )
  const terms = { places: course.places, organisationMax: course.organisation_max }
  const tidings: Tiding[] = []
  while (group.length < course.places) {
    const next = nextSubstitute(waiting, group, terms)
    const row = all.find((one) => one.row.id === next?.id)?.row
    if (!next || !row) break
    waiting.splice(waiting.indexOf(next), 1)
    group.push(next)
    const change = { state: 'offered', offered_until: until } as const
    await changeApplicationRow(tx, row.id, change)
    const detail = { application: row.id }
    await record(tx, { what: 'course-substitute-up', by: null, about: course.id, at: letters.now, detail })
    tidings.push({ kind: 'offer-free', application: { ...row, ...change } })
  }
  await tellApplicants(tx, course, tidings, letters)
  return tidings.length
}
