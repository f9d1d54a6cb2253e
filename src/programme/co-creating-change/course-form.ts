import * as z from 'zod'
import { date, optionalTexts, texts } from '#platform/form.ts'
import { datePlus, instantAt, localDate, plus } from '#platform/time.ts'
import { oneLineEach } from '../event-form.ts'
import { perLanguage } from '../event-filled.ts'
import type { CourseRow } from './courses.sql.ts'

const wrong = (key: string) => `co-creating-change.mistake.${key}`

const count = (key: string, min: number, max: number) =>
  z.coerce.number(wrong(key)).int(wrong(key)).min(min, wrong(key)).max(max, wrong(key))

const Dates = z.object({ opens: date, closes: date })

/** A course as its form says it; the call is open through the whole of its last day. */
export const CourseForm = z
  .object({
    /** Made when the form of a new course is shown, so that a form that is sent twice makes one. */
    id: z.uuid().optional(),
    title: texts(120, wrong('title')).transform(oneLineEach),
    about: optionalTexts(10_000),
    opens: date,
    closes: date,
    places: count('places', 2, 200),
    organisation_max: count('organisation-max', 1, 200),
    sessions_min: count('sessions-min', 1, 50),
    answer_days: count('answer-days', 2, 30),
  })
  // Said together with every other mistake, as soon as both are dates.
  .refine(({ opens, closes }) => opens <= closes, {
    ...{ error: wrong('closes'), path: ['closes'] },
    when: ({ value }) => Dates.safeParse(value).success,
  })
  .transform(({ opens, closes, ...rest }) => ({
    ...rest,
    opens_at: instantAt(opens, '00:00'),
    closes_at: instantAt(datePlus(closes, 1), '00:00'),
  }))
export type CourseForm = z.output<typeof CourseForm>

/** The form as it stands, from what is stored. */
export const courseFilled = (course: CourseRow) => ({
  ...perLanguage('title', course.title),
  ...perLanguage('about', course.about),
  ...{ opens: localDate(course.opens_at), closes: localDate(plus(course.closes_at, { seconds: -1 })) },
  ...{ places: String(course.places), organisation_max: String(course.organisation_max) },
  ...{ sessions_min: String(course.sessions_min), answer_days: String(course.answer_days) },
})

/** What a new course begins with. */
export const newCourseFilled = { places: '18', organisation_max: '2', sessions_min: '3', answer_days: '7' }
