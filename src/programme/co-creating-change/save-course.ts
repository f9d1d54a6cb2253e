import { decide, json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { newId, newToken } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { slugOf } from '#platform/search.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { seriesWithKey } from '../series.sql.ts'
import type { Letters } from '../sign-up/letters.ts'
import { slugsToTry } from '../slugs.rules.ts'
import type { Db } from '../tables.ts'
import { attendanceOf } from './attendance.sql.ts'
import type { CourseForm } from './course-form.ts'
import {
  addCourse,
  addSession,
  changeCourse,
  courseWithId,
  possibleSessions,
  removeSession,
} from './courses.sql.ts'
import { type CourseChangeRefusal, refusalToChangeCourse } from './edit-course.rules.ts'
import { moveUpSubstitutes } from './move-up-substitutes.ts'

function columnsOf(form: CourseForm) {
  const { title, about, opens_at, closes_at, places, organisation_max, sessions_min, answer_days } = form
  const numbers = { places, organisation_max, sessions_min, answer_days }
  return { title: json(title), about: json(about), opens_at, closes_at, ...numbers }
}

/** Writes down a course as a draft that the office alone sees, with its draw already drawn. Returns its id. */
export function createCourse(db: Db, by: Member, form: CourseForm, now: Instant): Promise<string> {
  return transact(db, async (tx) => {
    if (form.id && (await courseWithId(tx, form.id))) return form.id
    const series = found(await seriesWithKey(tx, 'co-creating-change'), 'series')
    const id = form.id ?? newId()
    const row = {
      ...{ id, series_id: series.id, seed: newToken().slice(0, 12), ...columnsOf(form) },
      ...{ created_at: now, changed_at: now, published_at: null, told_at: null },
      ...{ decided_at: null, decided_by: null },
    }
    const title = slugOf(inLanguage(form.title, 'sv'))
    for (const slug of slugsToTry(title, series.key, localDate(form.opens_at))) {
      if (await addCourse(tx, { ...row, slug })) break
      if (await courseWithId(tx, id)) return id
    }
    await record(tx, { what: 'course-drafted', by: by.id, about: id, at: now })
    return id
  })
}

/** Changes a course; more places go to substitutes at once. */
export function changeCourseAs(
  db: Db,
  by: Member,
  courseId: string,
  form: CourseForm,
  letters: Letters,
): Promise<CourseChangeRefusal | null> {
  return decide(db, 'course', courseId, async (tx) => {
    const { now } = letters
    const course = found(await courseWithId(tx, courseId), 'course')
    const refusal = refusalToChangeCourse(course, form)
    if (refusal) return refusal
    await changeCourse(tx, courseId, { ...columnsOf(form), changed_at: now })
    await record(tx, { what: 'course-changed', by: by.id, about: courseId, at: now })
    await moveUpSubstitutes(tx, found(await courseWithId(tx, courseId), 'course'), letters)
    return null
  })
}

/** From now on everybody sees the course; those who follow the series are told when the call opens. */
export function publishCourse(db: Db, by: Member, courseId: string, now: Instant): Promise<null> {
  return decide(db, 'course', courseId, async (tx) => {
    const course = found(await courseWithId(tx, courseId), 'course')
    if (course.published_at !== null) return null
    await changeCourse(tx, courseId, { published_at: now, changed_at: now })
    await record(tx, { what: 'course-published', by: by.id, about: courseId, at: now })
    return null
  })
}

/** Which events of the series are the course's sessions; one that somebody was marked at stays. */
export function setSessions(
  db: Db,
  by: Member,
  courseId: string,
  wanted: readonly string[],
  now: Instant,
): Promise<'has-attendance' | null> {
  return decide(db, 'course', courseId, async (tx) => {
    const course = found(await courseWithId(tx, courseId), 'course')
    const marked = new Set((await attendanceOf(tx, courseId)).map(({ event_id }) => event_id))
    const possible = await possibleSessions(tx, course, course.created_at)
    const off = possible.filter(({ id, course_id }) => course_id !== null && !wanted.includes(id))
    if (off.some(({ id }) => marked.has(id))) return 'has-attendance'
    for (const { id } of off) await removeSession(tx, courseId, id)
    for (const { id, course_id } of possible)
      if (course_id === null && wanted.includes(id)) await addSession(tx, courseId, id)
    await record(tx, { what: 'course-sessions-set', by: by.id, about: courseId, at: now })
    return null
  })
}
