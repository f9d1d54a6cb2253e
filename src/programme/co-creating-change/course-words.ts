import { dateAndTime, longDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { plus } from '#platform/time.ts'
import type { Words } from '#platform/words.ts'
import type { CourseRow, Session } from './courses.sql.ts'
import { courseState, type CourseState } from './course.rules.ts'

/** The last day of the call, in words. */
export const lastDayInWords = (t: Words, course: Pick<CourseRow, 'closes_at'>): string =>
  longDate(t.language, plus(course.closes_at, { seconds: -1 }))

/** Where a course stands, in a sentence. */
export function stateInWords(
  { t, now }: Pick<Visit, 't' | 'now'>,
  course: CourseRow,
  sessions: readonly Session[],
): { state: CourseState; words: string } {
  const state = courseState(course, sessions, now)
  const values = { opens: longDate(t.language, course.opens_at), closes: lastDayInWords(t, course) }
  return { state, words: t(`co-creating-change.state.${state}`, values) }
}

export const titleOf = (t: Words, course: Pick<CourseRow, 'title'>): string =>
  inLanguage(course.title, t.language)

/** When and where a session is. */
export const sessionInWords = (t: Words, { starts_at, ends_at, place_name }: Session): string =>
  [dateAndTime(t.language, starts_at, ends_at), place_name].filter(Boolean).join(', ')
